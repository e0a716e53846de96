import { officeSetup } from '../../electron/server/office.ts';
import { client, must, openFeed } from '../support/client.ts';
import { openTestStore, repositoryContent, startInProcess } from '../support/in-process-server.ts';
import { testAccounts } from '../support/provision.ts';
import { removeFolder, temporaryFolder } from '../support/temporary-folder.ts';
import { Asker } from './asker.ts';
import { checkHistory } from './check-history.ts';
import { type FailingMoment, failingStore } from './failing-store.ts';
import { History } from './history.ts';
import type { Problem } from './problem.ts';
import type { Random } from './random.ts';

const OFFICE = 'demo';
const KIOSK_TICKET = { entry: 'walkIn', hasPriority: false } as const;

export type FailingWritesReport = {
  readonly failedWrites: number;
  readonly acknowledged: number;
  readonly problems: readonly Problem[];
};

/**
 * The same short morning again and again on one server, each time with another write that fails.
 *
 * @param every 1 for each write of the morning, 2 for every other one, and so on.
 */
export async function runFailingWrites(random: Random, every = 1): Promise<FailingWritesReport> {
  const history = new History();
  const problems: Problem[] = [];
  const dataFolder = temporaryFolder();
  const failing = failingStore(openTestStore(dataFolder));
  const server = await startInProcess({ openStore: () => failing.store });
  const { rules, day } = dayOf(server.clock.ms);
  const board = client(server.url, server.boardToken);
  let failure = '';

  /** What was acknowledged must be on the board, whatever became of the write at first. */
  async function lookAtBoard(): Promise<void> {
    if (!failing.hasJustFailed()) return;
    const ledger = await server.store.readDay(day, 0);
    const feed = await openFeed(server.url, board.headers());
    const { cursor } = await feed.next();
    feed.close();
    if (cursor === `${day.serviceDay}.${ledger.length}`) return;
    const what = `${failure}: the board is at ${cursor}, the ledger at ${ledger.length}`;
    problems.push({ kind: 'contradictions', what });
  }

  const untilUp = async () => undefined;
  const parts = { officeId: OFFICE, history, random, untilUp, onAnswer: lookAtBoard };
  const kiosk = new Asker({ ...parts, client: client(server.url, server.kioskToken) });

  /** @returns how many writes it took. */
  async function morningWith(write: number, moment: FailingMoment): Promise<number> {
    failure = `write ${write} failed ${moment} it was done`;
    failing.arm(write, moment);
    await morning(kiosk, new Asker({ ...parts, client: client(server.url) }));
    return failing.writes();
  }

  try {
    let failedWrites = 0;
    const writes = await morningWith(0, 'before');
    for (let write = 1; write <= writes; write += every) {
      for (const moment of ['before', 'after'] as const) {
        await morningWith(write, moment);
        failedWrites += 1;
      }
    }
    const ledger = await server.store.readDay(day, 0);
    problems.push(...checkHistory({ commands: history.commands, ledger, rules }));
    return { failedWrites, acknowledged: history.tickets, problems };
  } finally {
    await server.close();
    removeFolder(dataFolder);
  }
}

/**
 * Every kind of command, from an empty waiting room to an empty waiting room.
 *
 * @throws Error when one is refused: tried again, all of it works.
 */
async function morning(kiosk: Asker, desk: Asker): Promise<void> {
  const people: string[] = [];
  for (const queue of ['A', 'A', 'B', 'C']) {
    people.push(must(await kiosk.ask('issueTicket', { queue, ...KIOSK_TICKET })).ticketId);
  }
  const counter = '1';
  const { account, password } = testAccounts.ada;
  must(await desk.request('signIn', { account, password }));
  must(await desk.ask('takeCounter', { counter }));
  const call = async () => must(await desk.ask('callNext', {}, counter)).ticketId;
  const first = await call();
  must(await desk.ask('recall', { ticketId: first }, counter));
  must(await desk.ask('startService', { ticketId: first }, counter));
  must(await desk.ask('continueVisit', { ticketId: first, queue: 'C' }, counter));
  const second = await call();
  must(await desk.ask('markNoShow', { ticketId: second }, counter));
  must(await desk.ask('returnTicket', { ticketId: second }, counter));
  must(await desk.ask('callTicket', { ticketId: second }, counter));
  must(await desk.ask('undo', {}, counter));
  must(await desk.ask('pauseCounter', { reason: 'break' }, counter));
  must(await desk.ask('resumeCounter', {}, counter));
  const third = await call();
  must(await desk.ask('parkTicket', { ticketId: third }, counter));
  must(await desk.ask('resumeTicket', { ticketId: third }, counter));
  const fourth = await call();
  must(await desk.ask('transferTicket', { ticketId: fourth, to: { queue: 'B' } }, counter));
  must(await desk.ask('cancelTicket', { ticketId: fourth }, counter));
  const fifth = await call();
  must(await desk.ask('closeTicket', { ticketId: fifth }, counter));
  const served = new Set([fourth, fifth]);
  for (const ticketId of people.filter((one) => !served.has(one))) {
    must(await desk.ask('cancelTicket', { ticketId }, counter));
  }
  must(await desk.request('releaseCounter', {}));
  // Said twice, the second time nobody is signed in any more.
  await desk.request('signOut', {});
}

function dayOf(nowMs: number) {
  const setup = officeSetup(repositoryContent().office);
  const serviceDay = new Date(nowMs).toISOString().slice(0, 10);
  return { rules: setup.dayRules(serviceDay), day: { officeId: OFFICE, serviceDay } };
}
