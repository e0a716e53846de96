import {
  answerFrom,
  estimateWaits,
  type WaitEstimate,
} from '../../../electron/queue/estimate/estimate-waits.ts';
import { type Knowledge, learn } from '../../../electron/queue/estimate/knowledge.ts';
import { Random } from '../../../electron/queue/estimate/random.ts';
import { situationOf } from '../../../electron/queue/estimate/situation.ts';
import { aggregateDay } from '../../../electron/queue/statistics/aggregate.ts';
import { type Cell, parseFigures } from '../../../electron/queue/statistics/figures.ts';
import {
  addDurations,
  type DurationSums,
  noDurations,
} from '../../../electron/queue/statistics/sums.ts';
import type { QueueLetter } from '../../../electron/queue/ticket.ts';
import { formulaWaits } from './formulas.ts';
import { type Issue, playDay } from './play-day.ts';
import { rulesOf, type Scenario } from './scenario.ts';
import { seedOf } from './seed.ts';
import { TrueOffice } from './true-office.ts';

const MINUTE_MS = 60_000;
/** People of a day whose estimates are compared with what came. */
const SAMPLED_A_DAY = 12;
const ORACLE_REPLAYS = 250;
/** What ZMS falls back on where nobody typed a mean service. */
const UNKNOWN_SERVICE_MS = 12 * MINUTE_MS;

/** One person: what was foretold when they took their number, and what came. Minutes. */
export interface Sample {
  readonly day: number;
  readonly waited: number;
  readonly ours: Range;
  readonly oracle: Range;
  readonly naive: number;
  readonly zms: number;
  readonly zmsOptimistic: number;
}

export interface Range {
  readonly low: number;
  readonly median: number;
  readonly high: number;
}

export interface ComparedDays {
  readonly samples: readonly Sample[];
  /** People to whom we, or the oracle, could say nothing. */
  readonly unanswered: number;
  /** Processor time of our estimates, in milliseconds each. */
  readonly tookMs: readonly number[];
}

export interface DaysTask {
  readonly scenario: Scenario;
  readonly seed: number;
  /** The first and the number of the days that share one past. */
  readonly firstDay: number;
  readonly days: number;
}

/** Plays days of one office and asks, of some of its people, what each estimate foretold. */
export function compareDays({ scenario, seed, firstDay, days }: DaysTask): ComparedDays {
  const pastSeed = seedOf(seed, scenario.name, 'past', firstDay);
  const past = playPast(scenario, new Random(pastSeed));
  const knowledge = learnPast(scenario, past);
  const meanServiceMs = meanServices(past);
  const samples: Sample[] = [];
  const tookMs: number[] = [];
  let unanswered = 0;
  for (let day = firstDay; day < firstDay + days; day += 1) {
    const random = new Random(seedOf(seed, scenario.name, 'day', day));
    const { issues, state } = playDay(scenario, random, null);
    for (const issue of someOf(issues, SAMPLED_A_DAY, random)) {
      const calledAtMs = state.tickets.get(issue.ticketId)?.firstCalledAtMs ?? null;
      if (calledAtMs === null) continue;
      const before = process.threadCpuUsage();
      const ours = askOurs(issue, knowledge, random);
      const { user, system } = process.threadCpuUsage(before);
      tookMs.push((user + system) / 1000);
      const oracle = askOracle(issue, scenario, random);
      const ticket = issue.state.tickets.get(issue.ticketId);
      if (ours === undefined || oracle === undefined || ticket === undefined) {
        unanswered += 1;
        continue;
      }
      const mean = meanServiceMs.get(ticket.queue) ?? UNKNOWN_SERVICE_MS;
      const formulas = formulaWaits(issue.state, ticket, mean, issue.atMs);
      samples.push({
        day,
        waited: (calledAtMs - issue.atMs) / MINUTE_MS,
        ours: inMinutes(ours),
        oracle: inMinutes(oracle),
        naive: formulas.naiveMs / MINUTE_MS,
        zms: formulas.zmsMs / MINUTE_MS,
        zmsOptimistic: formulas.zmsOptimisticMs / MINUTE_MS,
      });
    }
  }
  return { samples, unanswered, tookMs };
}

/** What our estimate is given of a scenario: letters, counters, and what the store kept. */
export function learnPast(scenario: Scenario, past: readonly (readonly Cell[])[]): Knowledge {
  return learn(past, {
    queues: scenario.queues.map(({ letter }) => letter),
    counters: scenario.counters.map(({ counter, queues }) => ({ counter, queues })),
  });
}

/** Past days as the store keeps them: aggregated, small cells merged or gone. */
export function playPast(scenario: Scenario, random: Random): readonly (readonly Cell[])[] {
  const rules = rulesOf(scenario);
  return Array.from({ length: scenario.pastDays }, () =>
    aggregateDay(rules, playDay(scenario, random, null).ledger).map(({ figures, ...place }) => ({
      ...place,
      figures: parseFigures(figures),
    })),
  );
}

function meanServices(past: readonly (readonly Cell[])[]): ReadonlyMap<QueueLetter, number> {
  const byQueue = new Map<QueueLetter, DurationSums>();
  for (const { queue, figures } of past.flat()) {
    if (queue === null || figures.times.service === undefined) continue;
    byQueue.set(queue, addDurations(byQueue.get(queue) ?? noDurations, figures.times.service));
  }
  return new Map([...byQueue].map(([queue, { sum, count }]) => [queue, sum / count]));
}

function askOurs(
  { ticketId, atMs, state }: Issue,
  knowledge: Knowledge,
  random: Random,
): WaitEstimate | undefined {
  const seed = Math.floor(random.uniform() * 2 ** 31);
  return estimateWaits({
    state,
    knowledge,
    nowMs: atMs,
    seed,
    tickets: [ticketId],
    newIn: [],
  }).byTicket.get(ticketId);
}

function askOracle(
  { ticketId, atMs, state }: Issue,
  scenario: Scenario,
  random: Random,
): WaitEstimate | undefined {
  const office = new TrueOffice(scenario, random);
  const situation = situationOf(state, atMs);
  return answerFrom(situation, [ticketId], [], ORACLE_REPLAYS, () => office).byTicket.get(ticketId);
}

function someOf<T>(items: readonly T[], most: number, random: Random): readonly T[] {
  const left = [...items];
  while (left.length > most) left.splice(Math.floor(random.uniform() * left.length), 1);
  return left;
}

function inMinutes({ lowMs, medianMs, highMs }: WaitEstimate): Range {
  return { low: lowMs / MINUTE_MS, median: medianMs / MINUTE_MS, high: highMs / MINUTE_MS };
}
