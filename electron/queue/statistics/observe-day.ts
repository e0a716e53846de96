import { officeHourAt } from '../calendar/service-day.ts';
import type { DayRules } from '../day-rules.ts';
import type { RecordedEvent } from '../event.ts';
import { evolve } from '../evolve.ts';
import { type CounterState, type DayState, newDay } from '../state.ts';
import type { CounterId, QueueLetter, Ticket, TicketId } from '../ticket.ts';
import type { CountName, TimeName } from './figures.ts';

type What =
  | { readonly kind: 'count'; readonly name: Exclude<CountName, 'people'> }
  | { readonly kind: 'sentTo'; readonly toQueue: QueueLetter }
  | { readonly kind: 'time'; readonly name: TimeName; readonly ms: number }
  | { readonly kind: 'punctuality'; readonly ms: number };

/** One thing to count or to time of one person; for the way to an aggregate, never to be kept. */
export type Observation = What & {
  readonly hour: number;
  readonly queue: QueueLetter;
  /** The ticket, or the code of an appointment for which nobody came. */
  readonly person: string;
};

/** What a counter did, without saying which. UTC epoch milliseconds. */
export interface CounterTime {
  readonly fromMs: number;
  readonly untilMs: number;
}

export interface ObservedDay {
  readonly people: readonly Observation[];
  readonly openings: readonly number[];
  readonly open: readonly CounterTime[];
  readonly paused: readonly CounterTime[];
  /** How long the pauses were that ended, and were not cut short by closing or the end of the day. */
  readonly pausesMs: readonly number[];
}

/** All that a day's events have to say in numbers. */
export function observeDay(rules: DayRules, events: readonly RecordedEvent[]): ObservedDay {
  const observer = new DayObserver(rules);
  for (const recorded of events) observer.observe(recorded);
  return observer.finish();
}

class DayObserver {
  #state: DayState;
  /** With the sequence of the event, so that an undone action can be taken back. */
  readonly #people: { sequence: number; observation: Observation }[] = [];
  readonly #openings: number[] = [];
  readonly #pausesMs: number[] = [];
  readonly #times = { open: [] as CounterTime[], paused: [] as CounterTime[] };
  /** The first call of each ticket since it was waiting last. */
  readonly #calledAtMs = new Map<TicketId, number>();
  /** When counters let go of a person while another waited, if they have called nobody since. */
  readonly #freedAtMs = new Map<CounterId, number>();

  constructor(rules: DayRules) {
    this.#state = newDay(rules);
  }

  observe(recorded: RecordedEvent): void {
    const before = this.#state;
    const after = evolve(before, recorded);
    if (recorded.event.type === 'actionUndone') {
      this.#takeBack(before.lastActions.get(recorded.event.counter)?.sequence);
    }
    this.#observeTickets(before, after, recorded);
    // A day is ended in the night; who forgot to close a counter did not work until then.
    const isEnd = recorded.event.type === 'dayEnded';
    this.#observeCounters(before, after, isEnd ? before.lastEventAtMs : recorded.atMs);
    this.#observeFreed(before, after, recorded);
    this.#state = after;
  }

  finish(): ObservedDay {
    const { lastEventAtMs, counters, appointments, sequence } = this.#state;
    for (const counter of counters.values()) this.#closeInterval(counter, lastEventAtMs);
    for (const { code, queue, bookedAtMs, ticketId } of appointments.values()) {
      if (ticketId !== null) continue;
      const what = { kind: 'count', name: 'missed' } as const;
      this.#note(sequence, bookedAtMs, queue, `booking ${code}`, what);
    }
    const people = this.#people.map(({ observation }) => observation);
    return { people, openings: this.#openings, ...this.#times, pausesMs: this.#pausesMs };
  }

  #takeBack(undone: number | undefined): void {
    if (undone === undefined) return;
    while (this.#people.length > 0) {
      const index = this.#people.findLastIndex(({ sequence }) => sequence === undone);
      if (index === -1) return;
      this.#people.splice(index, 1);
    }
  }

  #note(sequence: number, atMs: number, queue: QueueLetter, person: string, what: What): void {
    const observation = { hour: officeHourAt(atMs), queue, person, ...what };
    this.#people.push({ sequence, observation });
  }

  #observeTickets(before: DayState, after: DayState, { sequence, atMs, event }: RecordedEvent) {
    if (event.type === 'dayEnded') {
      for (const { ticketId, queue, issuedAtMs, status } of after.tickets.values()) {
        if (status !== 'expired') continue;
        this.#note(sequence, issuedAtMs, queue, ticketId, { kind: 'count', name: 'expired' });
      }
      return;
    }
    if (!('ticketId' in event)) return;
    const { ticketId } = event;
    const ticket = after.tickets.get(ticketId);
    if (ticket === undefined) return;
    const was = before.tickets.get(ticketId) ?? ticket;
    const count = (name: Exclude<CountName, 'people'>, queue = was.queue) =>
      this.#note(sequence, atMs, queue, ticketId, { kind: 'count', name });
    const time = (name: TimeName, sinceMs: number, fromMs = atMs) =>
      this.#note(sequence, fromMs, was.queue, ticketId, { kind: 'time', name, ms: atMs - sinceMs });
    const calledAtMs = this.#calledAtMs.get(ticketId) ?? atMs;
    const served = () => {
      if (was.status === 'serving') time('service', was.startedAtMs ?? calledAtMs);
      // Not every desk notes the start.
      else if (was.status === 'called' && event.type === 'ticketClosed') {
        time('service', calledAtMs);
      }
    };
    switch (event.type) {
      case 'ticketIssued':
        count('issued');
        if (event.hasPriority) count('priority');
        if (event.entry === 'appointment') count('appointments');
        if (event.booking !== undefined) {
          count('listed');
          const ms = atMs - event.booking.bookedAtMs;
          this.#note(sequence, atMs, event.queue, ticketId, { kind: 'punctuality', ms });
        }
        break;
      case 'ticketCalled':
      case 'paperNumberCalled':
        this.#calledAtMs.set(ticketId, atMs);
        if (event.type === 'ticketCalled' && was.firstCalledAtMs === null) {
          time('waiting', was.issuedAtMs, was.issuedAtMs);
        }
        if (was.status === 'parked') time('aside', was.changedAtMs);
        this.#observeBetweenCalls(event.counter, ticket, sequence, atMs);
        break;
      case 'serviceStarted':
        time('walk', calledAtMs);
        break;
      case 'ticketClosed':
        served();
        count('served');
        break;
      case 'ticketParked':
        served();
        count('parked');
        break;
      case 'ticketTransferred':
      case 'visitContinued': {
        served();
        const isTransfer = event.type === 'ticketTransferred';
        // Who was put aside has been counted then.
        if (was.status === 'parked') time('aside', was.changedAtMs);
        else if (was.status !== 'waiting') count(isTransfer ? 'transferredOut' : 'continuedOut');
        count(isTransfer ? 'transfersIn' : 'continuedIn', event.toQueue);
        const { toQueue } = event;
        this.#note(sequence, atMs, was.queue, ticketId, { kind: 'sentTo', toQueue });
        break;
      }
      case 'ticketNotShown':
        time('noShow', calledAtMs);
        count('noShows');
        break;
      case 'ticketReturned':
        time('absence', was.changedAtMs);
        count('returned');
        break;
      case 'ticketResumed':
        time('aside', was.changedAtMs);
        count('resumed');
        break;
      case 'ticketCancelled':
        count('cancelled');
        break;
    }
  }

  #observeBetweenCalls(counter: CounterId, ticket: Ticket, sequence: number, atMs: number): void {
    const freedAtMs = this.#freedAtMs.get(counter);
    if (freedAtMs === undefined) return;
    const what = { kind: 'time', name: 'betweenCalls', ms: atMs - freedAtMs } as const;
    this.#note(sequence, atMs, ticket.queue, ticket.ticketId, what);
  }

  #observeCounters(before: DayState, after: DayState, atMs: number): void {
    for (const counter of before.counters.values()) {
      const now = after.counters.get(counter.counter);
      if (now?.status === counter.status && now.sinceMs === counter.sinceMs) continue;
      this.#closeInterval(counter, atMs);
      const isResumed = counter.status === 'paused' && now?.status === 'open';
      if (isResumed) this.#pausesMs.push(atMs - counter.sinceMs);
    }
    for (const counter of after.counters.values()) {
      if (!before.counters.has(counter.counter)) this.#openings.push(atMs);
    }
  }

  #closeInterval({ status, sinceMs }: CounterState, untilMs: number): void {
    if (status === 'abandoned') return;
    this.#times[status].push({ fromMs: sinceMs, untilMs });
  }

  #observeFreed(before: DayState, after: DayState, { atMs, event }: RecordedEvent): void {
    for (const counter of after.counters.values()) {
      const was = before.counters.get(counter.counter);
      if (was === counter) continue;
      this.#freedAtMs.delete(counter.counter);
      const isFreed = was !== undefined && was.ticketId !== null && counter.ticketId === null;
      // Who takes a call back has served nobody.
      if (!isFreed || event.type === 'actionUndone' || counter.status !== 'open') continue;
      if (after.line.next(counter, atMs) === null) continue;
      this.#freedAtMs.set(counter.counter, atMs);
    }
  }
}
