import type { DayState } from '../state.ts';
import type { Ticket, TicketId } from '../ticket.ts';
import { waitingPerson } from '../waiting-person.ts';

/** A ticket that the ledger has issued. */
export function ticketOf(state: DayState, ticketId: TicketId): Ticket {
  const ticket = state.tickets.get(ticketId);
  if (ticket !== undefined) return ticket;
  throw new Error(`Ticket ${ticketId} has not been issued`);
}

/** Whether a counter has the ticket. */
export function isAtCounter({ status }: Ticket): boolean {
  return status === 'called' || status === 'serving';
}

/** How often a ticket has been overtaken, 0 unless it waits. */
export function overtakenOf({ line, rules }: DayState, ticket: Ticket): number {
  return line.overtakenOf(waitingPerson(ticket, rules));
}

/** One more ticket. */
export function addTicket(state: DayState, ticket: Ticket): DayState {
  return withTicket(state, ticket, 0);
}

/** As if the ticket had never been. */
export function removeTicket(state: DayState, ticket: Ticket): DayState {
  const removed = withoutTicket(state, ticket);
  return { ...removed, tickets: removed.tickets.without(ticket.ticketId) };
}

/**
 * Puts a ticket in the place of its former self, in the line as well.
 *
 * @param overtaken how often it has been overtaken, if it waits.
 */
export function replaceTicket(
  state: DayState,
  before: Ticket,
  after: Ticket,
  overtaken: number,
): DayState {
  return withTicket(withoutTicket(state, before), after, overtaken);
}

function withTicket(state: DayState, ticket: Ticket, overtaken: number): DayState {
  const { line, rules, tickets, ticketsByStatus } = state;
  const { ticketId, status } = ticket;
  return {
    ...state,
    tickets: tickets.with(ticketId, ticket),
    ticketsByStatus: { ...ticketsByStatus, [status]: ticketsByStatus[status] + 1 },
    line: status === 'waiting' ? line.add(waitingPerson(ticket, rules), overtaken) : line,
  };
}

function withoutTicket(state: DayState, ticket: Ticket): DayState {
  const { line, rules, ticketsByStatus } = state;
  const { status } = ticket;
  return {
    ...state,
    ticketsByStatus: { ...ticketsByStatus, [status]: ticketsByStatus[status] - 1 },
    line: status === 'waiting' ? line.remove(waitingPerson(ticket, rules)) : line,
  };
}
