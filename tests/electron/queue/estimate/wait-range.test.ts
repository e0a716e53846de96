import fc from 'fast-check';
import { expect, it } from 'vitest';
import { waitRange } from '../../../../electron/queue/estimate/wait-range.ts';

const MINUTE_MS = 60_000;

function range(low: number, high: number): [number, number] {
  const { fromMinutes, toMinutes } = waitRange({
    lowMs: low * MINUTE_MS,
    medianMs: ((low + high) / 2) * MINUTE_MS,
    highMs: high * MINUTE_MS,
  });
  return [fromMinutes, toMinutes];
}

it('rounds outwards to five minutes, and to ten from an hour on', () => {
  expect(range(12, 23)).toEqual([10, 25]);
  expect(range(48, 83)).toEqual([45, 90]);
  expect(range(61, 99)).toEqual([60, 100]);
});

it('never names a single number', () => {
  expect(range(0, 0)).toEqual([0, 5]);
  expect(range(10, 10)).toEqual([10, 15]);
  expect(range(70, 70)).toEqual([70, 80]);
});

it('is never narrower than the estimate', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0, max: 600, noNaN: true }),
      fc.double({ min: 0, max: 300, noNaN: true }),
      (low, width) => {
        const [from, to] = range(low, low + width);
        expect(from).toBeLessThanOrEqual(low);
        expect(to).toBeGreaterThanOrEqual(low + width);
        expect(to).toBeGreaterThan(from);
      },
    ),
  );
});
