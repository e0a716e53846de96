import { uptime } from 'node:os';
import { type ClockReading, firstTrust, type TrustedClock, trust } from '../queue/trusted-clock.ts';
import type { Log } from './log.ts';

export type ServerClockOptions = {
  readonly read: () => ClockReading;
  /** Whether people are in any of the offices; `uptimeMs` is that of the reading. */
  readonly isSomebodyHere: (uptimeMs: number) => boolean;
  readonly log: Log;
};

/**
 * What the computer shows. Its uptime counts the time asleep on Linux and Windows, so a computer
 * that wakes in the morning is not taken for one whose clock was set.
 */
export function readClocks(): ClockReading {
  return { wallMs: Date.now(), uptimeMs: uptime() * 1000 };
}

/** The clock of a server: it looks whenever it is asked. */
export function createServerClock(options: ServerClockOptions): () => TrustedClock {
  const { read, isSomebodyHere, log } = options;
  let clock = firstTrust(read());
  return () => {
    const reading = read();
    const wasDoubted = clock.doubtedSinceMs !== null;
    clock = trust(clock, reading, isSomebodyHere(reading.uptimeMs));
    if (clock.doubtedSinceMs !== null && !wasDoubted) {
      log({ event: 'clockDoubted', byMs: Math.round(reading.wallMs - clock.nowMs) });
    }
    return clock;
  };
}
