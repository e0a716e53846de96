/** A queue's neutral letter (DESIGN §7.5: it reveals nothing about the reason of a visit). */
export type QueueLetter = string;

/** Opaque identity of a ticket, unique for ever. The printed number is never an id. */
export type TicketId = string;

/** The sign over a counter, for example "3". */
export type CounterId = string;
