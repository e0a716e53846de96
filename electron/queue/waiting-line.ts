import type { DayRules } from './day-rules.ts';
import {
  byArrival,
  countLeading,
  earliest,
  emptyLane,
  firstOf,
  type Lane,
  peopleOf,
  type WaitingPerson,
  withoutPerson,
  withPerson,
} from './lane.ts';
import { compareNumbers, SortedMap } from './sorted-map.ts';
import { type CounterId, PAPER_ROLL_LETTER, type QueueLetter } from './ticket.ts';

/** What a counter may call, and what it would rather call. */
export interface CallingCounter {
  readonly counter: CounterId;
  /** Preferred first. */
  readonly queues: readonly QueueLetter[];
}

/** The rules that decide whom a counter calls next. */
export type LineRules = Pick<
  DayRules,
  'priorityHeadStartMs' | 'preferenceStepMs' | 'mostOvertaken'
>;

/** Whom a counter calls next, and what put them ahead of those who came before. */
export interface NextPerson {
  readonly person: WaitingPerson;
  readonly because:
    | 'longestWaiting'
    | 'reserved'
    | 'priority'
    | 'booking'
    | 'overtaken'
    | 'preference';
}

type LaneKey = `queue ${QueueLetter}` | `counter ${CounterId}`;

function laneOf({ reservedFor, queue }: WaitingPerson): LaneKey {
  return reservedFor === null ? `queue ${queue}` : `counter ${reservedFor}`;
}

interface ServedLane {
  readonly lane: Lane;
  /** How far down it is in the counter's preferences. */
  readonly preference: number;
}

/**
 * Who waits, and who is next. It never changes: every step answers another line.
 *
 * The person who counts as waiting longest is next. With priority one counts as having come a
 * fixed time earlier; with an appointment, from the booked time; and each step down in a counter's
 * preferences is a fixed time as well. No such advantage goes beyond two bounds: nobody is called
 * before a person with priority who came earlier, and nobody is called before a person who came
 * earlier and has been overtaken as often as the rules allow.
 */
export class WaitingLine {
  readonly #rules: LineRules;
  readonly #lanes: ReadonlyMap<LaneKey, Lane>;
  /** By `order`: how many people who came later have been called before. Without the zeros. */
  readonly #overtaken: SortedMap<number, number>;
  readonly size: number;

  private constructor(
    rules: LineRules,
    lanes: ReadonlyMap<LaneKey, Lane>,
    overtaken: SortedMap<number, number>,
    size: number,
  ) {
    this.#rules = rules;
    this.#lanes = lanes;
    this.#overtaken = overtaken;
    this.size = size;
  }

  static empty(rules: LineRules): WaitingLine {
    return new WaitingLine(rules, new Map(), SortedMap.empty(compareNumbers), 0);
  }

  /** How many people who came later have been called before this one. */
  overtakenOf({ order }: WaitingPerson): number {
    return this.#overtaken.get(order) ?? 0;
  }

  /** One more person; `overtaken` says how often they have been overtaken already. */
  add(person: WaitingPerson, overtaken = 0): WaitingLine {
    const key = laneOf(person);
    const lane = this.#lanes.get(key) ?? emptyLane;
    return new WaitingLine(
      this.#rules,
      new Map(this.#lanes).set(key, withPerson(lane, person, this.#isUnpassable(overtaken))),
      overtaken === 0 ? this.#overtaken : this.#overtaken.with(person.order, overtaken),
      this.size + 1,
    );
  }

  /** Without a person who is in the line. */
  remove(person: WaitingPerson): WaitingLine {
    const key = laneOf(person);
    const lane = this.#lanes.get(key) ?? emptyLane;
    return new WaitingLine(
      this.#rules,
      new Map(this.#lanes).set(key, withoutPerson(lane, person)),
      this.#overtaken.without(person.order),
      this.size - 1,
    );
  }

  /**
   * Whom the counter calls now; null when nobody may be called there.
   *
   * @param nowMs who has just come back is passed over until their time.
   */
  next(counter: CallingCounter, nowMs: number): NextPerson | null {
    const lanes = this.#lanesOf(counter);
    const isReady = (person: WaitingPerson): boolean => person.notBeforeMs <= nowMs;
    // Nobody who came later may be called before this person.
    const bound = earliest(
      lanes.flatMap(({ lane }) => [
        firstOf(lane.priority, isReady),
        firstOf(lane.unpassable, isReady),
      ]),
    );
    const mayBeCalled = (person: WaitingPerson): boolean =>
      isReady(person) && (bound === null || byArrival(person, bound) <= 0);
    const person = this.#best(lanes, mayBeCalled, this.#rules.preferenceStepMs);
    if (person === null) return null;
    return { person, because: this.#cause(person, lanes, isReady, mayBeCalled) };
  }

  /** Those who came before a person, and whom the counter could have called instead. */
  passedBy(person: WaitingPerson, counter: CallingCounter, nowMs: number): WaitingPerson[] {
    const passed: WaitingPerson[] = [];
    for (const { lane } of this.#lanesOf(counter)) {
      for (const people of [lane.priority, lane.plain, lane.booked]) {
        for (const other of people.values()) {
          if (byArrival(other, person) >= 0) break;
          if (other.notBeforeMs <= nowMs) passed.push(other);
        }
      }
    }
    return passed;
  }

  /** These people have been overtaken once more, or, with -1, once less. */
  pass(passed: readonly WaitingPerson[], times: 1 | -1 = 1): WaitingLine {
    return passed.reduce<WaitingLine>(
      (line, person) =>
        line.remove(person).add(person, Math.max(0, line.overtakenOf(person) + times)),
      this,
    );
  }

  /** The line after a counter has called a person. */
  call(person: WaitingPerson, counter: CallingCounter, nowMs: number): WaitingLine {
    return this.remove(person).pass(this.passedBy(person, counter, nowMs));
  }

  /** Everyone whom a counter may call now or later. */
  *callableBy(counter: CallingCounter): IterableIterator<WaitingPerson> {
    for (const { lane } of this.#lanesOf(counter)) yield* peopleOf(lane);
  }

  /** Everyone who waits, lane by lane. */
  *people(): IterableIterator<WaitingPerson> {
    for (const lane of this.#lanes.values()) yield* peopleOf(lane);
  }

  /** Those whom only this counter may call. */
  reservedFor(counter: CounterId): IterableIterator<WaitingPerson> {
    return peopleOf(this.#lanes.get(`counter ${counter}`) ?? emptyLane);
  }

  /** The line as a counter would see it that may call everybody and prefers no queue. */
  forAnyCounter(): WaitingLine {
    const rules = { ...this.#rules, preferenceStepMs: 0 };
    let line = new WaitingLine(rules, this.#lanes, this.#overtaken, this.size);
    for (const person of this.people()) {
      if (person.reservedFor === null) continue;
      const overtaken = this.overtakenOf(person);
      line = line.remove(person).add({ ...person, reservedFor: null }, overtaken);
    }
    return line;
  }

  /**
   * How many people a counter that serves just this queue would call before, as things stand. The
   * two bounds are left out, and so may be somebody with priority who is late for an appointment.
   */
  aheadOf(person: WaitingPerson): number {
    const lane = this.#lanes.get(laneOf(person)) ?? emptyLane;
    const countedMs = this.#countedMs(person);
    const isAhead = (other: WaitingPerson): boolean => {
      const differenceMs = this.#countedMs(other) - countedMs;
      return differenceMs < 0 || (differenceMs === 0 && other.order < person.order);
    };
    return [lane.priority, lane.plain, lane.bookedByTime]
      .map((people) => countLeading(people, isAhead))
      .reduce((sum, count) => sum + count, 0);
  }

  /** Who counts as waiting longest among those wanted; each preference costs so much. */
  #best(
    lanes: readonly ServedLane[],
    isWanted: (person: WaitingPerson) => boolean,
    preferenceStepMs: number,
  ): WaitingPerson | null {
    let best: WaitingPerson | null = null;
    let bestMs = Number.POSITIVE_INFINITY;
    for (const { lane, preference } of lanes) {
      for (const people of [lane.priority, lane.plain, lane.bookedByTime]) {
        const person = firstOf(people, isWanted);
        if (person === null) continue;
        const countedMs = this.#countedMs(person) + preference * preferenceStepMs;
        const isTieWon = countedMs === bestMs && best !== null && person.order < best.order;
        if (countedMs >= bestMs && !isTieWon) continue;
        best = person;
        bestMs = countedMs;
      }
    }
    return best;
  }

  #cause(
    person: WaitingPerson,
    lanes: readonly ServedLane[],
    isReady: (person: WaitingPerson) => boolean,
    mayBeCalled: (person: WaitingPerson) => boolean,
  ): NextPerson['because'] {
    if (person.reservedFor !== null) return 'reserved';
    const withoutBounds = this.#best(lanes, isReady, this.#rules.preferenceStepMs);
    if (withoutBounds !== person && this.#isUnpassable(this.overtakenOf(person))) {
      return 'overtaken';
    }
    const longest = earliest(
      lanes.flatMap(({ lane }) =>
        [lane.priority, lane.plain, lane.booked].map((people) => firstOf(people, isReady)),
      ),
    );
    if (longest === person) return 'longestWaiting';
    if (this.#best(lanes, mayBeCalled, 0) !== person) return 'preference';
    if (person.hasPriority) return 'priority';
    // Who came before may have a booked time that is still to come.
    return person.isBooked ? 'booking' : 'longestWaiting';
  }

  #countedMs({ hasPriority, arrivedMs, countsFromMs }: WaitingPerson): number {
    return hasPriority
      ? Math.min(arrivedMs - this.#rules.priorityHeadStartMs, countsFromMs)
      : countsFromMs;
  }

  #isUnpassable(overtaken: number): boolean {
    return overtaken >= this.#rules.mostOvertaken;
  }

  /** Those reserved for the counter, those with a number of the paper roll, its queues. */
  #lanesOf({ counter, queues }: CallingCounter): ServedLane[] {
    // A number of the roll belongs to no queue: every counter serves it, as it serves its own.
    const own: LaneKey[] = [`counter ${counter}`, `queue ${PAPER_ROLL_LETTER}`];
    const keys = [
      ...own.map((key) => ({ key, preference: 0 })),
      ...queues.map((queue, preference) => ({ key: `queue ${queue}` as const, preference })),
    ];
    return keys.flatMap(({ key, preference }) => {
      const lane = this.#lanes.get(key);
      return lane === undefined ? [] : [{ lane, preference }];
    });
  }
}
