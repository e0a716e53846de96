import type { Random } from './random.ts';

export interface Normal {
  readonly mean: number;
  readonly deviation: number;
}

/** Of durations in milliseconds whose natural logarithm is normal. */
export interface LogNormal {
  readonly logMean: number;
  readonly logDeviation: number;
}

/** A duration that is known to be longer than `atLeastMs`, which may be 0. */
export function drawLogNormal(
  { logMean, logDeviation }: LogNormal,
  random: Random,
  atLeastMs = 0,
): number {
  if (atLeastMs <= 0) return Math.exp(logMean + logDeviation * random.normal());
  const z = normalAbove((Math.log(atLeastMs) - logMean) / logDeviation, random);
  return Math.max(atLeastMs, Math.exp(logMean + logDeviation * z));
}

/** How likely a duration is longer than this. */
export function logNormalTail({ logMean, logDeviation }: LogNormal, ms: number): number {
  return ms <= 0 ? 1 : normalTail((Math.log(ms) - logMean) / logDeviation);
}

/** A number that is known to be greater than `above`. */
export function drawNormalAbove({ mean, deviation }: Normal, random: Random, above: number) {
  return mean + deviation * normalAbove((above - mean) / deviation, random);
}

/** How likely a number is greater than this. */
export function normalTailOf({ mean, deviation }: Normal, value: number): number {
  return normalTail((value - mean) / deviation);
}

function normalAbove(lowest: number, random: Random): number {
  // Below it is almost everything left; above it the tail falls off like an exponential.
  if (lowest < -4) return Math.max(lowest, random.normal());
  if (lowest > 6) return lowest + random.exponential(1 / lowest);
  return -normalQuantile((1 - random.uniform()) * normalTail(lowest));
}

/** P(Z > z). */
function normalTail(z: number): number {
  const x = Math.abs(z) / Math.SQRT2;
  const t = 1 / (1 + 0.5 * x);
  // Numerical Recipes' erfc: fractional error below 1.2e-7 everywhere.
  const erfc =
    t *
    Math.exp(
      -x * x -
        1.26551223 +
        t *
          (1.00002368 +
            t *
              (0.37409196 +
                t *
                  (0.09678418 +
                    t *
                      (-0.18628806 +
                        t *
                          (0.27886807 +
                            t *
                              (-1.13520398 +
                                t * (1.48851587 + t * (-0.82215223 + t * 0.17087277)))))))),
    );
  return z >= 0 ? erfc / 2 : 1 - erfc / 2;
}

/** The z of which P(Z < z) is `p`; P. J. Acklam's approximation, relative error below 1.2e-9. */
function normalQuantile(p: number): number {
  if (p < 0.02425) {
    const q = Math.sqrt(-2 * Math.log(p));
    return tailQuantile(q);
  }
  if (p > 1 - 0.02425) {
    const q = Math.sqrt(-2 * Math.log(1 - p));
    return -tailQuantile(q);
  }
  const q = p - 0.5;
  const r = q * q;
  return (
    ((((((-3.969683028665376e1 * r + 2.209460984245205e2) * r - 2.759285104469687e2) * r +
      1.38357751867269e2) *
      r -
      3.066479806614716e1) *
      r +
      2.506628277459239) *
      q) /
    (((((-5.447609879822406e1 * r + 1.615858368580409e2) * r - 1.556989798598866e2) * r +
      6.680131188771972e1) *
      r -
      1.328068155288572e1) *
      r +
      1)
  );
}

function tailQuantile(q: number): number {
  return (
    (((((-7.784894002430293e-3 * q - 3.223964580411365e-1) * q - 2.400758277161838) * q -
      2.549732539343734) *
      q +
      4.374664141464968) *
      q +
      2.938163982698783) /
    ((((7.784695709041462e-3 * q + 3.224671290700411e-1) * q + 2.445134137142996) * q +
      3.754408661907416) *
      q +
      1)
  );
}
