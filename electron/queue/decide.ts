import { pickNext } from './calling-policy.ts';
import type { QueueCommand } from './command.ts';
import type { QueueEvent, RecordedEvent } from './event.ts';
import type { QueueError } from './queue-error.ts';
import type { CounterState, DayState } from './state.ts';
import { type CounterId, HIGHEST_NUMBER, type Ticket, type TicketStatus } from './ticket.ts';

/** What follows from a command: the events to append, or why nothing happens. */
export type Decision =
  | { readonly ok: true; readonly value: readonly RecordedEvent[] }
  | { readonly ok: false; readonly error: QueueError };

type Outcome = QueueEvent | QueueError;

function isError(outcome: Outcome): outcome is QueueError {
  return 'code' in outcome;
}

function openCounter(state: DayState, counter: CounterId): CounterState | QueueError {
  return state.counters.get(counter) ?? { code: 'counterNotOpen', counter };
}

/** The ticket, if the counter has it in one of the expected states. */
function ticketAtCounter(
  state: DayState,
  command: { readonly counter: CounterId; readonly ticketId: string },
  expected: readonly TicketStatus[],
): Ticket | QueueError {
  const ticket = state.tickets.get(command.ticketId);
  if (ticket === undefined) return { code: 'ticketNotFound', ticketId: command.ticketId };
  if (!expected.includes(ticket.status)) {
    return {
      code: 'wrongTicketStatus',
      ticketId: ticket.ticketId,
      status: ticket.status,
      expected,
    };
  }
  if (ticket.counter !== command.counter) {
    return { code: 'ticketNotAtCounter', ticketId: ticket.ticketId, counter: command.counter };
  }
  return ticket;
}

function whatHappens(state: DayState, command: QueueCommand): Outcome {
  switch (command.type) {
    case 'issueTicket': {
      const rules = state.rules.queues.find((queue) => queue.letter === command.queue);
      if (rules === undefined) return { code: 'unknownQueue', queue: command.queue };
      if (state.tickets.has(command.ticketId)) {
        return { code: 'ticketExists', ticketId: command.ticketId };
      }
      const cap = Math.min(rules.dailyCap, HIGHEST_NUMBER);
      const number = (state.issuedByQueue.get(command.queue) ?? 0) + 1;
      if (number > cap) return { code: 'queueFull', queue: command.queue, cap };
      return {
        type: 'ticketIssued',
        ticketId: command.ticketId,
        queue: command.queue,
        number,
        entry: command.entry,
        hasPriority: command.hasPriority,
      };
    }
    case 'openCounter': {
      if (state.counters.has(command.counter)) {
        return { code: 'counterAlreadyOpen', counter: command.counter };
      }
      const known = new Set(state.rules.queues.map((queue) => queue.letter));
      const unknown = command.queues.find((queue) => !known.has(queue));
      if (unknown !== undefined) return { code: 'unknownQueue', queue: unknown };
      return { type: 'counterOpened', counter: command.counter, queues: command.queues };
    }
    case 'closeCounter': {
      const counter = openCounter(state, command.counter);
      if ('code' in counter) return counter;
      if (counter.ticketId !== null) {
        return { code: 'counterBusy', counter: counter.counter, ticketId: counter.ticketId };
      }
      return { type: 'counterClosed', counter: counter.counter };
    }
    case 'callNext': {
      const counter = openCounter(state, command.counter);
      if ('code' in counter) return counter;
      if (counter.ticketId !== null) {
        return { code: 'counterBusy', counter: counter.counter, ticketId: counter.ticketId };
      }
      const pick = pickNext(state, counter.queues);
      if (pick === null) return { code: 'nobodyWaiting', counter: counter.counter };
      return {
        type: 'ticketCalled',
        ticketId: pick.ticket.ticketId,
        counter: counter.counter,
      };
    }
    case 'recall': {
      const ticket = ticketAtCounter(state, command, ['called']);
      if ('code' in ticket) return ticket;
      return { type: 'ticketRecalled', ticketId: ticket.ticketId, counter: command.counter };
    }
    case 'startService': {
      const ticket = ticketAtCounter(state, command, ['called']);
      if ('code' in ticket) return ticket;
      return { type: 'serviceStarted', ticketId: ticket.ticketId, counter: command.counter };
    }
    case 'closeTicket': {
      const ticket = ticketAtCounter(state, command, ['called', 'serving']);
      if ('code' in ticket) return ticket;
      return { type: 'ticketClosed', ticketId: ticket.ticketId, counter: command.counter };
    }
    case 'markNoShow': {
      const ticket = ticketAtCounter(state, command, ['called']);
      if ('code' in ticket) return ticket;
      return { type: 'ticketNotShown', ticketId: ticket.ticketId, counter: command.counter };
    }
  }
}

/**
 * What follows from a command at a moment.
 *
 * @param nowMs the clock, UTC epoch milliseconds. Policy time is the later of it and the last
 *   event, so that waiting times survive a clock set backwards (DESIGN §3).
 */
export function decide(state: DayState, command: QueueCommand, nowMs: number): Decision {
  const outcome = whatHappens(state, command);
  if (isError(outcome)) return { ok: false, error: outcome };
  return {
    ok: true,
    value: [
      {
        sequence: state.sequence + 1,
        atMs: Math.max(state.lastEventAtMs, nowMs),
        event: outcome,
      },
    ],
  };
}
