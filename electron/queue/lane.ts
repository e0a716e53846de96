import { SortedMap } from './sorted-map.ts';
import type { CounterId, QueueLetter, TicketId } from './ticket.ts';

/** A person in the line, with all that decides when they are called. */
export interface WaitingPerson {
  readonly ticketId: TicketId;
  readonly queue: QueueLetter;
  /** The only counter that may call them, or null. */
  readonly reservedFor: CounterId | null;
  readonly hasPriority: boolean;
  /** Whether an appointment makes {@link countsFromMs} another time than the arrival. */
  readonly isBooked: boolean;
  /** When they came, time away not counted. UTC epoch milliseconds, like all times here. */
  readonly arrivedMs: number;
  /** From when they count as waiting: the arrival, or another time by an appointment. */
  readonly countsFromMs: number;
  /** Not called by "call next" before. */
  readonly notBeforeMs: number;
  /** Unique; smaller for who came first within a millisecond. */
  readonly order: number;
}

/** In order of arrival; who came first within a millisecond has the smaller order. */
export function byArrival(a: WaitingPerson, b: WaitingPerson): number {
  return a.arrivedMs - b.arrivedMs || a.order - b.order;
}

function byBookedTime(a: WaitingPerson, b: WaitingPerson): number {
  return a.countsFromMs - b.countsFromMs || a.order - b.order;
}

/** People in an order of theirs. */
export type People = SortedMap<WaitingPerson, WaitingPerson>;

/** The people of one queue, or those reserved for one counter, by what decides their order. */
export interface Lane {
  readonly priority: People;
  readonly plain: People;
  /** Those whom an appointment moves, by arrival and by the time they count from. */
  readonly booked: People;
  readonly bookedByTime: People;
  /** Those of all whom nobody may overtake any more. */
  readonly unpassable: People;
}

const nobodyByArrival: People = SortedMap.empty<WaitingPerson, WaitingPerson>(byArrival);
/** A lane in which nobody waits. */
export const emptyLane: Lane = {
  priority: nobodyByArrival,
  plain: nobodyByArrival,
  booked: nobodyByArrival,
  bookedByTime: SortedMap.empty(byBookedTime),
  unpassable: nobodyByArrival,
};

/** One more person in a lane, whom others may overtake or not. */
export function withPerson(lane: Lane, person: WaitingPerson, isUnpassable: boolean): Lane {
  const unpassable = isUnpassable ? lane.unpassable.with(person, person) : lane.unpassable;
  if (person.hasPriority) {
    return { ...lane, unpassable, priority: lane.priority.with(person, person) };
  }
  if (!person.isBooked) return { ...lane, unpassable, plain: lane.plain.with(person, person) };
  return {
    ...lane,
    unpassable,
    booked: lane.booked.with(person, person),
    bookedByTime: lane.bookedByTime.with(person, person),
  };
}

/** A lane without a person. */
export function withoutPerson(lane: Lane, person: WaitingPerson): Lane {
  return {
    priority: lane.priority.without(person),
    plain: lane.plain.without(person),
    booked: lane.booked.without(person),
    bookedByTime: lane.bookedByTime.without(person),
    unpassable: lane.unpassable.without(person),
  };
}

/** Everyone in a lane. */
export function* peopleOf(lane: Lane): IterableIterator<WaitingPerson> {
  yield* lane.priority.values();
  yield* lane.plain.values();
  yield* lane.booked.values();
}

/** Who arrived first. */
export function earliest(people: readonly (WaitingPerson | null)[]): WaitingPerson | null {
  let first: WaitingPerson | null = null;
  for (const person of people) {
    if (person !== null && (first === null || byArrival(person, first) < 0)) first = person;
  }
  return first;
}

/** The first whom one wants. */
export function firstOf(
  people: People,
  isWanted: (person: WaitingPerson) => boolean,
): WaitingPerson | null {
  for (const person of people.values()) if (isWanted(person)) return person;
  return null;
}

/**
 * How many people at the head of an order have a property that, once lost, does not come back.
 * Counted from both ends at once, since either may be long.
 */
export function countLeading(people: People, has: (person: WaitingPerson) => boolean): number {
  const forwards = people.values();
  const backwards = people.valuesBackwards();
  for (let counted = 0; ; counted += 1) {
    const head = forwards.next();
    if (head.done === true || !has(head.value)) return counted;
    const tail = backwards.next();
    if (tail.done === true || has(tail.value)) return people.size - counted;
  }
}
