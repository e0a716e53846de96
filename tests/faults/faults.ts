import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildParts, serverParts } from '../../build/build-parts.ts';
import { distFolder } from '../../build/places.ts';
import { runCommand, Stop } from '../../build/stop.ts';
import { databasePrograms, ensurePrograms, tracingPrograms } from '../../build/system-packages.ts';
import { serviceDayAt } from '../../electron/queue/calendar/service-day.ts';
import { isFlawless, runFaults } from './run-faults.ts';

const help = `Kills, stops, starves and misleads the queue server, and checks what is left.

  npm run faults -- [--json] [--kills N] [--tickets N] [--seed TEXT]

  --kills N      servers killed (default 200)
  --tickets N    tickets acknowledged meanwhile (default 20000)
  --seed TEXT    everything random follows from it (default: a new one)
  --json         only the last line, which is JSON in any case
`;

/** Longer than any run: one that goes over midnight would see its tickets deleted, as they must be. */
const LONGEST_RUN_MS = 30 * 60_000;

await runCommand(async () => {
  const { values } = parseOptions();
  if (values.help === true) {
    process.stdout.write(help);
    return 0;
  }
  if (serviceDayAt(Date.now()) !== serviceDayAt(Date.now() + LONGEST_RUN_MS)) {
    throw new Stop('It is almost midnight in Milan, when tickets go: begin after it.');
  }
  await ensurePrograms([...databasePrograms, ...tracingPrograms]);
  // What an office runs; and it starts three times as fast as the sources.
  await buildParts(serverParts);
  const size = {
    program: join(distFolder, 'server', 'server.cjs'),
    seed: values.seed ?? String(Date.now()),
    kills: wholeNumber('kills', values.kills),
    tickets: wholeNumber('tickets', values.tickets),
  };
  const say = (line: string) => {
    if (values.json !== true) process.stdout.write(`${line}\n`);
    // What is wrong is told in any case.
    else if (line.startsWith('  ')) process.stderr.write(`${line}\n`);
  };
  const report = await runFaults(size, say);
  process.stdout.write(`${JSON.stringify(report)}\n`);
  return isFlawless(report) ? 0 : 1;
});

function parseOptions() {
  try {
    return parseArgs({
      options: {
        json: { type: 'boolean' },
        kills: { type: 'string', default: '200' },
        tickets: { type: 'string', default: '20000' },
        seed: { type: 'string' },
        help: { type: 'boolean' },
      },
    });
  } catch (error) {
    throw new Stop(`${(error as Error).message}\n${help}`, 2);
  }
}

/** At least as many as the smallest run needs. */
function wholeNumber(name: string, text: string): number {
  const number = Number(text);
  if (Number.isInteger(number) && number >= 4) return number;
  throw new Stop(`--${name} is "${text}": give a whole number from 4 on.`, 2);
}
