import { parseArgs } from 'node:util';
import { withTestEnvironment } from '../../build/test-environment.ts';
import { runKioskBench } from './kiosk/run-kiosk-bench.ts';

// `npm run bench:kiosk -- --json`: how soon the kiosk is there, answers, and how it ages.
const { values } = parseArgs({ options: { json: { type: 'boolean', default: false } } });
await withTestEnvironment(async (environment) => {
  Object.assign(process.env, environment);
  const report = await runKioskBench(
    { startPairs: 10, touchRounds: 50, sessions: 1_000, samples: 20 },
    (step) => process.stderr.write(`${step} …\n`),
  );
  if (!values.json) console.log(JSON.stringify(report, null, 2));
  for (const { goal, most, measured, isMet } of report.goals) {
    process.stderr.write(
      `${isMet ? 'met   ' : 'MISSED'} ${goal}: ${measured} of at most ${most}\n`,
    );
  }
  console.log(JSON.stringify(report));
  process.exitCode = report.goals.every(({ isMet }) => isMet) ? 0 : 1;
});
