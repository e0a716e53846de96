import type { QueueLetter } from './identity.ts';

/** Why a person is called, as data; the desk puts it into words. */
export type PickReason = {
  readonly code: PickReasonCode;
  /** The queue the person waited in. */
  readonly queue: QueueLetter;
  /** Since when the person has been waiting, time away not counted; UTC epoch milliseconds. */
  readonly sinceMs: number;
};

export const PICK_REASON_CODES = [
  /** Nobody in the counter's queues has waited longer. */
  'longestWaiting',
  /** The same, after a transfer, a park, another service or a call not answered. */
  'longestWaitingAgain',
  /** Transferred to this very counter. */
  'reserved',
  /** Declared priority. */
  'priority',
  /** The booked time comes before the arrival of those who wait. */
  'appointment',
  /** As many people who came later as the rules allow have been called already. */
  'overtakenEnough',
  /** The counter prefers the queue. */
  'preferredQueue',
  /** A person at the counter chose the ticket. */
  'chosen',
  /** The next number of the paper roll. */
  'paperRoll',
] as const;

export type PickReasonCode = (typeof PICK_REASON_CODES)[number];
