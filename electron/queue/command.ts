import type { CounterId, Entry, QueueLetter, TicketId } from './ticket.ts';

/** What someone asks the queue to do. Ids are made by the caller: the domain has no randomness. */
export type QueueCommand =
  | {
      readonly type: 'issueTicket';
      readonly ticketId: TicketId;
      readonly queue: QueueLetter;
      readonly entry: Entry;
      readonly hasPriority: boolean;
    }
  | {
      readonly type: 'openCounter';
      readonly counter: CounterId;
      readonly queues: readonly QueueLetter[];
    }
  | { readonly type: 'closeCounter'; readonly counter: CounterId }
  | { readonly type: 'callNext'; readonly counter: CounterId }
  | {
      readonly type: 'recall' | 'startService' | 'closeTicket' | 'markNoShow';
      readonly counter: CounterId;
      readonly ticketId: TicketId;
    };
