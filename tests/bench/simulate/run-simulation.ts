import type { ComparedDays, DaysTask } from './compare-days.ts';
import { type Judgement, judge } from './judge.ts';
import type { Scenario } from './scenario.ts';
import { seedOf } from './seed.ts';

/** Days that share one past: what was learned from it is wrong in the same way for all of them. */
const DAYS_OF_ONE_PAST = 15;

export interface SimulationOptions {
  readonly scenarios: readonly Scenario[];
  readonly days: number;
  readonly seed: number;
  /** Does the tasks, in any order and on any core. */
  readonly compare: (tasks: readonly DaysTask[]) => Promise<readonly ComparedDays[]>;
}

export interface ScenarioReport extends Judgement {
  readonly scenario: string;
  readonly pastDays: number;
  /** People to whom we, or the oracle, could say nothing. */
  readonly unanswered: number;
  /** Processor time of one estimate for one person. */
  readonly estimateMs: { readonly p50: number; readonly p95: number };
}

export interface SimulationReport {
  readonly seed: number;
  readonly days: number;
  readonly scenarios: readonly ScenarioReport[];
  /** Without past days there is no goal but to be honest: figures only. */
  readonly coldStarts: readonly ScenarioReport[];
  readonly missed: readonly string[];
}

export async function runSimulation(options: SimulationOptions): Promise<SimulationReport> {
  const { scenarios, days, seed } = options;
  const tasks = scenarios.flatMap((scenario) => tasksOf(scenario, days, seed));
  const compared = await options.compare(tasks);
  const reports = scenarios.map((scenario) =>
    reportOn(
      scenario,
      compared.filter((_, index) => tasks[index]?.scenario === scenario),
      seed,
    ),
  );
  const warm = reports.filter(({ pastDays }) => pastDays > 0);
  const missed = warm.flatMap(({ scenario, goals }) =>
    Object.entries(goals).flatMap(([goal, isMet]) => (isMet ? [] : [`${scenario}: ${goal}`])),
  );
  return {
    seed,
    days,
    scenarios: warm,
    coldStarts: reports.filter(({ pastDays }) => pastDays === 0),
    missed,
  };
}

function tasksOf(scenario: Scenario, days: number, seed: number): DaysTask[] {
  const tasks: DaysTask[] = [];
  for (let firstDay = 0; firstDay < days; firstDay += DAYS_OF_ONE_PAST) {
    tasks.push({ scenario, seed, firstDay, days: Math.min(DAYS_OF_ONE_PAST, days - firstDay) });
  }
  return tasks;
}

function reportOn(
  { name, pastDays }: Scenario,
  compared: readonly ComparedDays[],
  seed: number,
): ScenarioReport {
  const tookMs = compared.flatMap((one) => one.tookMs).sort((a, b) => a - b);
  const at = (share: number) => tookMs[Math.floor(share * (tookMs.length - 1))] ?? 0;
  return {
    scenario: name,
    pastDays,
    ...judge(
      compared.flatMap(({ samples }) => samples),
      seedOf(seed, name, 'judge'),
    ),
    unanswered: compared.reduce((sum, { unanswered }) => sum + unanswered, 0),
    estimateMs: { p50: at(0.5), p95: at(0.95) },
  };
}
