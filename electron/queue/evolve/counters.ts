import type { QueueEvent, RecordedEvent } from '../event.ts';
import type { CounterState, DayState } from '../state.ts';
import type { CounterId, TicketId } from '../ticket.ts';
import { forgetAction } from './last-action.ts';
import { overtakenOf, replaceTicket, ticketOf } from './tickets.ts';

/** A counter that the ledger has opened. */
export function counterOf(state: DayState, counter: CounterId): CounterState {
  const found = state.counters.get(counter);
  if (found !== undefined) return found;
  throw new Error(`Counter ${counter} has not been opened`);
}

/** The counter has the ticket, or nobody. */
export function putTicketAt(
  state: DayState,
  counter: CounterId,
  ticketId: TicketId | null,
): DayState {
  return changeCounter(state, counter, { ticketId });
}

/** Counters open, pause and close. Who was reserved for one that stops waits for all again. */
export function applyToCounter(
  state: DayState,
  recorded: RecordedEvent,
  event: Extract<QueueEvent, { type: `counter${string}` }>,
): DayState {
  const { counter } = event;
  const sinceMs = recorded.atMs;
  switch (event.type) {
    case 'counterOpened': {
      // Where the desk had vanished, the ticket is still there.
      const ticketId = state.counters.get(counter)?.ticketId ?? null;
      const { queues } = event;
      const status = 'open';
      return withCounter(state, { counter, queues, ticketId, sinceMs, status, pauseReason: null });
    }
    case 'counterQueuesChanged':
      return changeCounter(state, counter, { queues: event.queues });
    case 'counterPaused':
      return changeCounter(endReservations(state, recorded, counter), counter, {
        status: 'paused',
        pauseReason: event.reason,
        sinceMs,
      });
    case 'counterResumed':
      return changeCounter(state, counter, { status: 'open', pauseReason: null, sinceMs });
    case 'counterAbandoned':
      return changeCounter(endReservations(state, recorded, counter), counter, {
        status: 'abandoned',
        pauseReason: null,
        sinceMs,
      });
    case 'counterClosed':
      return removeCounter(endReservations(state, recorded, counter), counter);
  }
}

/** The counter is open no longer, and what it did last cannot be undone. */
export function removeCounter(state: DayState, counter: CounterId): DayState {
  const counters = new Map(state.counters);
  counters.delete(counter);
  return forgetAction({ ...state, counters }, counter);
}

function withCounter(state: DayState, counter: CounterState): DayState {
  return { ...state, counters: new Map(state.counters).set(counter.counter, counter) };
}

function changeCounter(
  state: DayState,
  counter: CounterId,
  change: Partial<CounterState>,
): DayState {
  return withCounter(state, { ...counterOf(state, counter), ...change });
}

function endReservations(
  state: DayState,
  { sequence, atMs }: RecordedEvent,
  counter: CounterId,
): DayState {
  let next = state;
  for (const { ticketId } of state.line.reservedFor(counter)) {
    const before = ticketOf(next, ticketId);
    const after = { ...before, reservedFor: null, changedAt: sequence, changedAtMs: atMs };
    next = replaceTicket(next, before, after, overtakenOf(next, before));
  }
  return next;
}
