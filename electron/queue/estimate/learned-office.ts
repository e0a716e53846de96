import type { CounterId, QueueLetter } from '../ticket.ts';
import { drawLogNormalOf, drawNormal, drawShare } from './belief.ts';
import {
  drawLogNormal,
  drawNormalAbove,
  type LogNormal,
  logNormalTail,
  type Normal,
  normalTailOf,
} from './distributions.ts';
import type { QueueKnowledge } from './knowledge.ts';
import type { OfficeClock } from './office-clock.ts';
import type { OfficeModel, ServiceEnd } from './office-model.ts';
import type { Random } from './random.ts';
import type { TodaysKnowledge } from './today.ts';

const HOUR_MS = 3_600_000;

/** How likely a counter that usually opens stays shut for the day. */
const STAYS_SHUT = 0.05;

/** Where no opening has been seen: how likely a counter opens at all, and how long it takes to. */
const UNKNOWN_OPENS = 0.8;
const UNKNOWN_OPENS_AFTER_MS = 15 * 60_000;

interface QueueModel {
  readonly service: LogNormal;
  readonly noShow: number;
  readonly priority: number;
  readonly arrivalFactor: number;
  readonly transferred: number;
  readonly continued: number;
  readonly parked: number;
  readonly knowledge: QueueKnowledge;
}

/**
 * One office that is possible, given what is known: its parameters are drawn once, so that the less
 * is known, the more replays differ.
 */
export class LearnedOffice implements OfficeModel {
  readonly #knowledge: TodaysKnowledge;
  readonly #clock: OfficeClock;
  readonly #opensAtMs: number;
  readonly #random: Random;
  readonly #queues: ReadonlyMap<QueueLetter, QueueModel>;
  readonly #anyQueue: QueueModel;
  readonly #walk: LogNormal;
  readonly #noShow: LogNormal;
  readonly #absence: LogNormal;
  readonly #aside: LogNormal;
  readonly #betweenCalls: LogNormal;
  readonly #pause: LogNormal;
  readonly #returns: number;
  readonly #missed: number;
  readonly #punctuality: Normal;
  readonly #pauseFactor: number;

  /** @param opensAtMs when the office opened, or opens next. */
  constructor(knowledge: TodaysKnowledge, clock: OfficeClock, opensAtMs: number, random: Random) {
    this.#knowledge = knowledge;
    this.#clock = clock;
    this.#opensAtMs = opensAtMs;
    this.#random = random;
    const { serviceShift, arrivals } = knowledge;
    const shift = serviceShift.mean + serviceShift.deviation * random.normal();
    const day = random.gamma(arrivals.seen) / arrivals.usual;
    const possible = (queue: QueueKnowledge): QueueModel => {
      const service = drawLogNormalOf(queue.service, random);
      const seen = queue.walkInsSeen + 1;
      return {
        service: { ...service, logMean: service.logMean + shift },
        noShow: drawShare(queue.noShow, random),
        priority: drawShare(queue.priority, random),
        arrivalFactor: (day * random.gamma(seen)) / seen,
        transferred: drawShare(queue.transferred, random),
        continued: drawShare(queue.continued, random),
        parked: drawShare(queue.parked, random),
        knowledge: queue,
      };
    };
    this.#queues = new Map([...knowledge.queues].map(([letter, one]) => [letter, possible(one)]));
    this.#anyQueue = possible(knowledge.anyQueue);
    this.#walk = drawLogNormalOf(knowledge.walk, random);
    this.#noShow = drawLogNormalOf(knowledge.noShowTime, random);
    this.#absence = drawLogNormalOf(knowledge.absence, random);
    this.#aside = drawLogNormalOf(knowledge.aside, random);
    this.#betweenCalls = drawLogNormalOf(knowledge.betweenCalls, random);
    this.#pause = drawLogNormalOf(knowledge.pause, random);
    this.#returns = drawShare(knowledge.returns, random);
    this.#missed = drawShare(knowledge.missed, random);
    this.#punctuality = drawNormal(knowledge.punctuality, random);
    this.#pauseFactor = random.gamma(knowledge.pausesSeen) / knowledge.pausesSeen;
  }

  nextWalkInMs(queue: QueueLetter, afterMs: number): number {
    const { arrivalFactor, knowledge } = this.#queue(queue);
    return this.#clock.nextWhileOpen(
      knowledge.walkInsPerHour,
      arrivalFactor,
      afterMs,
      this.#random,
    );
  }

  bookedArrivalMs(_queue: QueueLetter, bookedAtMs: number, nowMs: number): number | null {
    const lateMs = nowMs - bookedAtMs;
    const stillComes = normalTailOf(this.#punctuality, lateMs) * (1 - this.#missed);
    if (!this.#random.isTrue(stillComes / (stillComes + this.#missed))) return null;
    return bookedAtMs + drawNormalAbove(this.#punctuality, this.#random, lateMs);
  }

  declaresPriority(queue: QueueLetter): boolean {
    return this.#random.isTrue(this.#queue(queue).priority);
  }

  isNoShow(queue: QueueLetter, calledForMs: number): boolean {
    const { noShow } = this.#queue(queue);
    const absent = noShow * logNormalTail(this.#noShow, calledForMs);
    const coming = (1 - noShow) * logNormalTail(this.#walk, calledForMs);
    return this.#random.isTrue(absent / Math.max(Number.MIN_VALUE, absent + coming));
  }

  noShowMs(atLeastMs: number): number {
    return drawLogNormal(this.#noShow, this.#random, atLeastMs);
  }

  absenceMs(atLeastMs: number): number | null {
    const stillReturns = this.#returns * logNormalTail(this.#absence, atLeastMs);
    if (!this.#random.isTrue(stillReturns / (stillReturns + 1 - this.#returns))) return null;
    return drawLogNormal(this.#absence, this.#random, atLeastMs);
  }

  walkMs(atLeastMs: number): number {
    return drawLogNormal(this.#walk, this.#random, atLeastMs);
  }

  serviceMs(queue: QueueLetter, atLeastMs: number): number {
    return drawLogNormal(this.#queue(queue).service, this.#random, atLeastMs);
  }

  serviceEnd(queue: QueueLetter): ServiceEnd {
    const { transferred, continued, parked, knowledge } = this.#queue(queue);
    const kind = this.#random.uniform();
    if (kind < parked) return { kind: 'parked' };
    if (kind >= parked + transferred + continued) return { kind: 'closed' };
    const toQueue = this.#oneOf(knowledge.sentTo);
    if (toQueue === null) return { kind: 'closed' };
    return { kind: kind < parked + transferred ? 'transferred' : 'continued', toQueue };
  }

  asideMs(atLeastMs: number): number {
    return drawLogNormal(this.#aside, this.#random, atLeastMs);
  }

  betweenCallsMs(atLeastMs: number): number {
    return drawLogNormal(this.#betweenCalls, this.#random, atLeastMs);
  }

  nextPauseMs(fromMs: number): number {
    const { pausesPerHour } = this.#knowledge;
    return this.#clock.next(pausesPerHour, this.#pauseFactor, fromMs, this.#random);
  }

  pauseMs(atLeastMs: number): number {
    return drawLogNormal(this.#pause, this.#random, atLeastMs);
  }

  openings(nowMs: number, open: ReadonlySet<CounterId>) {
    const shut = this.#knowledge.counters.filter(({ counter }) => !open.has(counter));
    // Of an office with one counter, the past does not tell when it opens.
    const isUnknown = this.#knowledge.openings.every(({ perDay }) => perDay === 0);
    const times = isUnknown
      ? shut.map(() => this.#unknownOpeningMs(nowMs))
      : this.#usualOpeningsMs(nowMs, open.size);
    const opening = times.filter((atMs) => atMs !== null).sort((a, b) => a - b);
    return opening.flatMap((atMs) => {
      const index = Math.floor(this.#random.uniform() * shut.length);
      const [counter] = shut.splice(index, 1);
      return counter === undefined ? [] : [{ atMs, ...counter }];
    });
  }

  #unknownOpeningMs(nowMs: number): number | null {
    const sinceMs = Math.max(0, nowMs - this.#opensAtMs);
    const stillOpens = UNKNOWN_OPENS * Math.exp(-sinceMs / UNKNOWN_OPENS_AFTER_MS);
    if (!this.#random.isTrue(stillOpens / (stillOpens + 1 - UNKNOWN_OPENS))) return null;
    return Math.max(nowMs, this.#opensAtMs) + this.#random.exponential(UNKNOWN_OPENS_AFTER_MS);
  }

  /** The times at which counters usually open, without as many as are open already. */
  #usualOpeningsMs(nowMs: number, openAlready: number): (number | null)[] {
    const fullHourMs = Math.floor(nowMs / HOUR_MS) * HOUR_MS;
    const hourNow = this.#clock.hourAt(nowMs);
    const times: (number | null)[] = [];
    let passedOver = openAlready;
    for (const [hour, { perDay, meanMs, deviationMs }] of this.#knowledge.openings.entries()) {
      const whole = Math.floor(perDay);
      const count = whole + (this.#random.isTrue(perDay - whole) ? 1 : 0);
      const usual = { mean: meanMs, deviation: deviationMs };
      for (let index = 0; index < count; index += 1) {
        if (passedOver > 0) {
          passedOver -= 1;
          continue;
        }
        const hourMs = fullHourMs + (hour - hourNow) * HOUR_MS;
        const sinceMs = nowMs - hourMs;
        const stillOpens = (1 - STAYS_SHUT) * normalTailOf(usual, sinceMs);
        if (!this.#random.isTrue(stillOpens / (stillOpens + STAYS_SHUT))) continue;
        times.push(hourMs + drawNormalAbove(usual, this.#random, sinceMs));
      }
    }
    return times;
  }

  #oneOf(weights: ReadonlyMap<QueueLetter, number>): QueueLetter | null {
    let left = this.#random.uniform() * [...weights.values()].reduce((a, b) => a + b, 0);
    for (const [queue, weight] of weights) {
      left -= weight;
      if (left < 0) return queue;
    }
    return null;
  }

  #queue(letter: QueueLetter): QueueModel {
    return this.#queues.get(letter) ?? this.#anyQueue;
  }
}
