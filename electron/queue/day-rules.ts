import type { AppointmentRules } from './appointments/appointment.ts';
import type { QueueLetter } from './ticket.ts';

/** Rules of one queue for the day; they come from the office's configuration. */
export interface QueueRules {
  readonly letter: QueueLetter;
  /** Tickets that the queue gives in one day, at most 999. */
  readonly dailyCap: number;
}

/** A time in which the office is open, in UTC epoch milliseconds. */
export interface OpeningWindow {
  readonly opensAtMs: number;
  readonly closesAtMs: number;
  /** From this moment on the kiosk gives no more numbers in this window. */
  readonly lastTicketAtMs: number;
}

/** How the office works today. All durations are in milliseconds. */
export interface DayRules {
  readonly queues: readonly QueueRules[];
  /** In order of time; none on a day on which the office is closed. */
  readonly openingWindows: readonly OpeningWindow[];
  /** How much earlier a person with priority counts as having arrived. */
  readonly priorityHeadStartMs: number;
  /** How much later a queue counts for each place further down in a counter's preferences. */
  readonly preferenceStepMs: number;
  /** At most so many people who came later are called before anyone who waits. */
  readonly mostOvertaken: number;
  readonly appointments: AppointmentRules;
  /** How long a person who has come back is not called by "call next". */
  readonly returnGuardMs: number;
  readonly noShow: {
    /** Calls that must have been made. */
    readonly afterCalls: number;
    /** Time that must have passed since the last of them. */
    readonly afterMs: number;
  };
  /** How long the last action of a counter can be undone. */
  readonly undoWithinMs: number;
}
