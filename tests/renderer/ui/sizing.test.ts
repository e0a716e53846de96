import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  assumedPanel,
  leastFontSizeMm,
  rootFontPx,
  TEXT_SCALES,
  type TextSize,
} from '../../../renderer/ui/sizing.ts';

const sizes = Object.keys(TEXT_SCALES) as TextSize[];

/** The size of text in millimetres on a panel that the screens fill. */
function fontMm(
  panel: { widthMm: number; viewingDistanceMm: number },
  page: { widthPx: number; heightPx: number },
  textSize: TextSize = 'standard',
): number {
  const pxPerMm = page.widthPx / panel.widthMm;
  return rootFontPx(pxPerMm, panel.viewingDistanceMm, page, textSize) / pxPerMm;
}

const portrait = { widthPx: 1080, heightPx: 1920 };
const landscape = { widthPx: 1920, heightPx: 1080 };

describe('a panel that nobody has measured', () => {
  it('is taken to stand as the window does', () => {
    expect(assumedPanel('board', { width: 1920, height: 1080 })).toEqual({
      widthMm: 941,
      viewingDistanceMm: 10_000,
    });
    expect(assumedPanel('kiosk', { width: 1080, height: 1920 }).widthMm).toBe(268);
    expect(assumedPanel('kiosk', { width: 1920, height: 1080 }).widthMm).toBe(476);
  });
});

describe('the size of text', () => {
  it('has an x of 2.98 mm at half a metre and of 4.17 mm at 70 cm, as EN 301 549 asks', () => {
    expect(leastFontSizeMm(500) * 0.5).toBeCloseTo(2.98, 2);
    expect(leastFontSizeMm(700) * 0.5).toBeCloseTo(4.17, 2);
  });

  it('is a quarter above the norm where the screens have room for it', () => {
    expect(fontMm({ widthMm: 268, viewingDistanceMm: 500 }, portrait)).toBeCloseTo(7.44, 2);
  });

  it.each([
    { inches: 15.6, upright: 194, lying: 345 },
    { inches: 21.5, upright: 268, lying: 476 },
    { inches: 32, upright: 398, lying: 708 },
  ])(
    'goes from the norm to more than 11.9 mm, twice the norm, on $inches inches',
    ({ upright, lying }) => {
      for (const [widthMm, page] of [
        [upright, portrait],
        [lying, landscape],
      ] as const) {
        const panel = { widthMm, viewingDistanceMm: 500 };
        const [standard = 0, large = 0, larger = 0, largest = 0] = sizes.map((size) =>
          fontMm(panel, page, size),
        );
        expect(standard).toBeGreaterThanOrEqual(leastFontSizeMm(500) - 1e-9);
        expect(large / standard).toBeCloseTo(1.25, 6);
        expect(larger / standard).toBeCloseTo(1.6, 6);
        expect(largest / standard).toBeCloseTo(2, 6);
        expect(largest).toBeGreaterThanOrEqual(2 * leastFontSizeMm(500) - 1e-9);
      }
    },
  );

  it('is never below the norm, whatever the panel and whatever is chosen', () => {
    fc.assert(
      fc.property(
        fc.record({
          widthMm: fc.integer({ min: 100, max: 3000 }),
          viewingDistanceMm: fc.integer({ min: 200, max: 20_000 }),
        }),
        fc.record({
          widthPx: fc.integer({ min: 320, max: 7680 }),
          heightPx: fc.integer({ min: 320, max: 7680 }),
        }),
        fc.constantFrom(...sizes),
        (panel, page, size) => {
          expect(fontMm(panel, page, size)).toBeGreaterThanOrEqual(
            leastFontSizeMm(panel.viewingDistanceMm) - 1e-9,
          );
        },
      ),
    );
  });

  it('stays the same in millimetres on panels of other resolutions', () => {
    const panel = { widthMm: 268, viewingDistanceMm: 700 };
    const fullHd = fontMm(panel, portrait);
    expect(fontMm(panel, { widthPx: 2160, heightPx: 3840 })).toBeCloseTo(fullHd, 6);
  });
});
