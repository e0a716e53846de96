import { describe, expect, test } from 'vitest';
import {
  boardLayout,
  CALL_LETTER_PER_DISTANCE,
  CODE_CAP_HEIGHT_EM,
} from '../../../renderer/board/board-layout.ts';

const lying = { panel: { widthMm: 941, viewingDistanceMm: 10_000 }, width: 1920, height: 1080 };
const upright = { panel: { widthMm: 529, viewingDistanceMm: 10_000 }, width: 1080, height: 1920 };

describe.each([
  ['lying', lying],
  ['upright', upright],
] as const)('a 43-inch panel, %s, read from ten metres', (_, { panel, width, height }) => {
  const layout = boardLayout(panel, { width, height });
  const mmPerPx = panel.widthMm / width;

  test('lists codes in capitals of 60 mm or more (EN 301 549 V4.1.0, 5.1.4)', () => {
    expect(layout.codePx * CODE_CAP_HEIGHT_EM * mmPerPx).toBeGreaterThan(59.4);
  });

  test('fills the screen with capitals of 0.7 degrees or more (EN 301 549 V3.2.1, 5.1.4)', () => {
    expect(CALL_LETTER_PER_DISTANCE * 10_000).toBeCloseTo(122, 0);
    expect(layout.callPx * CODE_CAP_HEIGHT_EM * mmPerPx).toBeGreaterThan(122);
    expect(layout.isReadableAtDistance).toBe(true);
  });

  test('has at least four calls beside the latest, and all of them fit', () => {
    expect(layout.rows).toBeGreaterThanOrEqual(4);
    expect(layout.codePx * (0.7 + 0.45 + 0.4 + layout.rows * 1.15)).toBeLessThanOrEqual(height);
    expect(layout.latestPx * 2.4).toBeLessThan(width);
  });
});

test('a panel too small for its distance still shows three calls, and says that it is too small', () => {
  const layout = boardLayout(
    { widthMm: 268, viewingDistanceMm: 10_000 },
    { width: 1080, height: 1920 },
  );
  expect(layout.rows).toBeGreaterThanOrEqual(3);
  expect(layout.isReadableAtDistance).toBe(false);
});

test('a panel read from nearby shows more calls, up to eight', () => {
  const layout = boardLayout({ ...lying.panel, viewingDistanceMm: 4_000 }, lying);
  expect(layout.rows).toBe(8);
});
