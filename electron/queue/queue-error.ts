import type { CounterId, QueueLetter, TicketId, TicketStatus } from './ticket.ts';

/** Why a command cannot be carried out. The state is then unchanged. */
export type QueueError =
  | { readonly code: 'unknownQueue'; readonly queue: QueueLetter }
  /** The day's cap, or 999, is reached (DESIGN §7.9). */
  | { readonly code: 'queueFull'; readonly queue: QueueLetter; readonly cap: number }
  /** No numbers now; `opensAtMs` is the next opening of the same day, if there is one. */
  | { readonly code: 'officeClosed'; readonly opensAtMs: number | null }
  | { readonly code: 'dayEnded' }
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
  /** The person must be called more often, or given more time. */
  | {
      readonly code: 'tooEarlyForNoShow';
      readonly callsMissing: number;
      readonly waitMs: number;
    }
  | { readonly code: 'counterNotOpen'; readonly counter: CounterId }
  | { readonly code: 'counterAlreadyOpen'; readonly counter: CounterId }
  | { readonly code: 'counterPaused'; readonly counter: CounterId }
  | { readonly code: 'counterNotPaused'; readonly counter: CounterId }
  /** The counter still has a ticket called or being served. */
  | { readonly code: 'counterBusy'; readonly counter: CounterId; readonly ticketId: TicketId }
  /** A counter must serve at least one queue. */
  | { readonly code: 'noQueues'; readonly counter: CounterId }
  | {
      readonly code: 'nobodyWaiting';
      readonly counter: CounterId;
      /** When the first of those who have just come back may be called; null without any. */
      readonly nextFromMs: number | null;
    }
  /** The transfer leads to where the ticket is. */
  | { readonly code: 'sameQueue'; readonly queue: QueueLetter }
  | { readonly code: 'nothingToUndo'; readonly counter: CounterId }
  /** Too much time has passed, or somebody else has gone on with the ticket. */
  | { readonly code: 'undoTooLate'; readonly counter: CounterId }
  | { readonly code: 'unknownAppointment' }
  | { readonly code: 'alreadyCheckedIn'; readonly ticketId: TicketId }
  /** Two lines of the list have the same code. */
  | { readonly code: 'appointmentTwice'; readonly appointmentCode: string }
  | { readonly code: 'noPaperRoll' }
  | { readonly code: 'paperRollStarted' }
  /** The roll is at its end, or its number was called already. */
  | { readonly code: 'paperNumberUsed'; readonly number: number };
