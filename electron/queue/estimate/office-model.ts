import type { CounterId, QueueLetter } from '../ticket.ts';

/** How a service ended. */
export type ServiceEnd =
  | { readonly kind: 'closed' }
  | { readonly kind: 'transferred' | 'continued'; readonly toQueue: QueueLetter }
  | { readonly kind: 'parked' };

/**
 * How an office is supposed to work: all that is uncertain about the rest of a day. Every call
 * draws once more. Durations and times are in milliseconds; `atLeastMs` is what a duration has
 * already lasted, 0 for one that has yet to begin.
 */
export interface OfficeModel {
  /** When the next person without an entry in the day's list comes; Infinity for never. */
  nextWalkInMs(queue: QueueLetter, afterMs: number): number;
  /** When a person comes who has not come by `nowMs`; null for never. */
  bookedArrivalMs(queue: QueueLetter, bookedAtMs: number, nowMs: number): number | null;
  declaresPriority(queue: QueueLetter): boolean;
  /** Of a person called and not yet there. */
  isNoShow(queue: QueueLetter, calledForMs: number): boolean;
  /** From the call to the mark that nobody came. */
  noShowMs(atLeastMs: number): number;
  /** From that mark until the person is back; null for never. */
  absenceMs(atLeastMs: number): number | null;
  /** From the call to the start. */
  walkMs(atLeastMs: number): number;
  serviceMs(queue: QueueLetter, atLeastMs: number): number;
  serviceEnd(queue: QueueLetter): ServiceEnd;
  /** Of a person put aside until they wait again. */
  asideMs(atLeastMs: number): number;
  /** Between the end of one service and the next call. */
  betweenCallsMs(atLeastMs: number): number;
  /** When a counter that works from a moment on will want a pause; Infinity for never. */
  nextPauseMs(fromMs: number): number;
  pauseMs(atLeastMs: number): number;
  /** Which counters will open today, besides those that are. */
  openings(
    nowMs: number,
    open: ReadonlySet<CounterId>,
  ): readonly {
    readonly atMs: number;
    readonly counter: CounterId;
    readonly queues: readonly QueueLetter[];
  }[];
}
