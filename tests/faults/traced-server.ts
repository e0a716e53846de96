import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { client, must, signedIn, takeTicket } from '../support/client.ts';
import { provision, testAccounts } from '../support/provision.ts';
import { runServer } from '../support/start-server.ts';
import { removeFolder, temporaryFolder } from '../support/temporary-folder.ts';
import type { Random } from './random.ts';
import { checkSyncTrace, type SyncReport, TRACED_CALLS } from './sync-trace.ts';

/** Gives tickets and calls people, one after the other, while the kernel's calls are written down. */
export async function runTracedServer(
  random: Random,
  tickets: number,
  program?: string,
): Promise<SyncReport> {
  const dataFolder = temporaryFolder();
  const trace = join(dataFolder, 'trace');
  try {
    const { kioskTokens } = await provision(dataFolder);
    const server = await runServer({
      dataFolder,
      ...(program === undefined ? {} : { program }),
      // -D: the server stays this process's own child, and signals reach it.
      under: [
        ...['strace', '-D', '-f', '-y', '-qq', '--seccomp-bpf', '-s', '16', '-o', trace],
        ...['-e', `trace=${TRACED_CALLS.join(',')}`],
      ],
    });
    const kiosk = client(server.url, kioskTokens[0]);
    const desk = await signedIn(server.url, testAccounts.ada);
    must(await desk.call('takeCounter', { commandId: random.uuid(), counter: '1' }));
    let answers = 2;
    for (let count = 0; count < tickets; count += 1) {
      must(await takeTicket(kiosk, 'A', random.uuid()));
      const { ticketId } = must(await desk.call('callNext', { commandId: random.uuid() }));
      must(await desk.call('closeTicket', { commandId: random.uuid(), ticketId }));
      answers += 3;
    }
    await server.stop();
    const report = checkSyncTrace(readFileSync(trace, 'utf8'));
    if (report.acknowledgements === answers) return report;
    const what = `the trace shows ${report.acknowledgements} answers of ${answers}`;
    return { ...report, problems: [...report.problems, { kind: 'contradictions', what }] };
  } finally {
    removeFolder(dataFolder);
  }
}
