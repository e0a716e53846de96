import { countsFromMs } from './appointment.ts';
import type { DayRules } from './day-rules.ts';
import type { Ticket } from './ticket.ts';
import type { WaitingPerson } from './waiting-line.ts';

/** When the person of a ticket came, as far as their waiting goes: time away is not waiting. */
export function arrivedMs(ticket: Ticket): number {
  return ticket.issuedAtMs + ticket.awayMs;
}

/** The person of a ticket, as the line sees them. */
export function waitingPerson(ticket: Ticket, rules: DayRules): WaitingPerson {
  const { ticketId, queue, reservedFor, hasPriority, notBeforeMs, order, booking } = ticket;
  return {
    ticketId,
    queue,
    reservedFor,
    hasPriority,
    isBooked: booking !== null,
    arrivedMs: arrivedMs(ticket),
    countsFromMs:
      booking === null
        ? arrivedMs(ticket)
        : countsFromMs(booking, ticket.issuedAtMs, rules.appointments) + ticket.awayMs,
    notBeforeMs,
    order,
  };
}
