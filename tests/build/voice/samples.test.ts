import { describe, expect, it } from 'vitest';
import { levelOf, toClip } from '../../../build/voice/samples.ts';

const RATE = 1000;

/** Silence, a tone as loud as `peak`, silence; each a second long. */
function spoken(peak: number): Float32Array {
  return Float32Array.from({ length: 3 * RATE }, (_, at) =>
    at < RATE || at >= 2 * RATE ? 0 : Math.sin(at) * peak,
  );
}

describe('a clip', () => {
  it('has no silence around it but a breath', () => {
    expect(toClip(spoken(0.3), RATE)?.length).toBeCloseTo(RATE * 1.04, -1);
  });

  it('is as loud as every other', () => {
    for (const peak of [0.03, 0.3, 0.9]) {
      expect(levelOf(toClip(spoken(peak), RATE) ?? new Float32Array())).toBeCloseTo(0.1, 2);
    }
  });

  it('is never overdriven: a click among whispers stays the limit', () => {
    const click = spoken(0.02);
    click[1500] = 0.9;
    expect(Math.max(...(toClip(click, RATE) ?? []))).toBeLessThanOrEqual(0.951);
  });

  it('is none where the voice says nothing', () => {
    expect(toClip(new Float32Array(RATE), RATE)).toBeNull();
    expect(toClip(spoken(0.005), RATE)).toBeNull();
    expect(levelOf(new Float32Array())).toBe(0);
  });
});
