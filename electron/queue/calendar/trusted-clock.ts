/** What the clocks of a computer show at one moment. */
export interface ClockReading {
  /** UTC epoch milliseconds; people and programs can set it. */
  readonly wallMs: number;
  /** Since any fixed moment; it runs on while the computer sleeps, and nobody can set it. */
  readonly uptimeMs: number;
}

/** The time as a server believes it. */
export interface TrustedClock {
  /** UTC epoch milliseconds. */
  readonly nowMs: number;
  readonly uptimeMs: number;
  /** Since when the clock of the computer has shown another time; null where it does not. */
  readonly doubtedSinceMs: number | null;
}

/** What time services correct in their daily work, and two readings a moment apart. */
const ORDINARY_CORRECTION_MS = 2 * 60_000;

/** A clock that nobody has put back for so long is right, and our own was wrong. */
const LONGEST_DOUBT_MS = 2 * 60 * 60_000;

/** Where nothing has happened for so long, whoever was waiting has gone. */
const QUIET_MS = 60 * 60_000;

/** What the queue of an office is doing. */
export interface QueueActivity {
  /** Whether anybody waits, was called, is served or was put aside. */
  readonly hasOpenTickets: boolean;
  /** When this server last saw an event, on the clock of `uptimeMs`; null where it saw none. */
  readonly lastEventUptimeMs: number | null;
}

/** The time as a server that has just started believes it: it has nothing to compare it with. */
export function firstTrust({ wallMs, uptimeMs }: ClockReading): TrustedClock {
  return { nowMs: wallMs, uptimeMs, doubtedSinceMs: null };
}

/**
 * The time to believe after another look at the clocks.
 *
 * A clock that is set by hours, forwards or back, takes the day's waiting people out of sight,
 * closes the office, or makes it tomorrow. So while people are here such a step is not followed:
 * time passes as it did. It is followed once they are gone, or when nobody has put it back for two
 * hours.
 */
export function trust(
  clock: TrustedClock,
  { wallMs, uptimeMs }: ClockReading,
  isSomebodyHere: boolean,
): TrustedClock {
  const expectedMs = clock.nowMs + (uptimeMs - clock.uptimeMs);
  const isOrdinary = Math.abs(wallMs - expectedMs) <= ORDINARY_CORRECTION_MS;
  const doubtedSinceMs = clock.doubtedSinceMs ?? uptimeMs;
  const isDoubtOver = uptimeMs - doubtedSinceMs >= LONGEST_DOUBT_MS;
  if (isOrdinary || isDoubtOver || !isSomebodyHere) {
    return { nowMs: wallMs, uptimeMs, doubtedSinceMs: null };
  }
  return { nowMs: expectedMs, uptimeMs, doubtedSinceMs };
}

/** Whether people are in an office, as far as its queue tells. */
export function isAnybodyHere(
  { hasOpenTickets, lastEventUptimeMs }: QueueActivity,
  uptimeMs: number,
): boolean {
  return hasOpenTickets && lastEventUptimeMs !== null && uptimeMs - lastEventUptimeMs < QUIET_MS;
}
