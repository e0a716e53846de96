import { countsFromMs } from './appointments/appointment.ts';
import type { DayRules } from './day-rules.ts';
import type { WaitingPerson } from './lane.ts';
import type { Ticket } from './ticket.ts';

/**
 * Time that does not count as waiting. Who did not come has been away since the call.
 *
 * @param atMs policy time, UTC epoch milliseconds.
 */
export function awayMs({ status, awayMs: before, lastCalledAtMs }: Ticket, atMs: number): number {
  return status === 'noShow' ? before + atMs - (lastCalledAtMs ?? atMs) : before;
}

/** When the person of a ticket came, as far as their waiting goes: time away is not waiting. */
export function arrivedMs(ticket: Ticket): number {
  return ticket.issuedAtMs + ticket.awayMs;
}

/** The person of a ticket, as the line sees them. */
export function waitingPerson(ticket: Ticket, rules: DayRules): WaitingPerson {
  const { ticketId, queue, reservedFor, hasPriority, notBeforeMs, order } = ticket;
  const { booking, issuedAtMs } = ticket;
  const countedMs =
    booking === null ? issuedAtMs : countsFromMs(booking, issuedAtMs, rules.appointments);
  return {
    ticketId,
    queue,
    reservedFor,
    hasPriority,
    isBooked: countedMs !== issuedAtMs,
    arrivedMs: arrivedMs(ticket),
    countsFromMs: countedMs + ticket.awayMs,
    notBeforeMs,
    order,
  };
}
