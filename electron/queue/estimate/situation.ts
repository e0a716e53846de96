import type { CounterState, DayState } from '../state.ts';
import {
  type CounterId,
  PAPER_ROLL_LETTER,
  type QueueLetter,
  type Ticket,
  type TicketId,
} from '../ticket.ts';
import { waitingPerson } from '../waiting-person.ts';
import type { ReplayLanes } from './replay-line.ts';

/** A person as a replay starts with them. */
export interface SituationPerson {
  readonly ticketId: TicketId;
  readonly queue: QueueLetter;
  readonly lane: number;
  readonly hasPriority: boolean;
  readonly arrivedMs: number;
  readonly countsFromMs: number;
  readonly notBeforeMs: number;
  readonly order: number;
  readonly overtaken: number;
  /** Since when they have been where they are now. */
  readonly sinceMs: number;
}

export interface SituationCounter {
  readonly lanes: ReplayLanes;
  readonly isPaused: boolean;
  /** Since when it is open or paused. */
  readonly sinceMs: number;
  /** Whom it has called or serves, and since when. */
  readonly person: SituationPerson | null;
  readonly calledAtMs: number | null;
  readonly startedAtMs: number | null;
  /** When it let go of the last person, and when it had called them. */
  readonly freedAtMs: number | null;
  readonly lastCallMs: number | null;
}

/** Someone who is not in the line and may come back to it. */
export interface SituationAbsentee {
  readonly person: SituationPerson;
  readonly why: 'parked' | 'noShow';
  readonly sinceMs: number;
  readonly calledAtMs: number;
}

/** What is known of an office at a moment, as a replay needs it. Built once for many replays. */
export interface Situation {
  readonly state: DayState;
  readonly nowMs: number;
  readonly queues: readonly QueueLetter[];
  readonly laneCount: number;
  readonly laneOfQueue: (queue: QueueLetter) => number;
  /** Of a counter that is not open yet, and has nobody reserved for it. */
  readonly lanesOfNewCounter: (queues: readonly QueueLetter[]) => ReplayLanes;
  readonly waiting: readonly SituationPerson[];
  readonly counters: readonly SituationCounter[];
  readonly openCounters: ReadonlySet<CounterId>;
  readonly absentees: readonly SituationAbsentee[];
  /** Booked, and not there yet; the last first. */
  readonly awaited: readonly { readonly queue: QueueLetter; readonly bookedAtMs: number }[];
  readonly nextOrder: number;
}

/** No counter has this name. */
const NO_COUNTER = '';

/** @param clockMs UTC epoch milliseconds; a clock set backwards is ahead of no event. */
export function situationOf(state: DayState, clockMs: number): Situation {
  const nowMs = Math.max(clockMs, state.lastEventAtMs);
  const queues = state.rules.queues.map(({ letter }) => letter);
  const counterIds = [...state.counters.keys()];
  // A number of the paper roll belongs to no queue, and every counter serves it.
  const rollLane = queues.length;
  const laneOfQueue = new Map([...queues, PAPER_ROLL_LETTER].map((letter, lane) => [letter, lane]));
  const laneOfCounter = new Map(counterIds.map((id, index) => [id, rollLane + 1 + index]));
  /** Of people whom no counter may call. */
  const nobodysLane = rollLane + 1 + counterIds.length;
  /** Of counters: one in which nobody waits. */
  const emptyLane = nobodysLane + 1;

  const personOf = (ticket: Ticket): SituationPerson => {
    const person = waitingPerson(ticket, state.rules);
    const { reservedFor } = person;
    const lane =
      reservedFor === null ? laneOfQueue.get(ticket.queue) : laneOfCounter.get(reservedFor);
    const overtaken = ticket.status === 'waiting' ? state.line.overtakenOf(person) : 0;
    return {
      ...person,
      lane: lane ?? nobodysLane,
      overtaken,
      sinceMs: ticket.changedAtMs,
    };
  };
  const counterOf = (counter: CounterState): SituationCounter => {
    const ticket = counter.ticketId === null ? undefined : state.tickets.get(counter.ticketId);
    const last = ticket === undefined ? state.lastActions.get(counter.counter) : undefined;
    return {
      lanes: lanesOf(counter),
      isPaused: counter.status === 'paused',
      sinceMs: counter.sinceMs,
      person: ticket === undefined ? null : personOf(ticket),
      calledAtMs: ticket === undefined ? null : calledAtMs(ticket),
      startedAtMs: ticket?.startedAtMs ?? null,
      freedAtMs: last?.atMs ?? null,
      lastCallMs: last?.ticketBefore?.lastCalledAtMs ?? null,
    };
  };
  const lanesOf = ({ counter, queues: served }: Pick<CounterState, 'counter' | 'queues'>) => [
    laneOfCounter.get(counter) ?? emptyLane,
    rollLane,
    ...served.map((queue) => laneOfQueue.get(queue) ?? emptyLane),
  ];

  const waiting: SituationPerson[] = [];
  const absentees: SituationAbsentee[] = [];
  for (const ticket of state.tickets.values()) {
    const { status } = ticket;
    if (status === 'waiting') waiting.push(personOf(ticket));
    if (status !== 'parked' && status !== 'noShow') continue;
    const sinceMs = ticket.changedAtMs;
    const person = personOf(ticket);
    absentees.push({ person, why: status, sinceMs, calledAtMs: ticket.lastCalledAtMs ?? sinceMs });
  }
  const usable = [...state.counters.values()].filter(({ status }) => status !== 'abandoned');
  return {
    state,
    nowMs,
    queues,
    laneCount: emptyLane + 1,
    laneOfQueue: (queue) => laneOfQueue.get(queue) ?? nobodysLane,
    lanesOfNewCounter: (served) => lanesOf({ counter: NO_COUNTER, queues: served }),
    waiting,
    counters: usable.map(counterOf),
    openCounters: new Set(usable.map(({ counter }) => counter)),
    absentees,
    awaited: [...state.appointments.values()]
      .filter(({ ticketId }) => ticketId === null)
      .sort((a, b) => b.bookedAtMs - a.bookedAtMs),
    nextOrder: state.sequence + 1,
  };
}

/** The first call since the person was waiting last, where that is known. */
function calledAtMs({ origin, firstCalledAtMs, lastCalledAtMs }: Ticket): number | null {
  return origin === 'arrived' ? firstCalledAtMs : lastCalledAtMs;
}
