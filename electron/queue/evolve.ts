import type { Appointment } from './appointment.ts';
import type { QueueEvent, RecordedEvent } from './event.ts';
import type { CounterState, DayState, LastAction } from './state.ts';
import { type CounterId, PAPER_ROLL_LETTER, type Ticket, type TicketId } from './ticket.ts';
import { waitingPerson } from './waiting-person.ts';

/** The events contradict each other: going on would call or number somebody twice. */
export class LedgerDamage extends Error {
  override readonly name = 'LedgerDamage';
}

type Event<Type extends QueueEvent['type']> = Extract<QueueEvent, { type: Type }>;
type TicketEvent = Extract<QueueEvent, { ticketId: TicketId; counter: CounterId }>;

function ticketOf(state: DayState, ticketId: TicketId): Ticket {
  const ticket = state.tickets.get(ticketId);
  if (ticket !== undefined) return ticket;
  throw new LedgerDamage(`The ledger names ticket ${ticketId} before its issue`);
}

function counterOf(state: DayState, counter: CounterId): CounterState {
  const found = state.counters.get(counter);
  if (found !== undefined) return found;
  throw new LedgerDamage(`The ledger uses counter ${counter} before it opened`);
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

/** Puts a ticket in the place of its former self, in the line as well; `before` null makes it. */
function withTicket(
  state: DayState,
  before: Ticket | null,
  after: Ticket,
  overtaken = 0,
): DayState {
  const { rules } = state;
  const ticketsByStatus = { ...state.ticketsByStatus };
  let { line } = state;
  if (before !== null) {
    ticketsByStatus[before.status] -= 1;
    if (before.status === 'waiting') line = line.remove(waitingPerson(before, rules));
  }
  ticketsByStatus[after.status] += 1;
  if (after.status === 'waiting') line = line.add(waitingPerson(after, rules), overtaken);
  return { ...state, ticketsByStatus, line, tickets: state.tickets.with(after.ticketId, after) };
}

/** Changes a ticket, and remembers how to undo what the counter did. */
function act(
  state: DayState,
  { sequence, atMs }: RecordedEvent,
  { ticketId, counter }: TicketEvent,
  change: Partial<Ticket>,
): DayState {
  const before = ticketOf(state, ticketId);
  const after = { ...before, ...change, changedAt: sequence, changedAtMs: atMs };
  const overtakenBefore =
    before.status === 'waiting' ? state.line.overtakenOf(waitingPerson(before, state.rules)) : 0;
  // Who only changes lane, by a transfer, has been overtaken all the same.
  const changed = withTicket(state, before, after, overtakenBefore);
  const freed =
    isAtCounter(after) && after.counter === before.counter ? changed : letGo(changed, before);
  // What another counter had cannot be given back to it.
  if (isAtCounter(before) && before.counter !== counter) return forget(freed, counter);
  return remember(freed, counter, {
    sequence,
    atMs,
    ticketId,
    ticketBefore: before,
    counterHadBefore: counterOf(state, counter).ticketId,
    overtakenBefore,
    passed: [],
  });
}

function isAtCounter({ status }: Ticket): boolean {
  return status === 'called' || status === 'serving';
}

function remember(state: DayState, counter: CounterId, action: LastAction): DayState {
  return { ...state, lastActions: new Map(state.lastActions).set(counter, action) };
}

function forget(state: DayState, counter: CounterId): DayState {
  const lastActions = new Map(state.lastActions);
  lastActions.delete(counter);
  return { ...state, lastActions };
}

/** The counter at which a ticket was called or served has it no longer. */
function letGo(state: DayState, before: Ticket): DayState {
  const holder = before.counter === null ? undefined : state.counters.get(before.counter);
  if (!isAtCounter(before) || holder?.ticketId !== before.ticketId) return state;
  if (holder.status !== 'abandoned') return withCounter(state, { ...holder, ticketId: null });
  // Nobody sits there, and there is nothing left to keep it open for.
  return withoutCounter(state, holder.counter);
}

function withoutCounter(state: DayState, counter: CounterId): DayState {
  const counters = new Map(state.counters);
  counters.delete(counter);
  return forget({ ...state, counters }, counter);
}

function issue(state: DayState, recorded: RecordedEvent, event: Event<'ticketIssued'>): DayState {
  const { ticketId, queue, number, entry, hasPriority, booking } = event;
  const next = withTicket(state, null, {
    ...newTicket(recorded, ticketId, queue, number),
    entry,
    hasPriority,
    booking: booking ?? null,
  });
  const appointment = booking === undefined ? undefined : state.appointments.get(booking.code);
  return {
    ...next,
    issuedByQueue: new Map(state.issuedByQueue).set(queue, number),
    appointments:
      appointment === undefined
        ? state.appointments
        : state.appointments.with(appointment.code, { ...appointment, ticketId }),
  };
}

function newTicket(
  { sequence, atMs }: RecordedEvent,
  ticketId: TicketId,
  letter: string,
  number: number,
): Ticket {
  return {
    ticketId,
    letter,
    number,
    queue: letter,
    entry: 'walkIn',
    booking: null,
    hasPriority: false,
    status: 'waiting',
    origin: 'arrived',
    order: sequence,
    issuedAtMs: atMs,
    awayMs: 0,
    reservedFor: null,
    notBeforeMs: 0,
    counter: null,
    calledBecause: null,
    callCount: 0,
    firstCalledAtMs: null,
    lastCalledAtMs: null,
    startedAtMs: null,
    changedAt: sequence,
    changedAtMs: atMs,
  };
}

function call(state: DayState, recorded: RecordedEvent, event: Event<'ticketCalled'>): DayState {
  const { rules, line } = state;
  const { atMs } = recorded;
  const { ticketId, counter } = event;
  const before = ticketOf(state, ticketId);
  const passed =
    before.status === 'waiting'
      ? line.passedBy(waitingPerson(before, rules), counterOf(state, counter), atMs)
      : [];
  const called = act(state, recorded, event, {
    status: 'called',
    counter,
    calledBecause: event.reason,
    reservedFor: null,
    notBeforeMs: 0,
    callCount: 1,
    firstCalledAtMs: before.firstCalledAtMs ?? atMs,
    lastCalledAtMs: atMs,
    startedAtMs: null,
  });
  const action = called.lastActions.get(counter);
  const remembered =
    action === undefined
      ? called
      : remember(called, counter, { ...action, passed: passed.map((one) => one.ticketId) });
  return changeCounter({ ...remembered, line: remembered.line.pass(passed) }, counter, {
    ticketId,
  });
}

function callPaperNumber(
  state: DayState,
  recorded: RecordedEvent,
  { ticketId, number, counter }: Event<'paperNumberCalled'>,
): DayState {
  const { sequence, atMs } = recorded;
  const called = withTicket(state, null, {
    ...newTicket(recorded, ticketId, PAPER_ROLL_LETTER, number),
    status: 'called',
    counter,
    calledBecause: { code: 'paperRoll', queue: PAPER_ROLL_LETTER, sinceMs: atMs },
    callCount: 1,
    firstCalledAtMs: atMs,
    lastCalledAtMs: atMs,
  });
  const remembered = remember(called, counter, {
    sequence,
    atMs,
    ticketId,
    ticketBefore: null,
    counterHadBefore: null,
    overtakenBefore: 0,
    passed: [],
  });
  return changeCounter(
    {
      ...remembered,
      paperRoll: { nextNumber: number + 1 },
      paperNumbersCalled: new Set(state.paperNumbersCalled).add(number),
    },
    counter,
    { ticketId },
  );
}

/** A person goes on waiting: since when they have been away is not counted as waiting. */
function back(
  state: DayState,
  recorded: RecordedEvent,
  event: TicketEvent,
  origin: Ticket['origin'],
  awaySinceMs: number,
  change: Partial<Ticket> = {},
): DayState {
  const before = ticketOf(state, event.ticketId);
  const awayMs = before.awayMs + Math.max(0, recorded.atMs - awaySinceMs);
  return act(state, recorded, event, {
    status: 'waiting',
    origin,
    awayMs,
    counter: null,
    callCount: 0,
    startedAtMs: null,
    ...change,
  });
}

function undo(state: DayState, recorded: RecordedEvent, counter: CounterId): DayState {
  const action = state.lastActions.get(counter);
  if (action === undefined) {
    throw new LedgerDamage(`The ledger undoes an action that counter ${counter} did not do`);
  }
  const { ticketBefore, counterHadBefore, overtakenBefore, ticketId } = action;
  const now = ticketOf(state, ticketId);
  const passed = action.passed
    .map((passedId) => ticketOf(state, passedId))
    .filter((ticket) => ticket.status === 'waiting' && ticket.changedAt < action.sequence)
    .map((ticket) => waitingPerson(ticket, state.rules));
  const undone =
    ticketBefore === null
      ? withoutPaperNumber(state, now)
      : withTicket(
          { ...state, line: state.line.unpass(passed) },
          now,
          { ...ticketBefore, changedAt: recorded.sequence, changedAtMs: recorded.atMs },
          overtakenBefore,
        );
  return forget(changeCounter(undone, counter, { ticketId: counterHadBefore }), counter);
}

/** A number of the roll that was called by mistake has never existed. */
function withoutPaperNumber(state: DayState, { ticketId, number, status }: Ticket): DayState {
  const paperNumbersCalled = new Set(state.paperNumbersCalled);
  paperNumbersCalled.delete(number);
  const isLatest = state.paperRoll?.nextNumber === number + 1;
  return {
    ...state,
    ticketsByStatus: { ...state.ticketsByStatus, [status]: state.ticketsByStatus[status] - 1 },
    tickets: state.tickets.without(ticketId),
    paperNumbersCalled,
    paperRoll: isLatest ? { nextNumber: number } : state.paperRoll,
  };
}

function importAppointments(
  state: DayState,
  { appointments }: Event<'appointmentsImported'>,
): DayState {
  let list = state.appointments;
  for (const appointment of state.appointments.values()) {
    if (appointment.ticketId === null) list = list.without(appointment.code);
  }
  for (const { code, bookedAtMs, queue } of appointments) {
    const ticketId = list.get(code)?.ticketId ?? null;
    const appointment: Appointment = { code, bookedAtMs, queue, ticketId };
    list = list.with(code, appointment);
  }
  return { ...state, appointments: list };
}

function endDay(state: DayState, { sequence, atMs }: RecordedEvent): DayState {
  let next = state;
  for (const ticket of state.tickets.values()) {
    if (!['waiting', 'called', 'serving', 'parked'].includes(ticket.status)) continue;
    const expired: Ticket = {
      ...ticket,
      status: 'expired',
      changedAt: sequence,
      changedAtMs: atMs,
    };
    next = withTicket(next, ticket, expired);
  }
  return { ...next, hasEnded: true, counters: new Map(), lastActions: new Map(), paperRoll: null };
}

function apply(state: DayState, recorded: RecordedEvent): DayState {
  const { event, atMs } = recorded;
  switch (event.type) {
    case 'ticketIssued':
      return issue(state, recorded, event);
    case 'appointmentsImported':
      return importAppointments(state, event);
    case 'counterOpened': {
      // Where the desk had vanished, the ticket is still there.
      const ticketId = state.counters.get(event.counter)?.ticketId ?? null;
      return withCounter(state, {
        counter: event.counter,
        queues: event.queues,
        status: 'open',
        pauseReason: null,
        sinceMs: atMs,
        ticketId,
      });
    }
    case 'counterQueuesChanged':
      return changeCounter(state, event.counter, { queues: event.queues });
    case 'counterPaused':
      return changeCounter(state, event.counter, {
        status: 'paused',
        pauseReason: event.reason,
        sinceMs: atMs,
      });
    case 'counterResumed':
      return changeCounter(state, event.counter, {
        status: 'open',
        pauseReason: null,
        sinceMs: atMs,
      });
    case 'counterAbandoned':
      return changeCounter(state, event.counter, {
        status: 'abandoned',
        pauseReason: null,
        sinceMs: atMs,
      });
    case 'counterClosed':
      return withoutCounter(state, event.counter);
    case 'ticketCalled':
      return call(state, recorded, event);
    case 'ticketRecalled': {
      const { callCount } = ticketOf(state, event.ticketId);
      return act(state, recorded, event, { callCount: callCount + 1, lastCalledAtMs: atMs });
    }
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
    case 'ticketReturned': {
      // Away since the call that was not answered.
      const { lastCalledAtMs } = ticketOf(state, event.ticketId);
      return back(state, recorded, event, 'returned', lastCalledAtMs ?? atMs, {
        notBeforeMs: atMs + state.rules.returnGuardMs,
      });
    }
    case 'ticketResumed':
      // Whatever the counter asked for, the person has been here.
      return back(state, recorded, event, 'resumed', atMs);
    case 'ticketTransferred':
      return back(state, recorded, event, 'transferred', atMs, {
        queue: event.toQueue,
        reservedFor: event.toCounter,
      });
    case 'visitContinued': {
      // What counts is the time spent waiting, not the time being served.
      const { lastCalledAtMs } = ticketOf(state, event.ticketId);
      return back(state, recorded, event, 'continued', lastCalledAtMs ?? atMs, {
        queue: event.toQueue,
        reservedFor: null,
      });
    }
    case 'actionUndone':
      return undo(state, recorded, event.counter);
    case 'paperRollStarted':
      return { ...state, paperRoll: { nextNumber: event.firstNumber } };
    case 'paperRollEnded':
      return { ...state, paperRoll: null };
    case 'paperNumberCalled':
      return callPaperNumber(state, recorded, event);
    case 'dayEnded':
      return endDay(state, recorded);
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
