import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  drawLogNormal,
  drawNormalAbove,
  logNormalTail,
  normalTailOf,
} from '../../../../electron/queue/estimate/distributions.ts';
import { Random } from '../../../../electron/queue/estimate/random.ts';

const standard = { mean: 0, deviation: 1 };

function mean(draws: number, draw: () => number): number {
  let sum = 0;
  for (let index = 0; index < draws; index += 1) sum += draw();
  return sum / draws;
}

it('says the same with the same seed, and something else with another', () => {
  const three = (seed: number) => {
    const random = new Random(seed);
    return [random.uniform(), random.normal(), random.gamma(2)];
  };
  expect(three(7)).toEqual(three(7));
  expect(three(7)).not.toEqual(three(8));
});

it('knows the tails of the normal distribution', () => {
  // From tables.
  expect(normalTailOf(standard, 0)).toBeCloseTo(0.5, 6);
  expect(normalTailOf(standard, 1.959964)).toBeCloseTo(0.025, 6);
  expect(normalTailOf(standard, -1.281552)).toBeCloseTo(0.9, 6);
  expect(normalTailOf(standard, 6) / 9.8659e-10).toBeCloseTo(1, 3);
});

it('draws with the means that the distributions have', () => {
  const random = new Random(1);
  expect(mean(40_000, () => random.normal())).toBeCloseTo(0, 1);
  expect(mean(40_000, () => random.normal() ** 2)).toBeCloseTo(1, 1);
  expect(mean(40_000, () => random.exponential(3))).toBeCloseTo(3, 1);
  expect(mean(40_000, () => random.gamma(0.5))).toBeCloseTo(0.5, 1);
  expect(mean(40_000, () => random.gamma(9))).toBeCloseTo(9, 1);
  expect(mean(40_000, () => random.beta(2, 6))).toBeCloseTo(0.25, 2);
});

it('draws what remains, given what has passed', () => {
  const random = new Random(2);
  // The mean of a standard normal above z is its density over its tail.
  for (const z of [-5, -1, 0, 1, 3, 5, 7]) {
    const density = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
    const expected = density / normalTailOf(standard, z);
    expect(mean(20_000, () => drawNormalAbove(standard, random, z))).toBeCloseTo(expected, 1);
  }
});

it('never says that a service was shorter than it has lasted', () => {
  fc.assert(
    fc.property(fc.integer(), fc.double({ min: 0, max: 1e8, noNaN: true }), (seed, atLeastMs) => {
      const service = { logMean: Math.log(600_000), logDeviation: 0.5 };
      const ms = drawLogNormal(service, new Random(seed), atLeastMs);
      expect(ms).toBeGreaterThanOrEqual(atLeastMs);
      expect(Number.isFinite(ms)).toBe(true);
      expect(logNormalTail(service, ms)).toBeLessThanOrEqual(1);
    }),
  );
});
