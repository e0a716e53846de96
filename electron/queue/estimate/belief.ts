import type { DurationSums, Moments } from '../statistics/sums.ts';
import type { LogNormal, Normal } from './distributions.ts';
import type { Random } from './random.ts';

/**
 * What is believed of a normal distribution whose mean and deviation are not known: conjugate, so
 * that learning is addition (normal-inverse-gamma).
 */
export interface NormalBelief {
  readonly mean: number;
  /** How many observations the mean is worth. */
  readonly weight: number;
  /** The variance is believed to be about `scale / (shape - 1)`. */
  readonly shape: number;
  readonly scale: number;
}

/** What is believed of a share: `yes` and `no` seen, and what was believed before. */
export interface ShareBelief {
  readonly yes: number;
  readonly no: number;
}

export function expectedVariance({ shape, scale }: NormalBelief): number {
  return scale / (shape - 1);
}

export function normalBelief(mean: number, deviation: number, weight: number, shape: number) {
  return { mean, weight, shape, scale: deviation * deviation * (shape - 1) };
}

export function learnMoments(
  belief: NormalBelief,
  { count, sum, sumOfSquares }: Moments,
): NormalBelief {
  if (count === 0) return belief;
  const seenMean = sum / count;
  const seenSpread = Math.max(0, sumOfSquares - count * seenMean * seenMean);
  const weight = belief.weight + count;
  const difference = seenMean - belief.mean;
  return {
    mean: (belief.weight * belief.mean + sum) / weight,
    weight,
    shape: belief.shape + count / 2,
    scale:
      belief.scale +
      seenSpread / 2 +
      (belief.weight * count * difference * difference) / (2 * weight),
  };
}

/** Of the logarithms of durations in milliseconds. */
export function learnDurations(belief: NormalBelief, sums: DurationSums): NormalBelief {
  return learnMoments(belief, {
    count: sums.count,
    sum: sums.sumOfLogs,
    sumOfSquares: sums.sumOfSquaredLogs,
  });
}

/** How many durations it takes to trust their mean as much as that of their logarithms. */
const MEAN_TRUSTED_AFTER = 50;

/**
 * Moved so that the mean duration comes out as seen. What a queue does is often a mixture of short
 * and long services: no log-normal fits it, but whoever waits for ten of them waits for their sum.
 */
export function matchMean(belief: NormalBelief, { count, sum }: DurationSums): NormalBelief {
  if (count === 0 || sum <= 0) return belief;
  const fitted = belief.mean + expectedVariance(belief) / 2;
  const correction = Math.log(sum / count) - fitted;
  return { ...belief, mean: belief.mean + (correction * count) / (count + MEAN_TRUSTED_AFTER) };
}

export function drawNormal({ mean, weight, shape, scale }: NormalBelief, random: Random): Normal {
  const variance = scale / random.gamma(shape);
  const deviation = Math.sqrt(variance);
  return { mean: mean + (deviation / Math.sqrt(weight)) * random.normal(), deviation };
}

export function drawLogNormalOf(belief: NormalBelief, random: Random): LogNormal {
  const { mean, deviation } = drawNormal(belief, random);
  return { logMean: mean, logDeviation: deviation };
}

export function learnShare({ yes, no }: ShareBelief, seenYes: number, seenNo: number) {
  return { yes: yes + seenYes, no: no + Math.max(0, seenNo) };
}

/** The same belief, its mean and its variance worth at most so many observations. */
export function weakenedNormal(
  { mean, weight, shape, scale }: NormalBelief,
  most: number,
): NormalBelief {
  const weaker = Math.min(shape, most);
  return {
    mean,
    weight: Math.min(weight, most),
    shape: weaker,
    scale: (scale / (shape - 1)) * (weaker - 1),
  };
}

/** The same belief, worth at most so many observations. */
export function weakenedShare({ yes, no }: ShareBelief, most: number): ShareBelief {
  const factor = Math.min(1, most / (yes + no));
  return { yes: yes * factor, no: no * factor };
}

export function drawShare({ yes, no }: ShareBelief, random: Random): number {
  return random.beta(yes, no);
}
