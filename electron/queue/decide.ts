import { type Appointment, appointmentCode } from './appointments/appointment.ts';
import { canTakeTicket, isOpen, nextOpeningAfter } from './calendar/opening-hours.ts';
import { pickNext } from './calling-policy.ts';
import type { QueueCommand } from './command.ts';
import type { QueueRules } from './day-rules.ts';
import type { QueueEvent, RecordedEvent } from './event.ts';
import { cannotCall, objectionTo, openCounter } from './objection.ts';
import { hasClockGoneBack, policyTimeMs } from './policy-time.ts';
import type { QueueError } from './queue-error.ts';
import type { DayState } from './state.ts';
import { type CounterId, HIGHEST_NUMBER, type QueueLetter, type TicketId } from './ticket.ts';
import { awayMs } from './waiting-person.ts';

/** What follows from a command: the events to append, or why nothing happens. */
export type Decision =
  | { readonly ok: true; readonly value: readonly RecordedEvent[] }
  | { readonly ok: false; readonly error: QueueError };

type Outcome = QueueEvent | QueueError;

type Command<Type extends QueueCommand['type']> = Extract<QueueCommand, { type: Type }>;

function isError<T extends object>(outcome: T | QueueError): outcome is QueueError {
  return 'code' in outcome;
}

function rulesOf(state: DayState, queue: QueueLetter): QueueRules | QueueError {
  const rules = state.rules.queues.find(({ letter }) => letter === queue);
  return rules ?? { code: 'unknownQueue', queue };
}

function unknownAmong(state: DayState, queues: readonly QueueLetter[]): QueueError | null {
  for (const queue of queues) {
    const rules = rulesOf(state, queue);
    if (isError(rules)) return rules;
  }
  return null;
}

function issueTicket(
  state: DayState,
  { ticketId, queue, entry, hasPriority, at }: Command<'issueTicket'>,
  nowMs: number,
): Outcome {
  const rules = rulesOf(state, queue);
  if (isError(rules)) return rules;
  const { openingWindows } = state.rules;
  if (at === 'kiosk' && !canTakeTicket(openingWindows, nowMs)) {
    return { code: 'officeClosed', opensAtMs: nextOpeningAfter(openingWindows, nowMs) };
  }
  const number = nextNumber(state, queue);
  const cap = Math.min(rules.dailyCap, HIGHEST_NUMBER);
  if (number > cap) return { code: 'queueFull', queue, cap };
  return { type: 'ticketIssued', ticketId, queue, number, entry, hasPriority };
}

/** Who has booked is expected: not held up by the queue's cap, nor by the hour of the last ticket. */
function checkIn(
  state: DayState,
  { ticketId, code: typed, hasPriority, at }: Command<'checkIn'>,
  nowMs: number,
): Outcome {
  const appointment = state.appointments.get(appointmentCode(typed));
  if (appointment === undefined) return { code: 'unknownAppointment' };
  const { code, bookedAtMs, queue } = appointment;
  const unknown = unknownAmong(state, [queue]);
  if (unknown !== null) return unknown;
  const { openingWindows } = state.rules;
  if (at === 'kiosk' && !isOpen(openingWindows, nowMs)) {
    return { code: 'officeClosed', opensAtMs: nextOpeningAfter(openingWindows, nowMs) };
  }
  const number = nextNumber(state, queue);
  if (number > HIGHEST_NUMBER) return { code: 'queueFull', queue, cap: HIGHEST_NUMBER };
  const booking = { code, bookedAtMs };
  return {
    type: 'ticketIssued',
    ticketId,
    queue,
    number,
    entry: 'appointment',
    hasPriority,
    booking,
  };
}

function nextNumber(state: DayState, queue: QueueLetter): number {
  return (state.issuedByQueue.get(queue) ?? 0) + 1;
}

function importAppointments(
  state: DayState,
  list: readonly Omit<Appointment, 'ticketId'>[],
): Outcome {
  const codes = new Set<string>();
  const appointments = list.map((one) => ({ ...one, code: appointmentCode(one.code) }));
  for (const { code, queue } of appointments) {
    const unknown = unknownAmong(state, [queue]);
    if (unknown !== null) return unknown;
    if (codes.has(code)) return { code: 'appointmentTwice', appointmentCode: code };
    codes.add(code);
  }
  return { type: 'appointmentsImported', appointments };
}

function chooseQueues(
  state: DayState,
  type: 'counterOpened' | 'counterQueuesChanged',
  { counter, queues }: Command<'openCounter' | 'changeQueues'>,
): Outcome {
  if (queues.length === 0) return { code: 'noQueues', counter };
  return unknownAmong(state, queues) ?? { type, counter, queues: [...new Set(queues)] };
}

function callNext(state: DayState, counter: CounterId, nowMs: number): Outcome {
  const objection = cannotCall(state, counter);
  if (objection !== null) return objection;
  const caller = { counter, queues: openCounter(state, counter)?.queues ?? [] };
  const pick = pickNext(state, caller, nowMs);
  if (pick !== null) {
    return { type: 'ticketCalled', ticketId: pick.ticket.ticketId, counter, reason: pick.reason };
  }
  let nextFromMs: number | null = null;
  for (const { notBeforeMs } of state.line.callableBy(caller)) {
    nextFromMs = Math.min(nextFromMs ?? notBeforeMs, notBeforeMs);
  }
  return { code: 'nobodyWaiting', counter, nextFromMs };
}

/** Somebody who waits, was put aside or did not come; or whose counter has nobody at it any more. */
function callTicket(
  state: DayState,
  { counter, ticketId }: Command<'callTicket'>,
  nowMs: number,
): Outcome {
  const ticket = state.tickets.get(ticketId);
  if (ticket === undefined) {
    return cannotCall(state, counter) ?? { code: 'ticketNotFound', ticketId };
  }
  const sinceMs = ticket.issuedAtMs + awayMs(ticket, policyTimeMs(state, nowMs));
  const reason = { code: 'chosen', queue: ticket.queue, sinceMs } as const;
  return { type: 'ticketCalled', ticketId, counter, reason };
}

function markNoShow(
  state: DayState,
  { counter, ticketId }: Command<'markNoShow'>,
  nowMs: number,
): Outcome {
  const ticket = state.tickets.get(ticketId);
  if (ticket === undefined) return { code: 'ticketNotFound', ticketId };
  const event: QueueEvent = { type: 'ticketNotShown', counter, ticketId };
  const objection = objectionTo(state, event);
  if (objection !== null) return objection;
  const { afterCalls, afterMs } = state.rules.noShow;
  const callsMissing = Math.max(0, afterCalls - ticket.callCount);
  const leftMs = Math.max(0, (ticket.lastCalledAtMs ?? 0) + afterMs - policyTimeMs(state, nowMs));
  // A clock set back cannot tell how long ago the call was: then the calls alone decide.
  const waitMs = hasClockGoneBack(state, afterMs, nowMs) ? 0 : leftMs;
  return callsMissing > 0 || waitMs > 0
    ? { code: 'tooEarlyForNoShow', callsMissing, waitMs }
    : event;
}

function transferTicket(
  state: DayState,
  { counter, ticketId, to }: Command<'transferTicket'>,
): Outcome {
  const ticket = state.tickets.get(ticketId);
  if (ticket === undefined) return { code: 'ticketNotFound', ticketId };
  const { queue, reservedFor, status } = ticket;
  const unknown = unknownAmong(state, 'queue' in to ? [to.queue] : []);
  if (unknown !== null) return unknown;
  const [toQueue, toCounter] = 'queue' in to ? [to.queue, null] : [queue, to.counter];
  const isThere = status === 'waiting' && queue === toQueue && reservedFor === toCounter;
  if (isThere) return { code: 'sameQueue', queue };
  return { type: 'ticketTransferred', ticketId, counter, toQueue, toCounter };
}

function continueVisit(
  state: DayState,
  { counter, ticketId, queue }: Command<'continueVisit'>,
): Outcome {
  const event: QueueEvent = { type: 'visitContinued', ticketId, counter, toQueue: queue };
  const objection = unknownAmong(state, [queue]) ?? objectionTo(state, event);
  if (objection !== null) return objection;
  return state.tickets.get(ticketId)?.queue === queue ? { code: 'sameQueue', queue } : event;
}

function undo(state: DayState, counter: CounterId, nowMs: number): Outcome {
  const event: QueueEvent = { type: 'actionUndone', counter };
  const objection = objectionTo(state, event);
  if (objection !== null) return objection;
  const actedAtMs = state.lastActions.get(counter)?.atMs ?? 0;
  const isTooLate = policyTimeMs(state, nowMs) - actedAtMs > state.rules.undoWithinMs;
  return isTooLate ? { code: 'undoTooLate', counter } : event;
}

function callPaperNumber(
  state: DayState,
  { counter, ticketId }: Command<'callPaperNumber'>,
): Outcome {
  if (state.paperRoll === null) return cannotCall(state, counter) ?? { code: 'noPaperRoll' };
  return { type: 'paperNumberCalled', ticketId, counter, number: state.paperRoll.nextNumber };
}

/** Nobody at the counter any more: it closes, unless somebody is still at it. */
function releaseCounter(state: DayState, counter: CounterId): Outcome {
  const isEmpty = (state.counters.get(counter)?.ticketId ?? null) === null;
  return { type: isEmpty ? 'counterClosed' : 'counterAbandoned', counter };
}

/** The event that a command asks for; whether it can happen is for {@link objectionTo}. */
function eventFor(state: DayState, command: QueueCommand, nowMs: number): Outcome {
  switch (command.type) {
    case 'issueTicket':
      return issueTicket(state, command, nowMs);
    case 'checkIn':
      return checkIn(state, command, nowMs);
    case 'importAppointments':
      return importAppointments(state, command.appointments);
    case 'openCounter':
      return chooseQueues(state, 'counterOpened', command);
    case 'changeQueues':
      return chooseQueues(state, 'counterQueuesChanged', command);
    case 'pauseCounter':
      return { type: 'counterPaused', counter: command.counter, reason: command.reason };
    case 'resumeCounter':
      return { type: 'counterResumed', counter: command.counter };
    case 'closeCounter':
      return { type: 'counterClosed', counter: command.counter };
    case 'releaseCounter':
      return releaseCounter(state, command.counter);
    case 'callNext':
      return callNext(state, command.counter, nowMs);
    case 'callTicket':
      return callTicket(state, command, nowMs);
    case 'recall':
      return aboutTicket('ticketRecalled', command);
    case 'startService':
      return aboutTicket('serviceStarted', command);
    case 'closeTicket':
      return aboutTicket('ticketClosed', command);
    case 'markNoShow':
      return markNoShow(state, command, nowMs);
    case 'parkTicket':
      return aboutTicket('ticketParked', command);
    case 'returnTicket':
      return aboutTicket('ticketReturned', command);
    case 'resumeTicket':
      return aboutTicket('ticketResumed', command);
    case 'cancelTicket':
      return aboutTicket('ticketCancelled', command);
    case 'transferTicket':
      return transferTicket(state, command);
    case 'continueVisit':
      return continueVisit(state, command);
    case 'undo':
      return undo(state, command.counter, nowMs);
    case 'startPaperRoll':
      return { type: 'paperRollStarted', firstNumber: command.firstNumber };
    case 'endPaperRoll':
      return { type: 'paperRollEnded' };
    case 'callPaperNumber':
      return callPaperNumber(state, command);
    case 'endDay':
      return { type: 'dayEnded' };
  }
}

function aboutTicket(
  type:
    | 'ticketRecalled'
    | 'serviceStarted'
    | 'ticketClosed'
    | 'ticketParked'
    | 'ticketReturned'
    | 'ticketResumed'
    | 'ticketCancelled',
  { ticketId, counter }: { readonly ticketId: TicketId; readonly counter: CounterId },
): QueueEvent {
  return { type, ticketId, counter };
}

/**
 * What follows from a command at a moment.
 *
 * @param nowMs the clock, UTC epoch milliseconds. Opening hours go by it; all that is measured
 *   goes by policy time.
 */
export function decide(state: DayState, command: QueueCommand, nowMs: number): Decision {
  if (state.hasEnded) return { ok: false, error: { code: 'dayEnded' } };
  const event = eventFor(state, command, nowMs);
  if (isError(event)) return { ok: false, error: event };
  const error = objectionTo(state, event);
  if (error !== null) return { ok: false, error };
  const recorded = {
    sequence: state.sequence + 1,
    atMs: policyTimeMs(state, nowMs),
    event,
  };
  return { ok: true, value: [recorded] };
}
