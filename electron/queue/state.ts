import type { RecordedEvent } from './event.ts';
import type { CounterId, QueueLetter, Ticket, TicketId } from './ticket.ts';

/** Rules of one queue for the day; they come from the office's configuration. */
export interface QueueRules {
  readonly letter: QueueLetter;
  /** Tickets that the queue gives in one day, at most {@link HIGHEST_NUMBER}. */
  readonly dailyCap: number;
}

export interface DayRules {
  readonly queues: readonly QueueRules[];
  /**
   * How much earlier a person with priority counts as having arrived, in milliseconds. Being a
   * constant, it can move nobody with priority behind plain order of arrival (DESIGN §7.10).
   */
  readonly priorityCreditMs: number;
}

export interface CounterState {
  readonly counter: CounterId;
  /** The queues it serves. */
  readonly queues: readonly QueueLetter[];
  /** The ticket called or being served there. */
  readonly ticketId: TicketId | null;
}

/** One office on one service day: exactly what its events say, under the day's rules. */
export interface DayState {
  readonly rules: DayRules;
  /** Sequence of the last event, 0 before the first. */
  readonly sequence: number;
  /** Time of the last event, UTC epoch milliseconds, 0 before the first. */
  readonly lastEventAtMs: number;
  /** In order of issue. */
  readonly tickets: ReadonlyMap<TicketId, Ticket>;
  readonly issuedByQueue: ReadonlyMap<QueueLetter, number>;
  /** The open counters. */
  readonly counters: ReadonlyMap<CounterId, CounterState>;
}

/** The events contradict each other: going on would call or number somebody twice. */
export class LedgerDamage extends Error {
  override readonly name = 'LedgerDamage';
}

/** A service day before anything happened. */
export function newDay(rules: DayRules): DayState {
  return {
    rules,
    sequence: 0,
    lastEventAtMs: 0,
    tickets: new Map(),
    issuedByQueue: new Map(),
    counters: new Map(),
  };
}

function changeTicket(state: DayState, ticketId: TicketId, change: Partial<Ticket>): DayState {
  const ticket = state.tickets.get(ticketId);
  if (ticket === undefined)
    throw new LedgerDamage(`The ledger names ticket ${ticketId} before its issue`);
  return { ...state, tickets: new Map(state.tickets).set(ticketId, { ...ticket, ...change }) };
}

function changeCounter(
  state: DayState,
  counter: CounterId,
  change: Partial<CounterState>,
): DayState {
  const before = state.counters.get(counter);
  if (before === undefined)
    throw new LedgerDamage(`The ledger uses counter ${counter} before it opened`);
  return { ...state, counters: new Map(state.counters).set(counter, { ...before, ...change }) };
}

function apply(state: DayState, { event, atMs }: RecordedEvent): DayState {
  switch (event.type) {
    case 'ticketIssued':
      return {
        ...state,
        issuedByQueue: new Map(state.issuedByQueue).set(event.queue, event.number),
        tickets: new Map(state.tickets).set(event.ticketId, {
          ticketId: event.ticketId,
          queue: event.queue,
          number: event.number,
          entry: event.entry,
          hasPriority: event.hasPriority,
          status: 'waiting',
          issuedAtMs: atMs,
          counter: null,
          callCount: 0,
          firstCalledAtMs: null,
          lastCalledAtMs: null,
          startedAtMs: null,
        }),
      };
    case 'counterOpened':
      return {
        ...state,
        counters: new Map(state.counters).set(event.counter, {
          counter: event.counter,
          queues: event.queues,
          ticketId: null,
        }),
      };
    case 'counterClosed': {
      const counters = new Map(state.counters);
      counters.delete(event.counter);
      return { ...state, counters };
    }
    case 'ticketCalled':
      return changeCounter(
        changeTicket(state, event.ticketId, {
          status: 'called',
          counter: event.counter,
          callCount: 1,
          firstCalledAtMs: atMs,
          lastCalledAtMs: atMs,
        }),
        event.counter,
        { ticketId: event.ticketId },
      );
    case 'ticketRecalled': {
      const callCount = (state.tickets.get(event.ticketId)?.callCount ?? 0) + 1;
      return changeTicket(state, event.ticketId, { callCount, lastCalledAtMs: atMs });
    }
    case 'serviceStarted':
      return changeTicket(state, event.ticketId, { status: 'serving', startedAtMs: atMs });
    case 'ticketClosed':
      return changeCounter(
        changeTicket(state, event.ticketId, { status: 'closed' }),
        event.counter,
        { ticketId: null },
      );
    case 'ticketNotShown':
      return changeCounter(
        changeTicket(state, event.ticketId, { status: 'noShow' }),
        event.counter,
        { ticketId: null },
      );
  }
}

/**
 * The state after one more event.
 *
 * @throws LedgerDamage when the event is not the next in sequence or contradicts the state.
 */
export function evolve(state: DayState, recorded: RecordedEvent): DayState {
  if (recorded.sequence !== state.sequence + 1) {
    throw new LedgerDamage(
      `The ledger has event ${recorded.sequence} where ${state.sequence + 1} must follow`,
    );
  }
  return {
    ...apply(state, recorded),
    sequence: recorded.sequence,
    lastEventAtMs: recorded.atMs,
  };
}
