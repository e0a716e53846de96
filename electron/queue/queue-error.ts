import type { CounterId, QueueLetter, TicketId, TicketStatus } from './ticket.ts';

/** Why a command cannot be carried out. The state is then unchanged. */
export type QueueError =
  | { readonly code: 'unknownQueue'; readonly queue: QueueLetter }
  /** The day's cap, or 999, is reached (DESIGN §7.9). */
  | { readonly code: 'queueFull'; readonly queue: QueueLetter; readonly cap: number }
  | { readonly code: 'ticketExists'; readonly ticketId: TicketId }
  | { readonly code: 'ticketNotFound'; readonly ticketId: TicketId }
  | {
      readonly code: 'ticketNotAtCounter';
      readonly ticketId: TicketId;
      readonly counter: CounterId;
    }
  | {
      readonly code: 'wrongTicketStatus';
      readonly ticketId: TicketId;
      readonly status: TicketStatus;
      readonly expected: readonly TicketStatus[];
    }
  | { readonly code: 'counterNotOpen'; readonly counter: CounterId }
  | { readonly code: 'counterAlreadyOpen'; readonly counter: CounterId }
  /** The counter still has a ticket called or being served. */
  | { readonly code: 'counterBusy'; readonly counter: CounterId; readonly ticketId: TicketId }
  | { readonly code: 'nobodyWaiting'; readonly counter: CounterId };
