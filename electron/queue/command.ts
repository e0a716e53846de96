import type { Appointment } from './appointments/appointment.ts';
import type { PauseReason } from './event.ts';
import type { CounterId, Entry, QueueLetter, TicketId } from './ticket.ts';

/** Something a counter does with a ticket that it has, or that nobody has. */
interface TicketCommand<Type extends string> {
  readonly type: Type;
  readonly counter: CounterId;
  readonly ticketId: TicketId;
}

interface CounterCommand<Type extends string> {
  readonly type: Type;
  readonly counter: CounterId;
}

/** Who asks for a ticket. The desk may give one at any hour; the kiosk keeps to opening hours. */
export type IssuedAt = 'kiosk' | 'desk';

/** What someone asks the queue to do. Ids are made by the caller: the domain has no randomness. */
export type QueueCommand =
  | {
      readonly type: 'issueTicket';
      readonly ticketId: TicketId;
      readonly queue: QueueLetter;
      readonly entry: Entry;
      readonly hasPriority: boolean;
      readonly at: IssuedAt;
    }
  | {
      readonly type: 'checkIn';
      readonly ticketId: TicketId;
      /** Of the day's list, as the person has it; case and spaces do not matter. */
      readonly code: string;
      readonly hasPriority: boolean;
      readonly at: IssuedAt;
    }
  | {
      readonly type: 'importAppointments';
      readonly appointments: readonly Omit<Appointment, 'ticketId'>[];
    }
  | {
      readonly type: 'openCounter' | 'changeQueues';
      readonly counter: CounterId;
      readonly queues: readonly QueueLetter[];
    }
  | {
      readonly type: 'pauseCounter';
      readonly counter: CounterId;
      readonly reason: PauseReason;
    }
  | CounterCommand<'resumeCounter'>
  | CounterCommand<'closeCounter'>
  /** The counter's desk has vanished. */
  | CounterCommand<'releaseCounter'>
  | CounterCommand<'callNext'>
  | TicketCommand<'callTicket'>
  | TicketCommand<'recall'>
  | TicketCommand<'startService'>
  | TicketCommand<'closeTicket'>
  | TicketCommand<'markNoShow'>
  | TicketCommand<'returnTicket'>
  | TicketCommand<'parkTicket'>
  | TicketCommand<'resumeTicket'>
  | TicketCommand<'cancelTicket'>
  | (TicketCommand<'transferTicket'> & {
      readonly to: { readonly queue: QueueLetter } | { readonly counter: CounterId };
    })
  | (TicketCommand<'continueVisit'> & { readonly queue: QueueLetter })
  | CounterCommand<'undo'>
  | { readonly type: 'startPaperRoll'; readonly firstNumber: number }
  | { readonly type: 'endPaperRoll' }
  | TicketCommand<'callPaperNumber'>
  | { readonly type: 'endDay' };
