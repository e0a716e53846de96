/** A queue's neutral letter (DESIGN §7.5: it reveals nothing about the reason of a visit). */
export type QueueLetter = string;

/** Opaque identity of a ticket, unique for ever. The printed number is never an id. */
export type TicketId = string;

/** The sign over a counter, for example "3". */
export type CounterId = string;

/** Numbers run from 1 to 999 in each queue and day; there is no wrap and no reuse (DESIGN §7.9). */
export const HIGHEST_NUMBER = 999;

/** How a person came: by appointment or without one. */
export type Entry = 'appointment' | 'walkIn';

export type TicketStatus = 'waiting' | 'called' | 'serving' | 'closed' | 'noShow';

export interface Ticket {
  readonly ticketId: TicketId;
  readonly queue: QueueLetter;
  /** 1–999, in order of issue within the queue and service day. */
  readonly number: number;
  readonly entry: Entry;
  /** Declared by the person, without a reason (DESIGN §7.5). */
  readonly hasPriority: boolean;
  readonly status: TicketStatus;
  readonly issuedAtMs: number;
  /** Where the ticket was called, from the first call on. */
  readonly counter: CounterId | null;
  /** Calls so far, the first and the repeated ones. */
  readonly callCount: number;
  /** Waiting time ends at the first call, whatever happens later. */
  readonly firstCalledAtMs: number | null;
  readonly lastCalledAtMs: number | null;
  readonly startedAtMs: number | null;
}

/** What is printed, shown and called: the letter and three digits, for example "A042". */
export function ticketCode(ticket: Pick<Ticket, 'queue' | 'number'>): string {
  return `${ticket.queue}${String(ticket.number).padStart(3, '0')}`;
}
