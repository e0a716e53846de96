import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { removeFolder, temporaryFolder } from '../support/temporary-folder.ts';
import { compareDays } from './simulate/compare-days.ts';
import { compareFairness } from './simulate/fairness.ts';
import { runSimulation } from './simulate/run-simulation.ts';
import { readScenario, ScenarioError } from './simulate/scenario.ts';

const folder = join(import.meta.dirname, 'simulate', 'scenarios');

/** In this thread: the tests have the others. */
async function simulate(names: readonly string[], days: number) {
  return await runSimulation({
    scenarios: names.map((name) => readScenario(join(folder, `${name}.json`))),
    days,
    seed: 1,
    compare: async (tasks) => tasks.map(compareDays),
  });
}

describe('a few simulated days', { timeout: 120_000 }, () => {
  it('show an estimate nearly as good as that of who knows the office', async () => {
    const { scenarios } = await simulate(['shared-counters'], 6);
    expect(scenarios[0]?.peopleJudged).toBeGreaterThan(40);
    expect(scenarios[0]?.goals).toMatchObject({
      widthAtMost115Percent: true,
      errorAtMost110Percent: true,
      errorBelowNaive: true,
      errorBelowZms: true,
    });
    // Four points are for 150 days; on six, chance alone moves it by more.
    expect(Math.abs(scenarios[0]?.coverageDifference.value ?? 1)).toBeLessThan(0.1);
    // The oracle plays forward what the real domain then does: else it would not be calibrated.
    expect(scenarios[0]?.oracle.coverage).toBeGreaterThan(0.7);
    expect(scenarios[0]?.oracle.coverage).toBeLessThan(0.92);
  });

  it('are the same with the same seed', async () => {
    const figures = async () => {
      const { scenarios } = await simulate(['quiet'], 1);
      return scenarios.map(({ estimateMs: _, ...others }) => others);
    };
    expect(await figures()).toEqual(await figures());
  });

  it('show a range without past days that is wider, and still holds', async () => {
    const { coldStarts } = await simulate(['cold-start'], 4);
    expect(coldStarts[0]?.widthRatio.value).toBeGreaterThan(1.1);
    expect(coldStarts[0]?.ours.coverage).toBeGreaterThan(0.7);
  });

  it('starve nobody, however many declare priority', () => {
    const busy = readScenario(join(folder, 'busy.json'));
    const fairness = compareFairness(busy, [0.6], 8, 1);
    const longest = (policy: string) =>
      fairness.find((one) => one.policy === policy)?.classes.walkIn?.longest ?? 0;
    expect(longest('ours')).toBeGreaterThan(0);
    expect(longest('ours')).toBeLessThan(longest('strictPriority'));
  });
});

describe('a scenario file', () => {
  it('is read, each that ships', () => {
    const names = readdirSync(folder).map((file) => readScenario(join(folder, file)).name);
    expect(names.map((name) => `${name}.json`)).toEqual(readdirSync(folder));
  });

  it('with a mistake is refused in words', () => {
    expect(() => readScenario(join(folder, 'not-there.json'))).toThrow(ScenarioError);
    const place = temporaryFolder();
    onTestFinished(() => removeFolder(place));
    const path = join(place, 'bad.json');
    const good = JSON.parse(readFileSync(join(folder, 'quiet.json'), 'utf8'));
    writeFileSync(path, JSON.stringify({ ...good, priorityShare: 15 }));
    expect(() => readScenario(path)).toThrow(/priorityShare/);
    const counters = [{ ...good.counters[0], queues: ['Z'] }];
    writeFileSync(path, JSON.stringify({ ...good, counters }));
    expect(() => readScenario(path)).toThrow(/counter 1 serves queue Z/);
  });
});
