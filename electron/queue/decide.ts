import type { Appointment } from './appointment.ts';
import { appointmentCode } from './appointment.ts';
import { pickNext } from './calling-policy.ts';
import type { IssuedAt, QueueCommand } from './command.ts';
import type { QueueEvent, RecordedEvent } from './event.ts';
import { canTakeTicket, nextOpeningAfter } from './opening-hours.ts';
import type { PickReason } from './pick-reason.ts';
import type { QueueError } from './queue-error.ts';
import type { CounterState, DayState } from './state.ts';
import {
  type CounterId,
  HIGHEST_NUMBER,
  type QueueLetter,
  type Ticket,
  type TicketId,
  type TicketStatus,
} from './ticket.ts';
import { arrivedMs } from './waiting-person.ts';

/** What follows from a command: the events to append, or why nothing happens. */
export type Decision =
  | { readonly ok: true; readonly value: readonly RecordedEvent[] }
  | { readonly ok: false; readonly error: QueueError };

type Outcome = QueueEvent | QueueError;

type Command<Type extends QueueCommand['type']> = Extract<QueueCommand, { type: Type }>;
type AboutTicket = { readonly counter: CounterId; readonly ticketId: TicketId };

function isError<T extends object>(outcome: T | QueueError): outcome is QueueError {
  return 'code' in outcome;
}

function openCounter(state: DayState, counter: CounterId): CounterState | QueueError {
  const found = state.counters.get(counter);
  return found === undefined || found.status === 'abandoned'
    ? { code: 'counterNotOpen', counter }
    : found;
}

/** A counter that may call somebody now. */
function callingCounter(state: DayState, counter: CounterId): CounterState | QueueError {
  const found = openCounter(state, counter);
  if (isError(found)) return found;
  if (found.status === 'paused') return { code: 'counterPaused', counter };
  if (found.ticketId === null) return found;
  return { code: 'counterBusy', counter, ticketId: found.ticketId };
}

function ticketIn(
  state: DayState,
  ticketId: TicketId,
  expected: readonly TicketStatus[],
): Ticket | QueueError {
  const ticket = state.tickets.get(ticketId);
  if (ticket === undefined) return { code: 'ticketNotFound', ticketId };
  if (expected.includes(ticket.status)) return ticket;
  return { code: 'wrongTicketStatus', ticketId, status: ticket.status, expected };
}

/** The ticket, if the counter has it in one of the expected states. */
function ticketAtCounter(
  state: DayState,
  { counter, ticketId }: AboutTicket,
  expected: readonly TicketStatus[],
): Ticket | QueueError {
  const ticket = ticketIn(state, ticketId, expected);
  if (isError(ticket) || ticket.counter === counter) return ticket;
  return { code: 'ticketNotAtCounter', ticketId, counter };
}

/** The ticket, if an open counter may deal with it: its own, or one that no counter has. */
function ticketInReach(
  state: DayState,
  command: AboutTicket,
  atCounter: readonly TicketStatus[],
  elsewhere: readonly TicketStatus[],
): Ticket | QueueError {
  const counter = openCounter(state, command.counter);
  if (isError(counter)) return counter;
  const ticket = ticketIn(state, command.ticketId, [...atCounter, ...elsewhere]);
  if (isError(ticket) || elsewhere.includes(ticket.status)) return ticket;
  return ticketAtCounter(state, command, atCounter);
}

function hasQueue(state: DayState, letter: QueueLetter): boolean {
  return state.rules.queues.some((queue) => queue.letter === letter);
}

function unknownAmong(state: DayState, queues: readonly QueueLetter[]): QueueError | null {
  const unknown = queues.find((queue) => !hasQueue(state, queue));
  return unknown === undefined ? null : { code: 'unknownQueue', queue: unknown };
}

/** The next number of a queue, where the office gives one now. */
function nextNumber(
  state: DayState,
  queue: QueueLetter,
  ticketId: TicketId,
  at: IssuedAt,
  nowMs: number,
): { readonly number: number } | QueueError {
  const rules = state.rules.queues.find(({ letter }) => letter === queue);
  if (rules === undefined) return { code: 'unknownQueue', queue };
  if (state.tickets.has(ticketId)) return { code: 'ticketExists', ticketId };
  const { openingWindows } = state.rules;
  if (at === 'kiosk' && !canTakeTicket(openingWindows, nowMs)) {
    return { code: 'officeClosed', opensAtMs: nextOpeningAfter(openingWindows, nowMs) };
  }
  const cap = Math.min(rules.dailyCap, HIGHEST_NUMBER);
  const number = (state.issuedByQueue.get(queue) ?? 0) + 1;
  return number > cap ? { code: 'queueFull', queue, cap } : { number };
}

function issueTicket(state: DayState, command: Command<'issueTicket'>, nowMs: number): Outcome {
  const { ticketId, queue, entry, hasPriority, at } = command;
  const next = nextNumber(state, queue, ticketId, at, nowMs);
  if (isError(next)) return next;
  return { type: 'ticketIssued', ticketId, queue, number: next.number, entry, hasPriority };
}

function checkIn(state: DayState, command: Command<'checkIn'>, nowMs: number): Outcome {
  const { ticketId, hasPriority, at } = command;
  const appointment = state.appointments.get(appointmentCode(command.code));
  if (appointment === undefined) return { code: 'unknownAppointment' };
  if (appointment.ticketId !== null) {
    return { code: 'alreadyCheckedIn', ticketId: appointment.ticketId };
  }
  const { code, bookedAtMs, queue } = appointment;
  const next = nextNumber(state, queue, ticketId, at, nowMs);
  if (isError(next)) return next;
  return {
    type: 'ticketIssued',
    ticketId,
    queue,
    number: next.number,
    entry: 'appointment',
    hasPriority,
    booking: { code, bookedAtMs },
  };
}

function importAppointments(
  state: DayState,
  list: readonly Omit<Appointment, 'ticketId'>[],
): Outcome {
  const codes = new Set<string>();
  const appointments = list.map((one) => ({ ...one, code: appointmentCode(one.code) }));
  for (const { code, queue } of appointments) {
    if (!hasQueue(state, queue)) return { code: 'unknownQueue', queue };
    if (codes.has(code)) return { code: 'appointmentTwice', appointmentCode: code };
    codes.add(code);
  }
  return { type: 'appointmentsImported', appointments };
}

function chooseQueues(
  state: DayState,
  { counter, queues }: Command<'openCounter' | 'changeQueues'>,
): readonly QueueLetter[] | QueueError {
  if (queues.length === 0) return { code: 'noQueues', counter };
  return unknownAmong(state, queues) ?? [...new Set(queues)];
}

function openOrChange(state: DayState, command: Command<'openCounter' | 'changeQueues'>): Outcome {
  const { counter } = command;
  const found = openCounter(state, counter);
  if (command.type === 'changeQueues' && isError(found)) return found;
  if (command.type === 'openCounter' && !isError(found)) {
    return { code: 'counterAlreadyOpen', counter };
  }
  const queues = chooseQueues(state, command);
  if (isError(queues)) return queues;
  const type = command.type === 'openCounter' ? 'counterOpened' : 'counterQueuesChanged';
  return { type, counter, queues };
}

function pauseOrResume(
  state: DayState,
  command: Command<'pauseCounter'> | Command<'resumeCounter'>,
): Outcome {
  const { counter } = command;
  const found = openCounter(state, counter);
  if (isError(found)) return found;
  if (command.type === 'resumeCounter') {
    return found.status === 'paused'
      ? { type: 'counterResumed', counter }
      : { code: 'counterNotPaused', counter };
  }
  if (found.status === 'paused') return { code: 'counterPaused', counter };
  return { type: 'counterPaused', counter, reason: command.reason };
}

function closeOrRelease(
  state: DayState,
  { type, counter }: Command<'closeCounter'> | Command<'releaseCounter'>,
): Outcome {
  const found = openCounter(state, counter);
  if (isError(found)) return found;
  if (found.ticketId === null) return { type: 'counterClosed', counter };
  if (type === 'releaseCounter') return { type: 'counterAbandoned', counter };
  return { code: 'counterBusy', counter, ticketId: found.ticketId };
}

function callNext(state: DayState, counter: CounterId, nowMs: number): Outcome {
  const caller = callingCounter(state, counter);
  if (isError(caller)) return caller;
  const pick = pickNext(state, caller, nowMs);
  if (pick === null) {
    const times = [...state.line.callableBy(caller)].map(({ notBeforeMs }) => notBeforeMs);
    return {
      code: 'nobodyWaiting',
      counter,
      nextFromMs: times.length === 0 ? null : Math.min(...times),
    };
  }
  return { type: 'ticketCalled', ticketId: pick.ticket.ticketId, counter, reason: pick.reason };
}

/** Somebody who waits, was put aside or did not come; or whose counter has nobody at it any more. */
function callTicket(state: DayState, command: Command<'callTicket'>): Outcome {
  const { counter, ticketId } = command;
  const caller = callingCounter(state, counter);
  if (isError(caller)) return caller;
  const ticket = state.tickets.get(ticketId);
  const isLeftBehind =
    ticket !== undefined &&
    ticket.counter !== null &&
    state.counters.get(ticket.counter)?.status === 'abandoned' &&
    (ticket.status === 'called' || ticket.status === 'serving');
  const callable = isLeftBehind
    ? ticket
    : ticketIn(state, ticketId, ['waiting', 'parked', 'noShow']);
  if (isError(callable)) return callable;
  const reason: PickReason = {
    code: 'chosen',
    queue: callable.queue,
    sinceMs: arrivedMs(callable),
  };
  return { type: 'ticketCalled', ticketId, counter, reason };
}

function markNoShow(state: DayState, command: Command<'markNoShow'>, nowMs: number): Outcome {
  const ticket = ticketAtCounter(state, command, ['called']);
  if (isError(ticket)) return ticket;
  const { afterCalls, afterMs } = state.rules.noShow;
  const callsMissing = Math.max(0, afterCalls - ticket.callCount);
  const waitMs = Math.max(0, (ticket.lastCalledAtMs ?? 0) + afterMs - nowMs);
  if (callsMissing > 0 || waitMs > 0) return { code: 'tooEarlyForNoShow', callsMissing, waitMs };
  return { type: 'ticketNotShown', ticketId: ticket.ticketId, counter: command.counter };
}

function transferTicket(state: DayState, command: Command<'transferTicket'>): Outcome {
  const { counter, ticketId, to } = command;
  const ticket = ticketInReach(state, command, ['called', 'serving'], ['waiting', 'parked']);
  if (isError(ticket)) return ticket;
  if ('queue' in to) {
    if (!hasQueue(state, to.queue)) return { code: 'unknownQueue', queue: to.queue };
    if (ticket.queue === to.queue && ticket.reservedFor === null && ticket.status === 'waiting') {
      return { code: 'sameQueue', queue: to.queue };
    }
    return { type: 'ticketTransferred', ticketId, counter, toQueue: to.queue, toCounter: null };
  }
  const target = openCounter(state, to.counter);
  if (isError(target)) return target;
  return {
    type: 'ticketTransferred',
    ticketId,
    counter,
    toQueue: ticket.queue,
    toCounter: to.counter,
  };
}

function continueVisit(state: DayState, command: Command<'continueVisit'>): Outcome {
  const { counter, ticketId, queue } = command;
  const ticket = ticketAtCounter(state, command, ['serving']);
  if (isError(ticket)) return ticket;
  if (!hasQueue(state, queue)) return { code: 'unknownQueue', queue };
  if (ticket.queue === queue) return { code: 'sameQueue', queue };
  return { type: 'visitContinued', ticketId, counter, toQueue: queue };
}

function undo(state: DayState, counter: CounterId, nowMs: number): Outcome {
  const action = state.lastActions.get(counter);
  if (action === undefined) return { code: 'nothingToUndo', counter };
  const ticket = state.tickets.get(action.ticketId);
  const isLatest = ticket?.changedAt === action.sequence;
  if (!isLatest || nowMs - action.atMs > state.rules.undoWithinMs) {
    return { code: 'undoTooLate', counter };
  }
  return { type: 'actionUndone', counter };
}

function startPaperRoll(state: DayState, firstNumber: number): Outcome {
  if (state.paperRoll !== null) return { code: 'paperRollStarted' };
  if (firstNumber > HIGHEST_NUMBER || state.paperNumbersCalled.has(firstNumber)) {
    return { code: 'paperNumberUsed', number: firstNumber };
  }
  return { type: 'paperRollStarted', firstNumber };
}

function callPaperNumber(state: DayState, command: Command<'callPaperNumber'>): Outcome {
  const { counter, ticketId } = command;
  const caller = callingCounter(state, counter);
  if (isError(caller)) return caller;
  if (state.paperRoll === null) return { code: 'noPaperRoll' };
  const { nextNumber: number } = state.paperRoll;
  if (number > HIGHEST_NUMBER || state.paperNumbersCalled.has(number)) {
    return { code: 'paperNumberUsed', number };
  }
  if (state.tickets.has(ticketId)) return { code: 'ticketExists', ticketId };
  return { type: 'paperNumberCalled', ticketId, counter, number };
}

/** The event, if the ticket allows it. */
function aboutTicket(
  ticket: Ticket | QueueError,
  command: AboutTicket,
  type:
    | 'ticketRecalled'
    | 'serviceStarted'
    | 'ticketClosed'
    | 'ticketParked'
    | 'ticketReturned'
    | 'ticketResumed'
    | 'ticketCancelled',
): Outcome {
  if (isError(ticket)) return ticket;
  return { type, ticketId: ticket.ticketId, counter: command.counter };
}

function whatHappens(state: DayState, command: QueueCommand, nowMs: number): Outcome {
  if (state.hasEnded) return { code: 'dayEnded' };
  switch (command.type) {
    case 'issueTicket':
      return issueTicket(state, command, nowMs);
    case 'checkIn':
      return checkIn(state, command, nowMs);
    case 'importAppointments':
      return importAppointments(state, command.appointments);
    case 'openCounter':
    case 'changeQueues':
      return openOrChange(state, command);
    case 'pauseCounter':
    case 'resumeCounter':
      return pauseOrResume(state, command);
    case 'closeCounter':
    case 'releaseCounter':
      return closeOrRelease(state, command);
    case 'callNext':
      return callNext(state, command.counter, nowMs);
    case 'callTicket':
      return callTicket(state, command);
    case 'recall':
      return aboutTicket(ticketAtCounter(state, command, ['called']), command, 'ticketRecalled');
    case 'startService':
      return aboutTicket(ticketAtCounter(state, command, ['called']), command, 'serviceStarted');
    case 'closeTicket':
      return aboutTicket(
        ticketAtCounter(state, command, ['called', 'serving']),
        command,
        'ticketClosed',
      );
    case 'markNoShow':
      return markNoShow(state, command, nowMs);
    case 'parkTicket':
      return aboutTicket(
        ticketAtCounter(state, command, ['called', 'serving']),
        command,
        'ticketParked',
      );
    case 'returnTicket':
      return aboutTicket(ticketInReach(state, command, [], ['noShow']), command, 'ticketReturned');
    case 'resumeTicket':
      return aboutTicket(ticketInReach(state, command, [], ['parked']), command, 'ticketResumed');
    case 'cancelTicket':
      return aboutTicket(
        ticketInReach(state, command, ['called'], ['waiting', 'parked', 'noShow']),
        command,
        'ticketCancelled',
      );
    case 'transferTicket':
      return transferTicket(state, command);
    case 'continueVisit':
      return continueVisit(state, command);
    case 'undo':
      return undo(state, command.counter, nowMs);
    case 'startPaperRoll':
      return startPaperRoll(state, command.firstNumber);
    case 'endPaperRoll':
      return state.paperRoll === null ? { code: 'noPaperRoll' } : { type: 'paperRollEnded' };
    case 'callPaperNumber':
      return callPaperNumber(state, command);
    case 'endDay':
      return { type: 'dayEnded' };
  }
}

/**
 * What follows from a command at a moment.
 *
 * @param nowMs the clock, UTC epoch milliseconds. Policy time is the later of it and the last
 *   event, so that waiting times survive a clock set backwards (DESIGN §3).
 */
export function decide(state: DayState, command: QueueCommand, nowMs: number): Decision {
  const atMs = Math.max(state.lastEventAtMs, nowMs);
  const outcome = whatHappens(state, command, atMs);
  if (isError(outcome)) return { ok: false, error: outcome };
  return { ok: true, value: [{ sequence: state.sequence + 1, atMs, event: outcome }] };
}
