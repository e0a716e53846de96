import { parseArgs } from 'node:util';
import { runJourney } from './run-journey.ts';

const HELP = `Kiosks take tickets and desks call them, all at once; nothing may be lost or doubled.

  npm run journey -- [--json] [--servers N] [--offices N] [--database sqlite|postgres]

  --servers N    processes that serve the same offices; more than one only on postgres (default: 1)
  --offices N    each with 8 kiosks, 4 desks and a board (default: 1)
  --database D   sqlite, or a postgres that the command brings up by itself (default: sqlite)
  --json         print the result as one line of JSON only
`;

type Wanted = {
  readonly json: boolean;
  readonly servers: number;
  readonly offices: number;
  readonly database: 'sqlite' | 'postgres';
};

/** Null for what cannot be run. */
function parseWanted(): Wanted | null {
  const { values } = parseArgs({
    options: {
      json: { type: 'boolean', default: false },
      servers: { type: 'string', default: '1' },
      offices: { type: 'string', default: '1' },
      database: { type: 'string', default: 'sqlite' },
    },
  });
  const { json, database } = values;
  const [servers, offices] = [Number(values.servers), Number(values.offices)];
  if (database !== 'sqlite' && database !== 'postgres') return null;
  if (![servers, offices].every((count) => Number.isInteger(count) && count > 0)) return null;
  if (servers > 1 && database === 'sqlite') return null;
  return { json, servers, offices, database };
}

// `npm run journey -- --json`: the exercise in which other systems called tickets twice.
const wanted = parseWanted();
if (wanted === null) {
  process.stderr.write(HELP);
  process.exit(2);
}
const size = { kiosks: 8, ticketsPerKiosk: 25, desks: 4 };
const report = await runJourney({ ...size, ...wanted });

if (!wanted.json) {
  for (const [name, value] of Object.entries(report)) console.log(`${name.padEnd(16)} ${value}`);
}
console.log(JSON.stringify(report));
const isFlawless =
  report.issued === wanted.offices * size.kiosks * size.ticketsPerKiosk &&
  report.duplicates + report.doubleCalls + report.errors + report.lost === 0 &&
  report.isDataOnDisk;
process.exitCode = isFlawless ? 0 : 1;
