import type { DayState } from './state.ts';

/**
 * The time by which the queue measures: the later of the clock and the last event, so that nobody
 * waits shorter because a clock was set back (DESIGN §3).
 *
 * @param nowMs the clock, UTC epoch milliseconds, as the result.
 */
export function policyTimeMs(state: DayState, nowMs: number): number {
  return Math.max(state.lastEventAtMs, nowMs);
}

/**
 * Whether the clock is so far behind the last event that it was set back. Policy time then stands
 * still, and says nothing about a span that began lately. Clocks of several servers differ by
 * less than such a span.
 */
export function hasClockGoneBack(state: DayState, spanMs: number, nowMs: number): boolean {
  return state.lastEventAtMs - nowMs > spanMs;
}
