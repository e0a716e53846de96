import { noFigures } from '../statistics/figures.ts';
import { noDurations } from '../statistics/sums.ts';
import type { QueueLetter } from '../ticket.ts';
import { expectedVariance, type NormalBelief } from './belief.ts';
import { countsOf, type DaySums, sumOf } from './past-days.ts';
import { prior } from './prior.ts';

/** No two days are quite alike: one in a hundred. */
const SMALLEST_DAY_VARIANCE = 0.0001;

/** By how much the days' services differ beyond what chance explains (method of moments). */
export function serviceVariance(
  days: readonly DaySums[],
  queues: ReadonlyMap<QueueLetter, { readonly service: NormalBelief }>,
): number {
  const typicalLog = new Map(
    [...queues.keys()].map((queue) => {
      const all = sumOf(days.map((day) => day.queues.get(queue) ?? noFigures));
      const { count, sumOfLogs } = all.times.service ?? noDurations;
      return [queue, count === 0 ? 0 : sumOfLogs / count];
    }),
  );
  const excesses = days.flatMap((day) => {
    let services = 0;
    let residual = 0;
    let chance = 0;
    for (const [queue, { service }] of queues) {
      const sums = day.queues.get(queue)?.times.service ?? noDurations;
      services += sums.count;
      residual += sums.sumOfLogs - sums.count * (typicalLog.get(queue) ?? 0);
      chance += sums.count * expectedVariance(service);
    }
    if (services === 0) return [];
    return [(residual / services) ** 2 - chance / services ** 2];
  });
  return variesByDay(excesses);
}

/** The same of how many people come. */
export function arrivalVariance(days: readonly DaySums[]): number {
  const people = days.map(({ office }) => {
    const count = countsOf(office);
    return count('issued') - count('listed');
  });
  const mean = people.reduce((a, b) => a + b, 0) / Math.max(1, people.length);
  if (mean === 0) return prior.dayVariance;
  return variesByDay(people.map((count) => (count / mean - 1) ** 2 - 1 / mean));
}

function variesByDay(excesses: readonly number[]): number {
  const seen = excesses.reduce((a, b) => a + b, prior.dayVariance * prior.dayWeight);
  return Math.max(SMALLEST_DAY_VARIANCE, seen / (excesses.length + prior.dayWeight));
}
