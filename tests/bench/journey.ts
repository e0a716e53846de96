import { parseArgs } from 'node:util';
import { runJourney } from './run-journey.ts';

// `npm run journey -- --json`: the exercise in which other systems called tickets twice.
const { values } = parseArgs({ options: { json: { type: 'boolean', default: false } } });
const report = await runJourney({ kiosks: 8, ticketsPerKiosk: 25, desks: 4 });

if (!values.json) {
  for (const [name, value] of Object.entries(report)) console.log(`${name.padEnd(16)} ${value}`);
}
console.log(JSON.stringify(report));
const isFlawless =
  report.issued === 200 &&
  report.duplicates + report.doubleCalls + report.errors + report.lost === 0 &&
  report.isDataOnDisk;
process.exitCode = isFlawless ? 0 : 1;
