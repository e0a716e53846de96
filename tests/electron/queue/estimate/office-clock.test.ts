import { expect, it } from 'vitest';
import { OfficeClock } from '../../../../electron/queue/estimate/office-clock.ts';
import { Random } from '../../../../electron/queue/estimate/random.ts';

const HOUR_MS = 3_600_000;
/** Nine in the morning in Milan: in winter an hour, in summer two after UTC. */
const WINTER_NINE_MS = Date.UTC(2026, 1, 10, 8);
const SUMMER_NINE_MS = Date.UTC(2026, 6, 10, 7);

function windows(...hours: readonly [number, number][]) {
  return hours.map(([from, until]) => ({
    opensAtMs: WINTER_NINE_MS + (from - 9) * HOUR_MS,
    lastTicketAtMs: WINTER_NINE_MS + (until - 9) * HOUR_MS,
    closesAtMs: WINTER_NINE_MS + (until - 9) * HOUR_MS,
  }));
}

const always = Array.from({ length: 24 }, () => 60);

it('tells the hour on the wall, in winter and in summer', () => {
  for (const nineMs of [WINTER_NINE_MS, SUMMER_NINE_MS]) {
    const clock = new OfficeClock([], nineMs);
    expect(clock.hourAt(nineMs)).toBe(9);
    expect(clock.hourAt(nineMs + HOUR_MS - 1)).toBe(9);
    expect(clock.hourAt(nineMs - 1)).toBe(8);
    expect(clock.hourAt(nineMs + 15 * HOUR_MS)).toBe(0);
  }
});

it('adds up what should have happened since opening, and nothing over lunch', () => {
  const clock = new OfficeClock(windows([9, 12], [14, 16]), WINTER_NINE_MS + 5.5 * HOUR_MS);
  const perHour = always.map((_, hour) => (hour === 10 ? 20 : 4));
  expect(clock.openedHours(perHour)).toBeCloseTo(4 + 20 + 4 + 2);
});

it('lets things happen as often as they do, and never in an hour in which they do not', () => {
  const clock = new OfficeClock([], WINTER_NINE_MS);
  const random = new Random(1);
  const onlyAtEleven = always.map((_, hour) => (hour === 11 ? 60 : 0));
  let count = 0;
  for (let atMs = WINTER_NINE_MS; ; count += 1) {
    atMs = clock.next(onlyAtEleven, 2, atMs, random);
    if (atMs >= WINTER_NINE_MS + 3 * HOUR_MS) break;
    expect(clock.hourAt(atMs)).toBe(11);
  }
  // 120 are expected; four deviations of a Poisson count.
  expect(Math.abs(count - 120)).toBeLessThan(44);
});

it('lets nobody come while the office is closed', () => {
  const clock = new OfficeClock(windows([9, 12], [14, 16]), WINTER_NINE_MS);
  const random = new Random(1);
  const fromMs = WINTER_NINE_MS + 3.5 * HOUR_MS;
  expect(clock.nextWhileOpen(always, 1, fromMs, random)).toBeGreaterThanOrEqual(
    WINTER_NINE_MS + 5 * HOUR_MS,
  );
  expect(clock.nextWhileOpen(always, 1, WINTER_NINE_MS + 8 * HOUR_MS, random)).toBe(
    Number.POSITIVE_INFINITY,
  );
});

it('never lets happen what never happens', () => {
  const clock = new OfficeClock([], WINTER_NINE_MS);
  const never = always.map(() => 0);
  expect(clock.next(never, 1, WINTER_NINE_MS, new Random(1))).toBe(Number.POSITIVE_INFINITY);
});
