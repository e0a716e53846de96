import { type Cell, type CounterFigures, noCounters } from '../statistics/figures.ts';
import { expectedVariance, learnDurations, matchMean, type NormalBelief } from './belief.ts';
import { sumOf } from './past-days.ts';
import { prior } from './prior.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** How many open hours an hour of the day must have before its pauses are believed its own. */
const PAUSE_HOURS_WEIGHT = 20;

/** What is believed of an office's counters, of none in particular. */
export interface CounterKnowledge {
  readonly pause: NormalBelief;
  /** By hour of the day, for one open counter. */
  readonly pausesPerHour: readonly number[];
  readonly pausesSeen: number;
  /** By hour of the day: how many counters open, and when, in milliseconds since the full hour. */
  readonly openings: readonly HourOfOpenings[];
}

export interface HourOfOpenings {
  readonly perDay: number;
  readonly meanMs: number;
  readonly deviationMs: number;
}

export function learnCounters(pastDays: readonly (readonly Cell[])[]): CounterKnowledge {
  const cells = pastDays.flat();
  const { pauses } = countersOf(cells);
  const pause = matchMean(learnDurations(prior.pause, pauses), pauses);
  const pauseHours = Math.exp(pause.mean + expectedVariance(pause) / 2) / HOUR_MS;
  const { openHours: priorHours, perHour: priorRate } = prior.pauses;
  // The whole day of a counter that was the only one says nothing of its pauses.
  const all = countersOf(cells.filter(({ hour }) => hour !== null));
  const hoursOf = ({ openMs }: CounterFigures) => openMs / HOUR_MS;
  const rateOf = ({ openMs, pausedMs }: CounterFigures, before: number, weightHours: number) =>
    (pausedMs / HOUR_MS / pauseHours + before * weightHours) / (openMs / HOUR_MS + weightHours);
  const average = rateOf(all, priorRate, priorHours);
  const hours = Array.from({ length: 24 }, (_, hour) =>
    countersOf(cells.filter((cell) => cell.hour === hour)),
  );
  return {
    pause,
    pausesPerHour: hours.map((figures) => rateOf(figures, average, PAUSE_HOURS_WEIGHT)),
    pausesSeen: average * (hoursOf(all) + priorHours),
    openings: hours.map(({ openings: { count, sum, sumOfSquares } }) => {
      const meanMs = count === 0 ? 0 : sum / count;
      const variance = count === 0 ? 0 : sumOfSquares / count - meanMs * meanMs;
      return {
        perDay: count / Math.max(1, pastDays.length),
        meanMs,
        deviationMs: Math.max(MINUTE_MS, Math.sqrt(Math.max(0, variance))),
      };
    }),
  };
}

function countersOf(cells: readonly Cell[]): CounterFigures {
  return sumOf(cells.map(({ figures }) => figures)).counters ?? noCounters;
}
