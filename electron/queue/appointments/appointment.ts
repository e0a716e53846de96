import type { QueueLetter, TicketId } from '../identity.ts';

/** What a person who checks in has booked: the code they were given, and when. */
export interface Booking {
  readonly code: string;
  /** UTC epoch milliseconds. */
  readonly bookedAtMs: number;
}

/** One line of the day's list. There are no names in it. */
export interface Appointment extends Booking {
  readonly queue: QueueLetter;
  /** The ticket of who checked in, or null. */
  readonly ticketId: TicketId | null;
}

export interface AppointmentRules {
  /** Who comes earlier than this waits at most this long before being counted as there. */
  readonly earlyLimitMs: number;
  /** Who comes later than this counts from their arrival, as without an appointment. */
  readonly lateLimitMs: number;
}

/**
 * From when a person with an appointment counts as waiting: from the booked time. Somebody who is
 * very early is not left behind for hours, and somebody very late has no claim to the time missed.
 *
 * @param arrivalMs UTC epoch milliseconds, as the result.
 */
export function countsFromMs(booking: Booking, arrivalMs: number, rules: AppointmentRules): number {
  const { bookedAtMs } = booking;
  if (arrivalMs - bookedAtMs > rules.lateLimitMs) return arrivalMs;
  return Math.min(bookedAtMs, arrivalMs + rules.earlyLimitMs);
}

/** A code as it is kept and compared: people type it in small letters, and with spaces. */
export function appointmentCode(typed: string): string {
  return typed.replaceAll(/[\s.-]/g, '').toUpperCase();
}
