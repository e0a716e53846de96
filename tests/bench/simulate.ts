import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { compareFairness } from './simulate/fairness.ts';
import type { Figure } from './simulate/judge.ts';
import { measureCost } from './simulate/measure-cost.ts';
import { runSimulation, type ScenarioReport } from './simulate/run-simulation.ts';
import { readScenario, ScenarioError } from './simulate/scenario.ts';
import { compareOnEveryCore } from './simulate/worker-pool.ts';

// `npm run simulate -- --json [--seed N] [--days N] [--scenario FILE]…`: whole days of made-up
// offices through the real domain code, and what our estimate of their waits is worth.
const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    seed: { type: 'string', default: '1' },
    days: { type: 'string', default: '150' },
    scenario: { type: 'string', multiple: true },
  },
});

const PRIORITY_SHARES = [0.15, 0.3, 0.45, 0.6];
/** How many people wait where the cost of an estimate is measured. */
const LINES = [10, 40, 200, 1000];

const folder = join(import.meta.dirname, 'simulate', 'scenarios');
const files = values.scenario ?? readdirSync(folder).map((name) => join(folder, name));

try {
  const scenarios = files.map(readScenario);
  const seed = wholeNumber('--seed', values.seed);
  const days = wholeNumber('--days', values.days);
  const simulation = await runSimulation({
    scenarios,
    seed,
    days,
    compare: (tasks) => {
      let done = 0;
      return compareOnEveryCore(tasks, ({ scenario, firstDay }) => {
        done += 1;
        if (!values.json) console.log(`${done}/${tasks.length} ${scenario.name} from ${firstDay}`);
      });
    },
  });
  const busy = scenarios
    .filter(({ name }) => name === 'busy')
    .concat(scenarios)
    .slice(0, 1);
  const report = {
    ...simulation,
    fairness: busy.flatMap((scenario) => compareFairness(scenario, PRIORITY_SHARES, days, seed)),
    cost: busy.flatMap((scenario) => measureCost(scenario, LINES, seed)),
  };
  if (!values.json) {
    for (const one of [...report.scenarios, ...report.coldStarts]) console.log(inWords(one));
    for (const { policy, priorityShare, classes } of report.fairness) {
      const waits = Object.entries(classes).map(
        ([name, { p95, longest }]) => `${name} ${p95.toFixed(0)}/${longest.toFixed(0)}`,
      );
      console.log(`${policy} at ${priorityShare * 100} %, p95/longest: ${waits.join(', ')}`);
    }
    for (const { waiting, counters, p50, p95 } of report.cost) {
      console.log(
        `an estimate for ${waiting} waiting, ${counters} counters: ${p50.toFixed(0)} ms, p95 ${p95.toFixed(0)} ms`,
      );
    }
    for (const goal of report.missed) console.log(`missed: ${goal}`);
  }
  console.log(JSON.stringify(report, rounded));
  process.exitCode = report.missed.length === 0 ? 0 : 1;
} catch (error) {
  if (!(error instanceof ScenarioError)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}

function wholeNumber(name: string, text: string): number {
  const number = Number(text);
  if (Number.isSafeInteger(number) && number > 0) return number;
  throw new ScenarioError(`${name} takes a whole number above zero, not ${text}`);
}

function inWords(report: ScenarioReport): string {
  const { scenario, peopleJudged, oracle, ours, naiveError, zmsError, zmsOptimisticError } = report;
  const interval = ({ value, from, to }: Figure) =>
    `${value.toFixed(3)} (${from.toFixed(3)} to ${to.toFixed(3)})`;
  return [
    `${scenario}, ${report.days} days, ${peopleJudged} people, mean wait ${report.meanWait.toFixed(1)} min`,
    `  coverage   ${ours.coverage.toFixed(3)}, oracle ${oracle.coverage.toFixed(3)}, difference ${interval(report.coverageDifference)}`,
    `  width      ${ours.width.toFixed(1)} min, times the oracle's ${interval(report.widthRatio)}`,
    `  error      ${ours.error.toFixed(2)} min, times the oracle's ${interval(report.errorRatio)}`,
    `  formulas   ${naiveError.toFixed(2)} min people ahead, ${zmsError.toFixed(2)} or ${zmsOptimisticError.toFixed(2)} min ZMS`,
  ].join('\n');
}

function rounded(_key: string, value: unknown): unknown {
  return typeof value === 'number' ? Number(value.toFixed(4)) : value;
}
