import type { Appointment, Booking } from './appointments/appointment.ts';
import type { PickReason } from './pick-reason.ts';
import type { CounterId, Entry, QueueLetter, TicketId } from './ticket.ts';

/** Why a counter pauses: the list that staff choose from. */
export const PAUSE_REASONS = ['break', 'backOffice', 'meeting', 'technical'] as const;
export type PauseReason = (typeof PAUSE_REASONS)[number];

/** At which counter, and about which ticket. */
interface AtCounter {
  readonly ticketId: TicketId;
  /** The counter that acts: its last action can be undone. */
  readonly counter: CounterId;
}

/**
 * What happened, in the past tense. Events name the counter and never the account, and never the
 * offering or an answer on residence (DESIGN §3): of a person the ledger tells an appointment and the
 * wish to go first, nothing else.
 */
export type QueueEvent =
  | {
      readonly type: 'ticketIssued';
      readonly ticketId: TicketId;
      readonly queue: QueueLetter;
      readonly number: number;
      readonly entry: Entry;
      readonly hasPriority: boolean;
      /** Of who checked in from the day's list. */
      readonly booking?: Booking;
    }
  | {
      /** Takes the place of the appointments whose people have not checked in. */
      readonly type: 'appointmentsImported';
      readonly appointments: readonly Omit<Appointment, 'ticketId'>[];
    }
  | {
      readonly type: 'counterOpened';
      readonly counter: CounterId;
      /** Preferred first. */
      readonly queues: readonly QueueLetter[];
    }
  | {
      readonly type: 'counterQueuesChanged';
      readonly counter: CounterId;
      readonly queues: readonly QueueLetter[];
    }
  | {
      readonly type: 'counterPaused';
      readonly counter: CounterId;
      readonly reason: PauseReason;
    }
  | { readonly type: 'counterResumed'; readonly counter: CounterId }
  /** Its desk vanished while somebody was called or served there: the ticket stays. */
  | { readonly type: 'counterAbandoned'; readonly counter: CounterId }
  | { readonly type: 'counterClosed'; readonly counter: CounterId }
  | ({ readonly type: 'ticketCalled'; readonly reason: PickReason } & AtCounter)
  | ({ readonly type: 'ticketRecalled' } & AtCounter)
  | ({ readonly type: 'serviceStarted' } & AtCounter)
  | ({ readonly type: 'ticketClosed' } & AtCounter)
  | ({ readonly type: 'ticketNotShown' } & AtCounter)
  | ({ readonly type: 'ticketReturned' } & AtCounter)
  | ({ readonly type: 'ticketParked' } & AtCounter)
  | ({ readonly type: 'ticketResumed' } & AtCounter)
  | ({
      readonly type: 'ticketTransferred';
      readonly toQueue: QueueLetter;
      /** The only counter that may call it, or null for any that serves the queue. */
      readonly toCounter: CounterId | null;
    } & AtCounter)
  | ({ readonly type: 'visitContinued'; readonly toQueue: QueueLetter } & AtCounter)
  | ({ readonly type: 'ticketCancelled' } & AtCounter)
  /** Takes the counter's last action back. */
  | { readonly type: 'actionUndone'; readonly counter: CounterId }
  | { readonly type: 'paperRollStarted'; readonly firstNumber: number }
  | { readonly type: 'paperRollEnded' }
  /** A number of the paper roll exists from its call on: who tore it off was not seen. */
  | ({ readonly type: 'paperNumberCalled'; readonly number: number } & AtCounter)
  /** What has not ended expires, and every counter closes. */
  | { readonly type: 'dayEnded' };

/** An event in its place: order is by sequence, never by the clock (DESIGN §3). */
export interface RecordedEvent {
  /** 1, 2, 3 … within one office and service day, without gaps. */
  readonly sequence: number;
  /** UTC epoch milliseconds, never earlier than the event before it. */
  readonly atMs: number;
  readonly event: QueueEvent;
}
