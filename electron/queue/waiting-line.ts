import type { DayRules } from './day-rules.ts';
import { compareNumbers, SortedMap } from './sorted-map.ts';
import type { CounterId, QueueLetter, TicketId } from './ticket.ts';

/** A person in the line, with all that decides when they are called. */
export interface WaitingPerson {
  readonly ticketId: TicketId;
  readonly queue: QueueLetter;
  /** The only counter that may call them, or null. */
  readonly reservedFor: CounterId | null;
  readonly hasPriority: boolean;
  /** Whether {@link countsFromMs} is a booked time and not the arrival. */
  readonly isBooked: boolean;
  /** When they came, time away not counted. UTC epoch milliseconds, like all times here. */
  readonly arrivedMs: number;
  /** From when they count as waiting: the arrival, or the booked time. */
  readonly countsFromMs: number;
  /** Not called by "call next" before. */
  readonly notBeforeMs: number;
  /** Unique; smaller for who came first within a millisecond. */
  readonly order: number;
}

/** What a counter may call, and what it would rather call. */
export interface CallingCounter {
  readonly counter: CounterId;
  /** Preferred first. */
  readonly queues: readonly QueueLetter[];
}

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

type Place = Pick<WaitingPerson, 'arrivedMs' | 'order'>;

function byArrival(a: Place, b: Place): number {
  return a.arrivedMs - b.arrivedMs || a.order - b.order;
}

function byBookedTime(a: WaitingPerson, b: WaitingPerson): number {
  return a.countsFromMs - b.countsFromMs || a.order - b.order;
}

type People = SortedMap<WaitingPerson, WaitingPerson>;

/** The people of one queue, or those reserved for one counter, by what decides their order. */
interface Lane {
  readonly priority: People;
  readonly plain: People;
  readonly booked: People;
  readonly bookedByTime: People;
  /** Those of all three whom nobody may overtake any more. */
  readonly unpassable: People;
}

const nobodyByArrival: People = SortedMap.empty<WaitingPerson, WaitingPerson>(byArrival);
const emptyLane: Lane = {
  priority: nobodyByArrival,
  plain: nobodyByArrival,
  booked: nobodyByArrival,
  bookedByTime: SortedMap.empty(byBookedTime),
  unpassable: nobodyByArrival,
};

type LaneKey = `queue ${QueueLetter}` | `counter ${CounterId}`;

function laneOf({ reservedFor, queue }: WaitingPerson): LaneKey {
  return reservedFor === null ? `queue ${queue}` : `counter ${reservedFor}`;
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

  overtakenOf(person: Pick<WaitingPerson, 'order'>): number {
    return this.#overtaken.get(person.order) ?? 0;
  }

  /** One more person; `overtaken` says how often they have been overtaken already. */
  add(person: WaitingPerson, overtaken = 0): WaitingLine {
    const line = this.#withLane(person, (lane) => {
      if (person.hasPriority) return { ...lane, priority: lane.priority.with(person, person) };
      if (!person.isBooked) return { ...lane, plain: lane.plain.with(person, person) };
      return {
        ...lane,
        booked: lane.booked.with(person, person),
        bookedByTime: lane.bookedByTime.with(person, person),
      };
    });
    return new WaitingLine(this.#rules, line.#lanes, line.#overtaken, this.size + 1).#setOvertaken(
      person,
      overtaken,
    );
  }

  /** Without a person who is in the line. */
  remove(person: WaitingPerson): WaitingLine {
    const line = this.#withLane(person, (lane) => ({
      priority: person.hasPriority ? lane.priority.without(person) : lane.priority,
      plain: person.hasPriority || person.isBooked ? lane.plain : lane.plain.without(person),
      booked: lane.booked.without(person),
      bookedByTime: lane.bookedByTime.without(person),
      unpassable: lane.unpassable.without(person),
    }));
    const overtaken = line.#overtaken.without(person.order);
    return new WaitingLine(this.#rules, line.#lanes, overtaken, this.size - 1);
  }

  /**
   * Whom the counter calls now; null when nobody may be called there.
   *
   * @param nowMs who has just come back is passed over until their time.
   */
  next(counter: CallingCounter, nowMs: number): NextPerson | null {
    const lanes = this.#lanesOf(counter);
    const barrier = first(
      lanes.flatMap(({ lane }) => [
        firstReady(lane.priority, nowMs),
        firstReady(lane.unpassable, nowMs),
      ]),
    );
    const mayBeCalled = (person: WaitingPerson): boolean =>
      person.notBeforeMs <= nowMs && (barrier === null || byArrival(person, barrier) <= 0);
    let next: { person: WaitingPerson; score: number; preference: number } | null = null;
    for (const { lane, preference } of lanes) {
      for (const people of [lane.priority, lane.plain, lane.bookedByTime]) {
        const person = firstOf(people, mayBeCalled);
        if (person === null) continue;
        const score = this.#countedMs(person) + preference * this.#rules.preferenceStepMs;
        const isBefore =
          next === null ||
          score < next.score ||
          (score === next.score && person.order < next.person.order);
        if (isBefore) next = { person, score, preference };
      }
    }
    if (next === null) return null;
    return { person: next.person, because: this.#cause(next.person, lanes, nowMs) };
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

  /** These people have been overtaken once more. */
  pass(passed: readonly WaitingPerson[]): WaitingLine {
    let line: WaitingLine = this;
    for (const person of passed) line = line.#setOvertaken(person, line.overtakenOf(person) + 1);
    return line;
  }

  /** It is taken back that these people were overtaken once. */
  unpass(passed: readonly WaitingPerson[]): WaitingLine {
    let line: WaitingLine = this;
    for (const person of passed) {
      line = line.#setOvertaken(person, Math.max(0, line.overtakenOf(person) - 1));
    }
    return line;
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

  /** As if those reserved for a counter waited in their queue. */
  withoutReservations(): WaitingLine {
    let line: WaitingLine = this;
    for (const person of this.people()) {
      if (person.reservedFor === null) continue;
      const overtaken = this.overtakenOf(person);
      line = line.remove(person).add({ ...person, reservedFor: null }, overtaken);
    }
    return line;
  }

  /** How many people a counter that serves just this queue would call before, as things stand. */
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

  #countedMs(person: WaitingPerson): number {
    return person.hasPriority
      ? person.arrivedMs - this.#rules.priorityHeadStartMs
      : person.countsFromMs;
  }

  #cause(
    person: WaitingPerson,
    lanes: readonly { lane: Lane; preference: number }[],
    nowMs: number,
  ): NextPerson['because'] {
    if (person.reservedFor !== null) return 'reserved';
    const ready = (people: People) => firstReady(people, nowMs);
    const longest = first(
      lanes.flatMap(({ lane }) => [ready(lane.priority), ready(lane.plain), ready(lane.booked)]),
    );
    if (longest === null || longest.order === person.order) return 'longestWaiting';
    if (this.overtakenOf(person) >= this.#rules.mostOvertaken) return 'overtaken';
    if (person.hasPriority) return 'priority';
    if (person.isBooked && person.countsFromMs < longest.countsFromMs) return 'booking';
    // Who came before may have a booked time that is still to come.
    const counted = lanes
      .flatMap(({ lane }) => [ready(lane.priority), ready(lane.plain), ready(lane.bookedByTime)])
      .filter((one) => one !== null)
      .map((one) => this.#countedMs(one));
    return Math.min(...counted) < person.countsFromMs ? 'preference' : 'longestWaiting';
  }

  #lanesOf({ counter, queues }: CallingCounter): { lane: Lane; preference: number }[] {
    const keys: LaneKey[] = [
      `counter ${counter}`,
      ...queues.map((queue) => `queue ${queue}` as const),
    ];
    return keys.flatMap((key, index) => {
      const lane = this.#lanes.get(key);
      return lane === undefined ? [] : [{ lane, preference: Math.max(0, index - 1) }];
    });
  }

  #withLane(person: WaitingPerson, change: (lane: Lane) => Lane): WaitingLine {
    const key = laneOf(person);
    const lanes = new Map(this.#lanes).set(key, change(this.#lanes.get(key) ?? emptyLane));
    return new WaitingLine(this.#rules, lanes, this.#overtaken, this.size);
  }

  #setOvertaken(person: WaitingPerson, times: number): WaitingLine {
    const overtaken =
      times === 0
        ? this.#overtaken.without(person.order)
        : this.#overtaken.with(person.order, times);
    const isUnpassable = times >= this.#rules.mostOvertaken;
    const wasUnpassable = this.overtakenOf(person) >= this.#rules.mostOvertaken;
    const line =
      isUnpassable === wasUnpassable
        ? this
        : this.#withLane(person, (lane) => ({
            ...lane,
            unpassable: isUnpassable
              ? lane.unpassable.with(person, person)
              : lane.unpassable.without(person),
          }));
    return new WaitingLine(this.#rules, line.#lanes, overtaken, this.size);
  }
}

function* peopleOf(lane: Lane): IterableIterator<WaitingPerson> {
  yield* lane.priority.values();
  yield* lane.plain.values();
  yield* lane.booked.values();
}

function first(people: readonly (WaitingPerson | null)[]): WaitingPerson | null {
  let earliest: WaitingPerson | null = null;
  for (const person of people) {
    if (person === null) continue;
    if (earliest === null || byArrival(person, earliest) < 0) earliest = person;
  }
  return earliest;
}

function firstOf(
  people: People,
  isWanted: (person: WaitingPerson) => boolean,
): WaitingPerson | null {
  for (const person of people.values()) if (isWanted(person)) return person;
  return null;
}

function firstReady(people: People, nowMs: number): WaitingPerson | null {
  return firstOf(people, (person) => person.notBeforeMs <= nowMs);
}

/**
 * How many people at the head of an order have a property that, once lost, does not come back.
 * Counted from both ends at once, since either may be long.
 */
function countLeading(people: People, has: (person: WaitingPerson) => boolean): number {
  const forwards = people.values();
  const backwards = people.valuesBackwards();
  for (let counted = 0; ; counted += 1) {
    const head = forwards.next();
    if (head.done === true || !has(head.value)) return counted;
    const tail = backwards.next();
    if (tail.done === true || has(tail.value)) return people.size - counted;
  }
}
