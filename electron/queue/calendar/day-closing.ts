import { endOfServiceDay } from './service-day.ts';
import type { TrustedClock } from './trusted-clock.ts';

/**
 * A clock that shows tomorrow is put right within so long, or is right: until then the day keeps
 * its tickets.
 */
const GRACE_MS = 2 * 60 * 60_000;

/**
 * Whether an earlier service day may be closed for ever: it has been over for the grace time, and
 * for as long nothing was written to its ledger, by this server or another. The second tells the
 * end of a day from a clock that is wrong, also right after a start.
 *
 * @param quietSinceMs since when this server has seen no more events in it, on the clock of
 *   `uptimeMs`.
 */
export function mayClose(serviceDay: string, quietSinceMs: number, clock: TrustedClock): boolean {
  return (
    clock.nowMs - endOfServiceDay(serviceDay) >= GRACE_MS &&
    clock.uptimeMs - quietSinceMs >= GRACE_MS
  );
}
