import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mountingRange, outOfReach } from '../../../electron/contract/reach.ts';

/** The heights of 15.6, 21.5 and 32 inches, upright and lying, in millimetres. */
const heights = [345, 194, 476, 268, 708, 398];

describe('the low-reach mode', () => {
  it('leaves empty what is over 110 cm and under 80 cm', () => {
    expect(outOfReach({ heightMm: 476, lowerEdgeMm: 700 })).toEqual({ aboveMm: 76, belowMm: 100 });
    expect(outOfReach({ heightMm: 708, lowerEdgeMm: 600 })).toEqual({ aboveMm: 208, belowMm: 200 });
  });

  it('leaves nothing empty of a panel that lies within reach', () => {
    expect(outOfReach({ heightMm: 268, lowerEdgeMm: 820 })).toEqual({ aboveMm: 0, belowMm: 0 });
  });

  it('is not there where too little of the panel is within reach', () => {
    expect(outOfReach({ heightMm: 476, lowerEdgeMm: 1200 })).toBeNull();
    expect(outOfReach({ heightMm: 476, lowerEdgeMm: 950 })).toBeNull();
    expect(outOfReach({ heightMm: 150, lowerEdgeMm: 850 })).toBeNull();
  });

  it('is there at exactly the mounting heights that the office is told', () => {
    for (const heightMm of heights) {
      const range = mountingRange(heightMm);
      if (range === null) throw new Error(`${heightMm} mm are too low`);
      expect(outOfReach({ heightMm, lowerEdgeMm: range.fromMm })).not.toBeNull();
      expect(outOfReach({ heightMm, lowerEdgeMm: range.toMm })).not.toBeNull();
      expect(outOfReach({ heightMm, lowerEdgeMm: range.fromMm - 1 })).toBeNull();
      expect(outOfReach({ heightMm, lowerEdgeMm: range.toMm + 1 })).toBeNull();
    }
    expect(mountingRange(150)).toBeNull();
  });

  it('keeps everything between 80 and 110 cm, wherever the panel is mounted', () => {
    const panels = fc.record({
      heightMm: fc.integer({ min: 100, max: 1500 }),
      lowerEdgeMm: fc.integer({ min: 0, max: 2000 }),
    });
    fc.assert(
      fc.property(panels, ({ heightMm, lowerEdgeMm }) => {
        const empty = outOfReach({ heightMm, lowerEdgeMm });
        if (empty === null) return;
        const lowest = lowerEdgeMm + empty.belowMm;
        const highest = lowerEdgeMm + heightMm - empty.aboveMm;
        expect(lowest).toBeGreaterThanOrEqual(800);
        expect(highest).toBeLessThanOrEqual(1100);
        expect(highest - lowest).toBeGreaterThanOrEqual(180);
      }),
    );
  });
});
