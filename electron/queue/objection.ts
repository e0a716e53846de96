import type { QueueEvent } from './event.ts';
import type { QueueError } from './queue-error.ts';
import type { CounterState, DayState } from './state.ts';
import {
  type CounterId,
  HIGHEST_NUMBER,
  type Ticket,
  type TicketId,
  type TicketStatus,
} from './ticket.ts';

/** What a counter does with a ticket that exists; calls have conditions of their own. */
type TicketStep = Exclude<
  Extract<QueueEvent, { ticketId: TicketId; counter: CounterId }>,
  { type: 'ticketCalled' | 'paperNumberCalled' }
>;

/** The states from which each step leads: of the counter's own ticket, and of one nobody has. */
const from: Readonly<
  Record<TicketStep['type'], Readonly<Record<'own' | 'free', readonly TicketStatus[]>>>
> = {
  ticketRecalled: { own: ['called'], free: [] },
  serviceStarted: { own: ['called'], free: [] },
  ticketClosed: { own: ['called', 'serving'], free: [] },
  ticketNotShown: { own: ['called'], free: [] },
  ticketReturned: { own: [], free: ['noShow'] },
  ticketParked: { own: ['called', 'serving'], free: [] },
  ticketResumed: { own: [], free: ['parked'] },
  ticketTransferred: { own: ['called', 'serving'], free: ['waiting', 'parked'] },
  visitContinued: { own: ['serving'], free: [] },
  ticketCancelled: { own: ['called'], free: ['waiting', 'parked', 'noShow'] },
};

const callableFrom: readonly TicketStatus[] = ['waiting', 'parked', 'noShow'];

/** A counter with somebody at it. */
export function openCounter(state: DayState, counter: CounterId): CounterState | null {
  const found = state.counters.get(counter);
  return found === undefined || found.status === 'abandoned' ? null : found;
}

function notOpen(state: DayState, counter: CounterId): QueueError | null {
  return openCounter(state, counter) === null ? { code: 'counterNotOpen', counter } : null;
}

/** Only a counter that works can have people reserved for it: they would wait for nobody. */
function notWorking(state: DayState, counter: CounterId): QueueError | null {
  const found = openCounter(state, counter);
  if (found === null) return { code: 'counterNotOpen', counter };
  return found.status === 'paused' ? { code: 'counterPaused', counter } : null;
}

function busy(state: DayState, counter: CounterId): QueueError | null {
  const ticketId = openCounter(state, counter)?.ticketId ?? null;
  return ticketId === null ? null : { code: 'counterBusy', counter, ticketId };
}

/** Why a counter may call nobody now. */
export function cannotCall(state: DayState, counter: CounterId): QueueError | null {
  return notWorking(state, counter) ?? busy(state, counter);
}

function wrongStatus(
  ticket: Ticket,
  expected: readonly TicketStatus[],
): Extract<QueueError, { code: 'wrongTicketStatus' }> {
  const { ticketId, status } = ticket;
  return { code: 'wrongTicketStatus', ticketId, status, expected };
}

/** Whether the ticket is at a counter that its desk has left. */
function isLeftBehind(state: DayState, { counter, status }: Ticket): boolean {
  if (status !== 'called' && status !== 'serving') return false;
  return counter !== null && state.counters.get(counter)?.status === 'abandoned';
}

function cannotBeCalled(state: DayState, ticketId: TicketId): QueueError | null {
  const ticket = state.tickets.get(ticketId);
  if (ticket === undefined) return { code: 'ticketNotFound', ticketId };
  if (callableFrom.includes(ticket.status) || isLeftBehind(state, ticket)) return null;
  return wrongStatus(ticket, callableFrom);
}

function cannotStep(
  state: DayState,
  type: TicketStep['type'],
  counter: CounterId,
  ticketId: TicketId,
): QueueError | null {
  const { own, free } = from[type];
  const closed = notOpen(state, counter);
  if (closed !== null) return closed;
  const ticket = state.tickets.get(ticketId);
  if (ticket === undefined) return { code: 'ticketNotFound', ticketId };
  if (free.includes(ticket.status)) return null;
  if (!own.includes(ticket.status)) return wrongStatus(ticket, [...own, ...free]);
  return ticket.counter === counter ? null : { code: 'ticketNotAtCounter', ticketId, counter };
}

function cannotTransfer(
  state: DayState,
  { counter, ticketId, toCounter }: Extract<QueueEvent, { type: 'ticketTransferred' }>,
): QueueError | null {
  const objection = cannotStep(state, 'ticketTransferred', counter, ticketId);
  return objection ?? (toCounter === null ? null : notWorking(state, toCounter));
}

function cannotIssue(
  state: DayState,
  { ticketId, booking }: Extract<QueueEvent, { type: 'ticketIssued' }>,
): QueueError | null {
  if (state.tickets.has(ticketId)) return { code: 'ticketExists', ticketId };
  if (booking === undefined) return null;
  const appointment = state.appointments.get(booking.code);
  if (appointment === undefined) return { code: 'unknownAppointment' };
  return appointment.ticketId === null
    ? null
    : { code: 'alreadyCheckedIn', ticketId: appointment.ticketId };
}

function cannotUndo(state: DayState, counter: CounterId): QueueError | null {
  const closed = notOpen(state, counter);
  if (closed !== null) return closed;
  const action = state.lastActions.get(counter);
  if (action === undefined) return { code: 'nothingToUndo', counter };
  const isLatest = state.tickets.get(action.ticketId)?.changedAt === action.sequence;
  return isLatest ? null : { code: 'undoTooLate', counter };
}

function paperNumberUsed(state: DayState, number: number): QueueError | null {
  return number < 1 || number > HIGHEST_NUMBER || state.paperNumbersCalled.has(number)
    ? { code: 'paperNumberUsed', number }
    : null;
}

function cannotCallPaperNumber(
  state: DayState,
  { counter, ticketId, number }: Extract<QueueEvent, { type: 'paperNumberCalled' }>,
): QueueError | null {
  const objection = cannotCall(state, counter);
  if (objection !== null) return objection;
  if (state.paperRoll === null) return { code: 'noPaperRoll' };
  if (state.tickets.has(ticketId)) return { code: 'ticketExists', ticketId };
  return paperNumberUsed(state, number);
}

/**
 * Why an event cannot happen in a state, or null where it can. A command is refused for it, and a
 * ledger that holds such an event is damaged: one list of conditions serves both.
 */
export function objectionTo(state: DayState, event: QueueEvent): QueueError | null {
  if (state.hasEnded) return { code: 'dayEnded' };
  switch (event.type) {
    case 'ticketIssued':
      return cannotIssue(state, event);
    case 'counterOpened':
      return openCounter(state, event.counter) === null
        ? null
        : { code: 'counterAlreadyOpen', counter: event.counter };
    case 'counterQueuesChanged':
    case 'counterAbandoned':
      return notOpen(state, event.counter);
    case 'counterPaused':
      return notWorking(state, event.counter);
    case 'counterResumed': {
      const { counter } = event;
      const found = openCounter(state, counter);
      if (found === null) return { code: 'counterNotOpen', counter };
      return found.status === 'paused' ? null : { code: 'counterNotPaused', counter };
    }
    case 'counterClosed':
      return notOpen(state, event.counter) ?? busy(state, event.counter);
    case 'ticketCalled':
      return cannotCall(state, event.counter) ?? cannotBeCalled(state, event.ticketId);
    case 'ticketTransferred':
      return cannotTransfer(state, event);
    case 'actionUndone':
      return cannotUndo(state, event.counter);
    case 'paperNumberCalled':
      return cannotCallPaperNumber(state, event);
    case 'paperRollStarted':
      return state.paperRoll === null
        ? paperNumberUsed(state, event.firstNumber)
        : { code: 'paperRollStarted' };
    case 'paperRollEnded':
      return state.paperRoll === null ? { code: 'noPaperRoll' } : null;
    case 'appointmentsImported':
    case 'dayEnded':
      return null;
    case 'ticketRecalled':
    case 'serviceStarted':
    case 'ticketClosed':
    case 'ticketNotShown':
    case 'ticketReturned':
    case 'ticketParked':
    case 'ticketResumed':
    case 'visitContinued':
    case 'ticketCancelled':
      return cannotStep(state, event.type, event.counter, event.ticketId);
  }
}
