import { describe, expect, test } from 'vitest';
import { mayClose } from '../../../../electron/queue/calendar/day-closing.ts';

const HOUR_MS = 3_600_000;
/** The server has been running for ten hours. */
const uptimeMs = 10 * HOUR_MS;

function mayCloseAt(now: string, quietForHours: number): boolean {
  const clock = { nowMs: Date.parse(now), uptimeMs, doubtedSinceMs: null };
  return mayClose('2026-11-24', uptimeMs - quietForHours * HOUR_MS, clock);
}

describe('a service day may be closed for ever', () => {
  test('two hours after its midnight, when nothing was written to it in that time', () => {
    expect(mayCloseAt('2026-11-25T00:59:59Z', 5)).toBe(false);
    expect(mayCloseAt('2026-11-25T01:00:00Z', 5)).toBe(true);
  });

  test('a week later, once a server that was off has watched it for two hours', () => {
    expect(mayCloseAt('2026-12-01T08:00:00Z', 1.9)).toBe(false);
    expect(mayCloseAt('2026-12-01T08:00:00Z', 2)).toBe(true);
  });

  test('never while another server still writes to it, whatever our clock says', () => {
    expect(mayCloseAt('2027-01-01T08:00:00Z', 0)).toBe(false);
  });
});
