import type { Booking } from './appointments/appointment.ts';
import type { CounterId, QueueLetter, TicketId } from './identity.ts';
import type { PickReason } from './pick-reason.ts';

export type { CounterId, QueueLetter, TicketId } from './identity.ts';

/** Numbers run from 1 to 999 in each queue and day; there is no wrap and no reuse (DESIGN §7.9). */
export const HIGHEST_NUMBER = 999;

/** The letter of numbers torn from a paper roll. No queue has it. */
export const PAPER_ROLL_LETTER = 'R';

/** How a person came: by appointment or without one. */
export type Entry = 'appointment' | 'walkIn';

export type TicketStatus =
  | 'waiting'
  | 'called'
  | 'serving'
  /** Put aside by a counter: somebody fills in a form, or fetches a document. */
  | 'parked'
  | 'noShow'
  | 'closed'
  /** The person gave up, and said so. */
  | 'cancelled'
  /** The day ended before the visit did. */
  | 'expired';

/** How a waiting person came into the line they are in. */
export type Origin = 'arrived' | 'returned' | 'resumed' | 'transferred' | 'continued';

export interface Ticket {
  readonly ticketId: TicketId;
  /** With the number, what is printed. It stays when the ticket changes queue. */
  readonly letter: QueueLetter;
  /** 1–999, in order of issue within the letter and service day. */
  readonly number: number;
  /** The queue it waits in now, or waited in last. */
  readonly queue: QueueLetter;
  readonly entry: Entry;
  /** Of who checked in from the day's list of appointments. */
  readonly booking: Booking | null;
  /** Declared by the person, without a reason (DESIGN §7.5). */
  readonly hasPriority: boolean;
  readonly status: TicketStatus;
  readonly origin: Origin;
  /** Sequence of its issue: breaks ties between people who came in the same millisecond. */
  readonly order: number;
  readonly issuedAtMs: number;
  /** Time that does not count as waiting: absent after a call, or being served elsewhere. */
  readonly awayMs: number;
  /** The only counter that may call it, after a transfer to a counter. */
  readonly reservedFor: CounterId | null;
  /** Not to be called before: the person has just come back. */
  readonly notBeforeMs: number;
  /** Where the ticket was called last. */
  readonly counter: CounterId | null;
  /** Why it was called last. */
  readonly calledBecause: PickReason | null;
  /** Calls since it was waiting last, the first and the repeated ones. */
  readonly callCount: number;
  /** Waiting time ends at the first call, whatever happens later. */
  readonly firstCalledAtMs: number | null;
  readonly lastCalledAtMs: number | null;
  readonly startedAtMs: number | null;
  /** Sequence of the last event about this ticket. */
  readonly changedAt: number;
  /** When that was. */
  readonly changedAtMs: number;
}

/** What is printed, shown and called: the letter and three digits, for example "A042". */
export function ticketCode(ticket: Pick<Ticket, 'letter' | 'number'>): string {
  return `${ticket.letter}${String(ticket.number).padStart(3, '0')}`;
}
