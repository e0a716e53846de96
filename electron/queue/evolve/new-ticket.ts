import type { RecordedEvent } from '../event.ts';
import type { QueueLetter, Ticket, TicketId } from '../ticket.ts';

/** A ticket that has just been issued, to somebody without appointment or priority. */
export function newTicket(
  { sequence, atMs }: RecordedEvent,
  ticketId: TicketId,
  letter: QueueLetter,
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
