import type { QueueEvent, RecordedEvent } from '../event.ts';
import type { DayState } from '../state.ts';
import type { CounterId, Origin, Ticket, TicketId } from '../ticket.ts';
import { awayMs, waitingPerson } from '../waiting-person.ts';
import { counterOf, putTicketAt, removeCounter } from './counters.ts';
import { forgetAction, rememberAction } from './last-action.ts';
import { isAtCounter, overtakenOf, replaceTicket, ticketOf } from './tickets.ts';

type TicketEvent = Extract<QueueEvent, { ticketId: TicketId; counter: CounterId }>;

/** What a counter does with a ticket that exists. */
export function applyStep(
  state: DayState,
  recorded: RecordedEvent,
  event: Exclude<TicketEvent, { type: 'paperNumberCalled' }>,
): DayState {
  const { atMs } = recorded;
  const ticket = ticketOf(state, event.ticketId);
  switch (event.type) {
    case 'ticketCalled':
      return call(state, recorded, event);
    case 'ticketRecalled':
      return act(state, recorded, event, {
        callCount: ticket.callCount + 1,
        lastCalledAtMs: atMs,
      });
    case 'serviceStarted':
      return act(state, recorded, event, { status: 'serving', startedAtMs: atMs });
    case 'ticketClosed':
      return act(state, recorded, event, { status: 'closed' });
    case 'ticketNotShown':
      return act(state, recorded, event, { status: 'noShow' });
    case 'ticketParked':
      return act(state, recorded, event, { status: 'parked' });
    case 'ticketCancelled':
      return act(state, recorded, event, { status: 'cancelled' });
    case 'ticketReturned':
      return act(state, recorded, event, {
        ...waitingAgain('returned'),
        awayMs: awayMs(ticket, atMs),
        notBeforeMs: atMs + state.rules.returnGuardMs,
      });
    case 'ticketResumed':
      // Whatever the counter asked for, the person has been here.
      return act(state, recorded, event, waitingAgain('resumed'));
    case 'ticketTransferred':
      return act(state, recorded, event, {
        ...waitingAgain('transferred'),
        queue: event.toQueue,
        reservedFor: event.toCounter,
      });
    case 'visitContinued': {
      // What counts is the time spent waiting, not the time being served.
      const servedMs = atMs - (ticket.lastCalledAtMs ?? atMs);
      return act(state, recorded, event, {
        ...waitingAgain('continued'),
        awayMs: ticket.awayMs + servedMs,
        queue: event.toQueue,
      });
    }
  }
}

function waitingAgain(origin: Origin): Partial<Ticket> {
  return { status: 'waiting', origin, counter: null, callCount: 0, startedAtMs: null };
}

function call(
  state: DayState,
  recorded: RecordedEvent,
  event: Extract<QueueEvent, { type: 'ticketCalled' }>,
): DayState {
  const { rules, line } = state;
  const { atMs } = recorded;
  const { ticketId, counter } = event;
  const before = ticketOf(state, ticketId);
  const passed =
    before.status === 'waiting'
      ? line.passedBy(waitingPerson(before, rules), counterOf(state, counter), atMs)
      : [];
  const change: Partial<Ticket> = {
    status: 'called',
    counter,
    calledBecause: event.reason,
    awayMs: awayMs(before, atMs),
    reservedFor: null,
    notBeforeMs: 0,
    callCount: 1,
    firstCalledAtMs: before.firstCalledAtMs ?? atMs,
    lastCalledAtMs: atMs,
    startedAtMs: null,
  };
  const passedIds = passed.map((person) => person.ticketId);
  const called = act(state, recorded, event, change, passedIds);
  return putTicketAt({ ...called, line: called.line.pass(passed) }, counter, ticketId);
}

/** Changes a ticket, and remembers how to undo what the counter did. */
function act(
  state: DayState,
  { sequence, atMs }: RecordedEvent,
  { ticketId, counter }: TicketEvent,
  change: Partial<Ticket>,
  passed: readonly TicketId[] = [],
): DayState {
  const before = ticketOf(state, ticketId);
  const after: Ticket = { ...before, ...change, changedAt: sequence, changedAtMs: atMs };
  // Who only changes queue, by a transfer, has been overtaken all the same.
  const overtakenBefore = overtakenOf(state, before);
  const changed = replaceTicket(state, before, after, overtakenBefore);
  const isKept = isAtCounter(after) && after.counter === before.counter;
  const freed = isKept ? changed : letGo(changed, before);
  // What another counter had cannot be given back to it.
  if (isAtCounter(before) && before.counter !== counter) return forgetAction(freed, counter);
  const counterHadBefore = counterOf(state, counter).ticketId;
  return rememberAction(freed, counter, {
    sequence,
    atMs,
    ticketId,
    ticketBefore: before,
    counterHadBefore,
    overtakenBefore,
    passed,
  });
}

/** The counter at which a ticket was called or served has it no longer. */
function letGo(state: DayState, before: Ticket): DayState {
  if (before.counter === null || !isAtCounter(before)) return state;
  const isAbandoned = counterOf(state, before.counter).status === 'abandoned';
  // Nobody sits there, and there is nothing left to keep it open for.
  if (isAbandoned) return removeCounter(state, before.counter);
  return putTicketAt(state, before.counter, null);
}
