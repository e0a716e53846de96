import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assumedPanel, leastFontSizeMm, sizesFor } from '../../../renderer/ui/sizing.ts';

const portrait = { widthPx: 1080, heightPx: 1920 };

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
    const { rootFontPx } = sizesFor({ widthMm: 268, viewingDistanceMm: 500 }, portrait);
    expect(rootFontPx).toBeCloseTo(30, 0);
  });

  it('is never below the norm, whatever the panel', () => {
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
        (panel, page) => {
          const { rootFontPx, pxPerMm } = sizesFor(panel, page);
          expect(rootFontPx / pxPerMm).toBeGreaterThanOrEqual(
            leastFontSizeMm(panel.viewingDistanceMm) - 1e-9,
          );
        },
      ),
    );
  });

  it('stays the same in millimetres on panels of other resolutions', () => {
    const panel = { widthMm: 268, viewingDistanceMm: 700 };
    const fullHd = sizesFor(panel, portrait);
    const ultraHd = sizesFor(panel, { widthPx: 2160, heightPx: 3840 });
    expect(ultraHd.rootFontPx / ultraHd.pxPerMm).toBeCloseTo(fullHd.rootFontPx / fullHd.pxPerMm, 6);
  });
});
