import { Random } from '../../../electron/queue/estimate/random.ts';
import type { Range, Sample } from './compare-days.ts';

/** A figure, with the interval in which it lies 95 times in 100, by resampling whole days. */
export interface Figure {
  readonly value: number;
  readonly from: number;
  readonly to: number;
}

/** What the estimates of one scenario were worth. Waits and errors in minutes. */
export interface Judgement {
  readonly days: number;
  readonly people: number;
  /** Those whom the oracle did not put at zero: all figures below are about them. */
  readonly peopleJudged: number;
  readonly meanWait: number;
  readonly oracle: EstimateFigures;
  readonly ours: EstimateFigures;
  readonly naiveError: number;
  readonly zmsError: number;
  readonly zmsOptimisticError: number;
  readonly coverageDifference: Figure;
  readonly widthRatio: Figure;
  readonly errorRatio: Figure;
  readonly goals: Goals;
}

interface EstimateFigures {
  /** Share of people whose wait was in the range. */
  readonly coverage: number;
  readonly width: number;
  /** Mean absolute error of the median. */
  readonly error: number;
}

/** What is asked of the estimate, and whether it is met. */
export interface Goals {
  readonly coverageWithin4Points: boolean;
  readonly widthAtMost115Percent: boolean;
  readonly errorAtMost110Percent: boolean;
  readonly errorBelowNaive: boolean;
  readonly errorBelowZms: boolean;
}

/** Sums over people; those of days add up. */
interface Sums {
  people: number;
  waited: number;
  oursCovered: number;
  oracleCovered: number;
  oursWidth: number;
  oracleWidth: number;
  oursError: number;
  oracleError: number;
  naiveError: number;
  zmsError: number;
  zmsOptimisticError: number;
}

const RESAMPLES = 1000;

export function judge(samples: readonly Sample[], seed: number): Judgement {
  const byDay = new Map<number, Sums>();
  let judged = 0;
  for (const sample of samples) {
    const day = byDay.get(sample.day) ?? noSums();
    byDay.set(sample.day, day);
    if (sample.oracle.high === 0) continue;
    judged += 1;
    addSample(day, sample);
  }
  const days = [...byDay.values()];
  const all = sumOf(days);
  const random = new Random(seed);
  const resampled = Array.from({ length: RESAMPLES }, () =>
    sumOf(days.map(() => days[Math.floor(random.uniform() * days.length)] ?? noSums())),
  );
  const figure = (of: (sums: Sums) => number): Figure => {
    const values = resampled.map(of).sort((a, b) => a - b);
    const at = (share: number) => values[Math.floor(share * (RESAMPLES - 1))] ?? 0;
    return { value: of(all), from: at(0.025), to: at(0.975) };
  };
  const mean = (sum: number) => sum / all.people;
  const coverageDifference = figure((s) => (s.oursCovered - s.oracleCovered) / s.people);
  const widthRatio = figure((s) => s.oursWidth / s.oracleWidth);
  const errorRatio = figure((s) => s.oursError / s.oracleError);
  return {
    days: days.length,
    people: samples.length,
    peopleJudged: judged,
    meanWait: mean(all.waited),
    oracle: {
      coverage: mean(all.oracleCovered),
      width: mean(all.oracleWidth),
      error: mean(all.oracleError),
    },
    ours: {
      coverage: mean(all.oursCovered),
      width: mean(all.oursWidth),
      error: mean(all.oursError),
    },
    naiveError: mean(all.naiveError),
    zmsError: mean(all.zmsError),
    zmsOptimisticError: mean(all.zmsOptimisticError),
    coverageDifference,
    widthRatio,
    errorRatio,
    goals: {
      coverageWithin4Points: Math.abs(coverageDifference.value) <= 0.04,
      widthAtMost115Percent: widthRatio.value <= 1.15,
      errorAtMost110Percent: errorRatio.value <= 1.1,
      errorBelowNaive: all.oursError < all.naiveError,
      errorBelowZms: all.oursError < Math.min(all.zmsError, all.zmsOptimisticError),
    },
  };
}

function addSample(sums: Sums, sample: Sample): void {
  const { waited, ours, oracle } = sample;
  sums.people += 1;
  sums.waited += waited;
  sums.oursCovered += isIn(ours, waited) ? 1 : 0;
  sums.oracleCovered += isIn(oracle, waited) ? 1 : 0;
  sums.oursWidth += ours.high - ours.low;
  sums.oracleWidth += oracle.high - oracle.low;
  sums.oursError += Math.abs(ours.median - waited);
  sums.oracleError += Math.abs(oracle.median - waited);
  sums.naiveError += Math.abs(sample.naive - waited);
  sums.zmsError += Math.abs(sample.zms - waited);
  sums.zmsOptimisticError += Math.abs(sample.zmsOptimistic - waited);
}

function isIn({ low, high }: Range, waited: number): boolean {
  return low <= waited && waited <= high;
}

function noSums(): Sums {
  return {
    people: 0,
    waited: 0,
    oursCovered: 0,
    oracleCovered: 0,
    oursWidth: 0,
    oracleWidth: 0,
    oursError: 0,
    oracleError: 0,
    naiveError: 0,
    zmsError: 0,
    zmsOptimisticError: 0,
  };
}

const sumNames = Object.keys(noSums()) as (keyof Sums)[];

function sumOf(days: readonly Sums[]): Sums {
  const all = noSums();
  for (const day of days) for (const name of sumNames) all[name] += day[name];
  return all;
}
