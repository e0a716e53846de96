import type { LineRules } from '../waiting-line.ts';

/** A waiting person in a replay. Queues and counters are numbers there: lanes of the line. */
export interface ReplayPerson {
  /** The lane of the person's queue, or of the only counter that may call them. */
  lane: number;
  hasPriority: boolean;
  arrivedMs: number;
  countsFromMs: number;
  notBeforeMs: number;
  order: number;
  overtaken: number;
}

/**
 * The lanes that a counter calls from: its own, that of the paper roll, and those of its queues,
 * preferred first.
 */
export type ReplayLanes = readonly number[];

/** Its own, and that of the paper roll: they cost no preference, nor does its first queue. */
const LANES_BEFORE_QUEUES = 2;

interface Lane<Person> {
  readonly priority: Person[];
  readonly plain: Person[];
  /** Those whom an appointment moves. */
  readonly bookedByTime: Person[];
  readonly unpassable: Person[];
}

/**
 * The same line as `WaitingLine`, for replays that are thrown away: it changes in place, which makes
 * it some twenty times as fast. A test holds that both always call the same person.
 */
export class ReplayLine<Person extends ReplayPerson> {
  readonly #rules: LineRules;
  readonly #lanes: readonly Lane<Person>[];

  constructor(rules: LineRules, laneCount: number) {
    this.#rules = rules;
    this.#lanes = Array.from({ length: laneCount }, () => ({
      priority: [],
      plain: [],
      bookedByTime: [],
      unpassable: [],
    }));
  }

  add(person: Person): void {
    const lane = this.#lane(person.lane);
    if (person.hasPriority) insert(lane.priority, person, byArrival);
    else if (isMovedByBooking(person)) insert(lane.bookedByTime, person, byBookedTime);
    else insert(lane.plain, person, byArrival);
    if (person.overtaken >= this.#rules.mostOvertaken) insert(lane.unpassable, person, byArrival);
  }

  next(lanes: ReplayLanes, nowMs: number): Person | null {
    let barrier: Person | null = null;
    for (const key of lanes) {
      const lane = this.#lane(key);
      barrier = earlier(barrier, firstReady(lane.priority, nowMs));
      barrier = earlier(barrier, firstReady(lane.unpassable, nowMs));
    }
    let next: Person | null = null;
    let lowest = Number.POSITIVE_INFINITY;
    const consider = (people: readonly Person[], offsetMs: number, isByArrival: boolean): void => {
      for (const person of people) {
        if (person.notBeforeMs > nowMs) continue;
        if (barrier !== null && byArrival(person, barrier) > 0) {
          if (isByArrival) return;
          continue;
        }
        const score = this.#countedMs(person) + offsetMs;
        if (score < lowest || (score === lowest && next !== null && person.order < next.order)) {
          next = person;
          lowest = score;
        }
        return;
      }
    };
    for (let index = 0; index < lanes.length; index += 1) {
      const lane = this.#lane(lanes[index] ?? 0);
      const offsetMs = Math.max(0, index - LANES_BEFORE_QUEUES) * this.#rules.preferenceStepMs;
      consider(lane.priority, offsetMs, true);
      consider(lane.plain, offsetMs, true);
      consider(lane.bookedByTime, offsetMs, false);
    }
    return next;
  }

  /** Takes a person out whom a counter calls, and notes whom that overtakes. */
  call(person: Person, lanes: ReplayLanes, nowMs: number): void {
    this.remove(person);
    for (const key of lanes) {
      const lane = this.#lane(key);
      for (const people of [lane.priority, lane.plain]) {
        for (const other of people) {
          if (byArrival(other, person) >= 0) break;
          if (other.notBeforeMs <= nowMs) this.#overtake(other, lane);
        }
      }
      for (const other of lane.bookedByTime) {
        if (byArrival(other, person) < 0 && other.notBeforeMs <= nowMs) this.#overtake(other, lane);
      }
    }
  }

  remove(person: Person): void {
    const lane = this.#lane(person.lane);
    if (person.hasPriority) drop(lane.priority, person);
    else if (isMovedByBooking(person)) drop(lane.bookedByTime, person);
    else drop(lane.plain, person);
    if (person.overtaken >= this.#rules.mostOvertaken) drop(lane.unpassable, person);
  }

  #overtake(person: Person, lane: Lane<Person>): void {
    person.overtaken += 1;
    if (person.overtaken === this.#rules.mostOvertaken) insert(lane.unpassable, person, byArrival);
  }

  #countedMs(person: Person): number {
    if (!person.hasPriority) return person.countsFromMs;
    return Math.min(person.arrivedMs - this.#rules.priorityHeadStartMs, person.countsFromMs);
  }

  #lane(key: number): Lane<Person> {
    const lane = this.#lanes[key];
    if (lane === undefined) throw new RangeError(`There is no lane ${key}`);
    return lane;
  }
}

function isMovedByBooking({ arrivedMs, countsFromMs }: ReplayPerson): boolean {
  return countsFromMs !== arrivedMs;
}

function byArrival(a: ReplayPerson, b: ReplayPerson): number {
  return a.arrivedMs - b.arrivedMs || a.order - b.order;
}

function byBookedTime(a: ReplayPerson, b: ReplayPerson): number {
  return a.countsFromMs - b.countsFromMs || a.order - b.order;
}

function earlier<Person extends ReplayPerson>(a: Person | null, b: Person | null): Person | null {
  if (a === null || b === null) return a ?? b;
  return byArrival(b, a) < 0 ? b : a;
}

function firstReady<Person extends ReplayPerson>(
  people: readonly Person[],
  nowMs: number,
): Person | null {
  for (const person of people) if (person.notBeforeMs <= nowMs) return person;
  return null;
}

/** From the end, for most people join there. */
function insert<Person>(
  people: Person[],
  person: Person,
  compare: (a: Person, b: Person) => number,
): void {
  let index = people.length;
  while (index > 0) {
    const before = people[index - 1];
    if (before === undefined || compare(before, person) <= 0) break;
    index -= 1;
  }
  people.splice(index, 0, person);
}

function drop<Person>(people: Person[], person: Person): void {
  const index = people.indexOf(person);
  if (index !== -1) people.splice(index, 1);
}
