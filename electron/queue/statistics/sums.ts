/** What is kept of several durations: enough to fit a log-normal, and nothing about one of them. */
export interface DurationSums {
  readonly count: number;
  /** Milliseconds. */
  readonly sum: number;
  /** Of the natural logarithms of the milliseconds. */
  readonly sumOfLogs: number;
  readonly sumOfSquaredLogs: number;
}

/** What is kept of several signed numbers: enough to fit a normal distribution. */
export interface Moments {
  readonly count: number;
  readonly sum: number;
  readonly sumOfSquares: number;
}

// A logarithm of zero would swallow every other: a person called at once counts as one second.
const SHORTEST_MS = 1000;

export function durationSums(durationsMs: readonly number[]): DurationSums {
  const logs = durationsMs.map((ms) => Math.log(Math.max(SHORTEST_MS, ms)));
  return {
    count: durationsMs.length,
    sum: total(durationsMs),
    sumOfLogs: total(logs),
    sumOfSquaredLogs: total(logs.map((log) => log * log)),
  };
}

export function momentsOf(values: readonly number[]): Moments {
  return {
    count: values.length,
    sum: total(values),
    sumOfSquares: total(values.map((value) => value * value)),
  };
}

export const noDurations: DurationSums = durationSums([]);
export const noMoments: Moments = momentsOf([]);

export function addDurations(a: DurationSums, b: DurationSums): DurationSums {
  return {
    count: a.count + b.count,
    sum: a.sum + b.sum,
    sumOfLogs: a.sumOfLogs + b.sumOfLogs,
    sumOfSquaredLogs: a.sumOfSquaredLogs + b.sumOfSquaredLogs,
  };
}

export function addMoments(a: Moments, b: Moments): Moments {
  return {
    count: a.count + b.count,
    sum: a.sum + b.sum,
    sumOfSquares: a.sumOfSquares + b.sumOfSquares,
  };
}

function total(values: readonly number[]): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum;
}
