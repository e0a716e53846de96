import type { WaitEstimate } from './estimate-waits.ts';

/** A range to be shown: "between 10 and 25 minutes". Whole minutes. */
export interface WaitRange {
  readonly fromMinutes: number;
  readonly toMinutes: number;
}

const MINUTE_MS = 60_000;

/**
 * An estimate as people are told it: in steps of five minutes, of ten from an hour on, and outwards,
 * so that it is never narrower than what is known. It always spans a step, for a single number would
 * read as a promise. A wait that is about to end is "0 to 5 minutes".
 */
export function waitRange({ lowMs, highMs }: WaitEstimate): WaitRange {
  const low = lowMs / MINUTE_MS;
  const high = highMs / MINUTE_MS;
  const fromMinutes = Math.floor(low / stepAt(low)) * stepAt(low);
  const toMinutes = Math.ceil(high / stepAt(high)) * stepAt(high);
  return { fromMinutes, toMinutes: Math.max(toMinutes, fromMinutes + stepAt(fromMinutes)) };
}

function stepAt(minutes: number): number {
  return minutes < 60 ? 5 : 10;
}
