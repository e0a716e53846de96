import type { DayRules, DayState } from './state.ts';
import type { QueueLetter, Ticket } from './ticket.ts';

/** Why a person is next, as data; the desk puts it into words. */
export type PickReason =
  | { readonly code: 'longestWaiting'; readonly queue: QueueLetter; readonly sinceMs: number }
  | { readonly code: 'priority'; readonly queue: QueueLetter; readonly sinceMs: number };

export interface Pick {
  readonly ticket: Ticket;
  readonly reason: PickReason;
}

/** When the person counts as having arrived: priority is a head start, never a rank of its own. */
function countedArrivalMs(ticket: Ticket, rules: DayRules): number {
  return ticket.hasPriority ? ticket.issuedAtMs - rules.priorityCreditMs : ticket.issuedAtMs;
}

/** The waiting people in the order in which they are to be called. */
export function callingOrder(state: DayState): Ticket[] {
  const waiting = [...state.tickets.values()].filter((ticket) => ticket.status === 'waiting');
  // The map is in order of issue and the sort is stable, so equal times keep that order.
  return waiting.sort(
    (a, b) => countedArrivalMs(a, state.rules) - countedArrivalMs(b, state.rules),
  );
}

/** Whom a counter serving these queues calls next, and why; null when nobody waits there. */
export function pickNext(state: DayState, queues: readonly QueueLetter[]): Pick | null {
  const eligible = callingOrder(state).filter((ticket) => queues.includes(ticket.queue));
  const ticket = eligible[0];
  if (ticket === undefined) return null;
  const jumpedAhead = eligible.some((other) => other.issuedAtMs < ticket.issuedAtMs);
  return {
    ticket,
    reason: {
      code: jumpedAhead ? 'priority' : 'longestWaiting',
      queue: ticket.queue,
      sinceMs: ticket.issuedAtMs,
    },
  };
}

/** How many people of the same queue are to be called before this waiting ticket. */
export function peopleAhead(state: DayState, ticket: Ticket): number {
  const line = callingOrder(state).filter((other) => other.queue === ticket.queue);
  return Math.max(
    0,
    line.findIndex((other) => other.ticketId === ticket.ticketId),
  );
}
