import {
  drawLogNormal,
  drawNormalAbove,
  type LogNormal,
  logNormalTail,
  normalTailOf,
} from '../../../electron/queue/estimate/distributions.ts';
import type { OfficeModel, ServiceEnd } from '../../../electron/queue/estimate/office-model.ts';
import type { Random } from '../../../electron/queue/estimate/random.ts';
import type { CounterId, QueueLetter } from '../../../electron/queue/ticket.ts';
import { clockMs, type Duration, type Scenario } from './scenario.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;

/** A counter calls, and calls again, before it may give a person up. */
export const RECALL_AFTER_MS = 45_000;
const SHORTEST_NO_SHOW_MS = 80_000;

interface QueueTruth {
  readonly offerings: readonly { readonly weight: number; readonly service: LogNormal }[];
  readonly walkIns: readonly {
    readonly fromMs: number;
    readonly untilMs: number;
    readonly perMs: number;
  }[];
}

/**
 * The office as it is. The simulated day draws its people from it, and the oracle, which knows the
 * same distributions and sees what the desk sees, plays forward with it.
 */
export class TrueOffice implements OfficeModel {
  readonly #scenario: Scenario;
  readonly #random: Random;
  readonly #queues: ReadonlyMap<QueueLetter, QueueTruth>;
  readonly #opensAtMs: number;
  readonly #walk: LogNormal;
  readonly #noShow: LogNormal;
  readonly #absence: LogNormal;
  readonly #aside: LogNormal;
  readonly #betweenCalls: LogNormal;
  readonly #pause: LogNormal;

  constructor(scenario: Scenario, random: Random) {
    this.#scenario = scenario;
    this.#random = random;
    this.#opensAtMs = clockMs(scenario.windows[0]?.opens ?? '08:00');
    this.#queues = new Map(
      scenario.queues.map((queue) => [queue.letter, queueTruth(queue, scenario.windows)]),
    );
    this.#walk = logNormal(scenario.walk);
    this.#noShow = logNormal(scenario.noShow.givenUpAfter);
    this.#absence = logNormal(scenario.noShow.backAfter);
    this.#aside = logNormal(scenario.aside);
    this.#betweenCalls = logNormal(scenario.betweenCalls);
    this.#pause = logNormal(scenario.pauses.length);
  }

  nextWalkInMs(queue: QueueLetter, afterMs: number): number {
    let left = this.#random.exponential(1);
    for (const { fromMs, untilMs, perMs } of this.#queue(queue).walkIns) {
      const startMs = Math.max(afterMs, fromMs);
      if (startMs >= untilMs || perMs === 0) continue;
      const expected = (untilMs - startMs) * perMs;
      if (left <= expected) return startMs + left / perMs;
      left -= expected;
    }
    return Number.POSITIVE_INFINITY;
  }

  bookedArrivalMs(_queue: QueueLetter, bookedAtMs: number, nowMs: number): number | null {
    const { missed, lateShare, earlyMinutes, earlyDeviation, lateMinutes, lateDeviation } =
      this.#scenario.appointments;
    const sinceMs = nowMs - bookedAtMs;
    const early = { mean: -earlyMinutes * MINUTE_MS, deviation: earlyDeviation * MINUTE_MS };
    const late = { mean: lateMinutes * MINUTE_MS, deviation: lateDeviation * MINUTE_MS };
    const stillEarly = (1 - missed) * (1 - lateShare) * normalTailOf(early, sinceMs);
    const stillLate = (1 - missed) * lateShare * normalTailOf(late, sinceMs);
    const which = this.#random.uniform() * (stillEarly + stillLate + missed);
    if (which >= stillEarly + stillLate) return null;
    return bookedAtMs + drawNormalAbove(which < stillEarly ? early : late, this.#random, sinceMs);
  }

  declaresPriority(): boolean {
    return this.#random.isTrue(this.#scenario.priorityShare);
  }

  isNoShow(_queue: QueueLetter, calledForMs: number): boolean {
    const { share } = this.#scenario.noShow;
    const givenUpLater =
      calledForMs < SHORTEST_NO_SHOW_MS ? 1 : logNormalTail(this.#noShow, calledForMs);
    const absent = share * givenUpLater;
    const coming = (1 - share) * logNormalTail(this.#walk, calledForMs);
    return this.#random.uniform() * (absent + coming) < absent;
  }

  noShowMs(atLeastMs: number): number {
    const knownMs = atLeastMs < SHORTEST_NO_SHOW_MS ? 0 : atLeastMs;
    return Math.max(SHORTEST_NO_SHOW_MS, drawLogNormal(this.#noShow, this.#random, knownMs));
  }

  absenceMs(atLeastMs: number): number | null {
    const { returnShare } = this.#scenario.noShow;
    const stillReturns = returnShare * logNormalTail(this.#absence, atLeastMs);
    const isBack = this.#random.uniform() * (stillReturns + 1 - returnShare) < stillReturns;
    return isBack ? drawLogNormal(this.#absence, this.#random, atLeastMs) : null;
  }

  walkMs(atLeastMs: number): number {
    return drawLogNormal(this.#walk, this.#random, atLeastMs);
  }

  serviceMs(queue: QueueLetter, atLeastMs: number): number {
    const { offerings } = this.#queue(queue);
    const weights = offerings.map(
      ({ weight, service }) => weight * logNormalTail(service, atLeastMs),
    );
    let left = this.#random.uniform() * weights.reduce((a, b) => a + b, 0);
    for (const [index, { service }] of offerings.entries()) {
      left -= weights[index] ?? 0;
      if (left < 0) return drawLogNormal(service, this.#random, atLeastMs);
    }
    return atLeastMs;
  }

  serviceEnd(queue: QueueLetter): ServiceEnd {
    const { parkShare, transferShare, continueShare, queues } = this.#scenario;
    const others = queues.filter(({ letter }) => letter !== queue);
    const kind = this.#random.uniform();
    if (kind < parkShare) return { kind: 'parked' };
    const toQueue = others[Math.floor(this.#random.uniform() * others.length)]?.letter;
    if (kind >= parkShare + transferShare + continueShare || toQueue === undefined) {
      return { kind: 'closed' };
    }
    return { kind: kind < parkShare + transferShare ? 'transferred' : 'continued', toQueue };
  }

  asideMs(atLeastMs: number): number {
    return drawLogNormal(this.#aside, this.#random, atLeastMs);
  }

  betweenCallsMs(atLeastMs: number): number {
    return drawLogNormal(this.#betweenCalls, this.#random, atLeastMs);
  }

  nextPauseMs(fromMs: number): number {
    const { perHour } = this.#scenario.pauses;
    if (perHour === 0) return Number.POSITIVE_INFINITY;
    return fromMs + this.#random.exponential(HOUR_MS / perHour);
  }

  pauseMs(atLeastMs: number): number {
    return drawLogNormal(this.#pause, this.#random, atLeastMs);
  }

  openings(nowMs: number, open: ReadonlySet<CounterId>) {
    const sinceMs = Math.max(0, nowMs - this.#opensAtMs);
    return this.#scenario.counters
      .filter(({ counter }) => !open.has(counter))
      .map(({ counter, queues, opensAfter }) => ({
        counter,
        queues,
        atMs: this.#opensAtMs + drawLogNormal(logNormal(opensAfter), this.#random, sinceMs),
      }))
      .sort((a, b) => a.atMs - b.atMs);
  }

  #queue(letter: QueueLetter): QueueTruth {
    const queue = this.#queues.get(letter);
    if (queue === undefined) throw new RangeError(`The scenario has no queue ${letter}`);
    return queue;
  }
}

function logNormal({ medianMinutes, spread }: Duration): LogNormal {
  return { logMean: Math.log(medianMinutes * MINUTE_MS), logDeviation: spread };
}

function queueTruth(
  { offerings, walkIns }: Scenario['queues'][number],
  windows: Scenario['windows'],
): QueueTruth {
  const rates = windows.flatMap(({ opens, lastTicket }) =>
    walkIns.map(({ from, perHour }, index) => {
      const next = walkIns[index + 1];
      return {
        fromMs: Math.max(clockMs(opens), clockMs(from)),
        untilMs: Math.min(clockMs(lastTicket), next ? clockMs(next.from) : Infinity),
        perMs: perHour / HOUR_MS,
      };
    }),
  );
  return {
    offerings: offerings.map(({ share, service }) => ({
      weight: share,
      service: logNormal(service),
    })),
    walkIns: rates.filter(({ fromMs, untilMs }) => fromMs < untilMs),
  };
}
