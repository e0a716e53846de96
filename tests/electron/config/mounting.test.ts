import { describe, expect, it } from 'vitest';
import { mountingProblemSentence } from '../../../electron/config/mounting.ts';

const upright = { width: 1080, height: 1920 };
const panel = { widthMm: 268, viewingDistanceMm: 500 };

describe('the mounting height of the kiosk', () => {
  it('need not be known', () => {
    expect(mountingProblemSentence(undefined, upright)).toBeNull();
    expect(mountingProblemSentence(panel, upright)).toBeNull();
  });

  it('is fine where enough of the panel is within reach', () => {
    expect(mountingProblemSentence({ ...panel, lowerEdgeMm: 700 }, upright)).toBeNull();
  });

  it('is told with the heights that would work where it is not', () => {
    expect(mountingProblemSentence({ ...panel, lowerEdgeMm: 1200 }, upright)).toBe(
      'The kiosk\'s panel is 476 mm high and "kiosk.panel.lowerEdgeMm" is 1200: too little of it lies between 800 and 1100 mm above the floor, so the low-reach mode is not offered; mount its lower edge between 504 and 920 mm.',
    );
  });

  it('cannot be right for a panel that is too low', () => {
    const small = { widthMm: 200, viewingDistanceMm: 500, lowerEdgeMm: 900 };
    expect(mountingProblemSentence(small, { width: 1920, height: 1080 })).toContain(
      'it is too low for the low-reach mode',
    );
  });
});
