import type { CounterId, Entry, QueueLetter, TicketId } from './ticket.ts';

/**
 * What happened, in the past tense. Events name the counter and never the account, and never the
 * offering or an answer (DESIGN §3): the ledger must tell nothing about a person.
 */
export type QueueEvent =
  | {
      readonly type: 'ticketIssued';
      readonly ticketId: TicketId;
      readonly queue: QueueLetter;
      readonly number: number;
      readonly entry: Entry;
      readonly hasPriority: boolean;
    }
  | {
      readonly type: 'counterOpened';
      readonly counter: CounterId;
      readonly queues: readonly QueueLetter[];
    }
  | { readonly type: 'counterClosed'; readonly counter: CounterId }
  | { readonly type: 'ticketCalled'; readonly ticketId: TicketId; readonly counter: CounterId }
  | { readonly type: 'ticketRecalled'; readonly ticketId: TicketId; readonly counter: CounterId }
  | { readonly type: 'serviceStarted'; readonly ticketId: TicketId; readonly counter: CounterId }
  | { readonly type: 'ticketClosed'; readonly ticketId: TicketId; readonly counter: CounterId }
  | { readonly type: 'ticketNotShown'; readonly ticketId: TicketId; readonly counter: CounterId };

/** An event in its place: order is by sequence, never by the clock (DESIGN §3). */
export interface RecordedEvent {
  /** 1, 2, 3 … within one office and service day, without gaps. */
  readonly sequence: number;
  /** UTC epoch milliseconds, never earlier than the event before it. */
  readonly atMs: number;
  readonly event: QueueEvent;
}
