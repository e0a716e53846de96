import {
  addFigures,
  type Cell,
  type CounterFigures,
  type CountName,
  type Figures,
  noCounters,
  noFigures,
  type TimeName,
} from '../figures.ts';
import { noDurations, noMoments } from '../sums.ts';
import type { CounterId, QueueLetter } from '../ticket.ts';
import {
  expectedVariance,
  learnDurations,
  learnMoments,
  learnShare,
  matchMean,
  type NormalBelief,
  normalBelief,
  type ShareBelief,
  weakened,
} from './belief.ts';

const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;

/** What is believed of one queue. */
export interface QueueKnowledge {
  /** Of the logarithm of the milliseconds, like every duration here. */
  readonly service: NormalBelief;
  readonly noShow: ShareBelief;
  readonly priority: ShareBelief;
  /** By hour of the day, of people without an entry in the day's list. */
  readonly walkInsPerHour: readonly number[];
  /** How many people that is learned from. */
  readonly walkInsSeen: number;
  /** Of services: whether they end with a transfer, another service, or by being put aside. */
  readonly transferred: ShareBelief;
  readonly continued: ShareBelief;
  readonly parked: ShareBelief;
  /** To which queue people are sent on: numbers seen, and what was believed before. */
  readonly sentTo: ReadonlyMap<QueueLetter, number>;
}

/** What is believed of an office: what its past days taught, or next to nothing. */
export interface Knowledge {
  readonly daysSeen: number;
  readonly queues: ReadonlyMap<QueueLetter, QueueKnowledge>;
  /** Of a queue that the past does not know, and of the paper roll. */
  readonly anyQueue: QueueKnowledge;
  /** The counters that the office has, with the queues they usually serve. */
  readonly counters: readonly OfficeCounter[];
  readonly walk: NormalBelief;
  readonly noShowTime: NormalBelief;
  readonly absence: NormalBelief;
  readonly aside: NormalBelief;
  readonly betweenCalls: NormalBelief;
  readonly pause: NormalBelief;
  readonly returns: ShareBelief;
  /** Of appointments: whether nobody comes. */
  readonly missed: ShareBelief;
  /** Arrival less booked time, milliseconds. */
  readonly punctuality: NormalBelief;
  /** By hour of the day, for one open counter. */
  readonly pausesPerHour: readonly number[];
  readonly pausesSeen: number;
  /** By hour of the day: how many counters open, and when, in milliseconds since the full hour. */
  readonly openings: readonly HourOfOpenings[];
  /** By how much whole days differ: variance of the logarithm of all their services. */
  readonly serviceVariesByDay: number;
  /** The same of the number of people. */
  readonly arrivalsVaryByDay: number;
}

export interface OfficeCounter {
  readonly counter: CounterId;
  /** Preferred first. */
  readonly queues: readonly QueueLetter[];
}

export interface HourOfOpenings {
  readonly perDay: number;
  readonly meanMs: number;
  readonly deviationMs: number;
}

export interface OfficeSetting {
  readonly queues: readonly QueueLetter[];
  readonly counters: readonly OfficeCounter[];
}

/**
 * What an office can be believed to be like before anything is known: wide, since an office where
 * people are served in three minutes and one where it takes forty both exist.
 */
const prior = {
  service: normalBelief(Math.log(10 * MINUTE_MS), 0.7, 1, 3),
  walk: normalBelief(Math.log(25 * SECOND_MS), 0.6, 4, 3),
  noShowTime: normalBelief(Math.log(150 * SECOND_MS), 0.4, 4, 3),
  absence: normalBelief(Math.log(10 * MINUTE_MS), 0.8, 4, 3),
  aside: normalBelief(Math.log(10 * MINUTE_MS), 0.7, 4, 3),
  betweenCalls: normalBelief(Math.log(20 * SECOND_MS), 0.8, 4, 3),
  pause: normalBelief(Math.log(12 * MINUTE_MS), 0.7, 4, 3),
  noShow: { yes: 1, no: 12 },
  priority: { yes: 2, no: 12 },
  transferred: { yes: 0.4, no: 10 },
  continued: { yes: 0.2, no: 10 },
  parked: { yes: 0.2, no: 10 },
  returns: { yes: 1, no: 3 },
  missed: { yes: 1, no: 9 },
  punctuality: normalBelief(-5 * MINUTE_MS, 10 * MINUTE_MS, 2, 3),
  /** People in an hour, of all queues together; worth one hour. */
  walkInsPerHour: 12,
  /** Of one open counter; worth so many hours of it. */
  pauses: { perHour: 0.4, openHours: 4 },
  dayVariance: 0.02,
  /** How many days the belief about days is worth. */
  dayWeight: 5,
} as const;

/** How many open hours an hour of the day must have before its pauses are believed its own. */
const PAUSE_HOURS_WEIGHT = 20;

/** No two days are quite alike: one in a hundred. */
const SMALLEST_DAY_VARIANCE = 0.0001;

/** How many observations of its own it takes a queue to be believed rather than the office. */
const QUEUE_WEIGHT = 3;
const SHARE_WEIGHT = 20;

/**
 * What past days teach. A queue of which little is known is believed to be like the office, and an
 * office of which little is known like any office (partial pooling).
 *
 * @param pastDays the cells of each past day, in any order.
 */
export function learn(pastDays: readonly (readonly Cell[])[], setting: OfficeSetting): Knowledge {
  const days = pastDays.map(sumByQueue);
  const office = sumOf(days.map(({ office: figures }) => figures));
  const byQueue = new Map(
    setting.queues.map((queue) => [
      queue,
      sumOf(days.map(({ queues }) => queues.get(queue) ?? noFigures)),
    ]),
  );
  const officeQueue = learnQueue(office, {
    service: prior.service,
    noShow: prior.noShow,
    priority: prior.priority,
    transferred: prior.transferred,
    continued: prior.continued,
    parked: prior.parked,
  });
  const pooled = {
    service: {
      ...officeQueue.service,
      weight: Math.min(officeQueue.service.weight, QUEUE_WEIGHT),
      ...weakenedSpread(officeQueue.service),
    },
    noShow: weakened(officeQueue.noShow, SHARE_WEIGHT),
    priority: weakened(officeQueue.priority, SHARE_WEIGHT),
    transferred: weakened(officeQueue.transferred, SHARE_WEIGHT),
    continued: weakened(officeQueue.continued, SHARE_WEIGHT),
    parked: weakened(officeQueue.parked, SHARE_WEIGHT),
  };
  const walkIns = learnWalkIns(pastDays, setting.queues);
  const queues = new Map(
    setting.queues.map((queue) => {
      const figures = byQueue.get(queue) ?? noFigures;
      const others = setting.queues.filter((other) => other !== queue);
      const sentTo = new Map(
        others.map((other) => [other, (figures.sentTo[other] ?? 0) + 1 / others.length]),
      );
      const { perHour, seen } = walkIns(queue);
      const shares = learnQueue(figures, pooled);
      return [queue, { ...shares, sentTo, walkInsPerHour: perHour, walkInsSeen: seen }];
    }),
  );
  const counts = countsOf(office);
  return {
    daysSeen: pastDays.length,
    queues,
    anyQueue: {
      ...learnQueue(noFigures, pooled),
      sentTo: new Map(setting.queues.map((queue) => [queue, 1])),
      walkInsPerHour: HOURS.map(() => 0),
      walkInsSeen: 0,
    },
    counters: setting.counters,
    walk: learnTime(prior.walk, office, 'walk'),
    noShowTime: learnTime(prior.noShowTime, office, 'noShow'),
    absence: learnTime(prior.absence, office, 'absence'),
    aside: learnTime(prior.aside, office, 'aside'),
    betweenCalls: learnTime(prior.betweenCalls, office, 'betweenCalls'),
    returns: learnShare(prior.returns, counts('returned'), counts('noShows') - counts('returned')),
    missed: learnShare(prior.missed, counts('missed'), counts('listed')),
    punctuality: learnMoments(prior.punctuality, office.punctuality ?? noMoments),
    ...learnCounters(pastDays, learnPause(office)),
    serviceVariesByDay: serviceVariance(days, queues),
    arrivalsVaryByDay: arrivalVariance(days),
  };
}

function weakenedSpread({ shape, scale }: NormalBelief) {
  const most = 3;
  if (shape <= most) return { shape, scale };
  return { shape: most, scale: (scale / (shape - 1)) * (most - 1) };
}

interface DaySums {
  /** Everything of the day. */
  readonly office: Figures;
  readonly queues: ReadonlyMap<QueueLetter, Figures>;
}

function sumByQueue(cells: readonly Cell[]): DaySums {
  const queues = new Map<QueueLetter, Figures>();
  for (const { queue, figures } of cells) {
    if (queue !== null) queues.set(queue, addFigures(queues.get(queue) ?? noFigures, figures));
  }
  return { office: sumOf(cells.map(({ figures }) => figures)), queues };
}

function sumOf(figures: readonly Figures[]): Figures {
  return figures.reduce(addFigures, noFigures);
}

function countsOf({ counts }: Figures): (name: CountName) => number {
  return (name) => counts[name] ?? 0;
}

type Shares = Pick<
  QueueKnowledge,
  'service' | 'noShow' | 'priority' | 'transferred' | 'continued' | 'parked'
>;

function learnQueue(figures: Figures, before: Shares): Shares {
  const count = countsOf(figures);
  const ends = count('served') + count('parked') + count('transferredOut') + count('continuedOut');
  const sums = figures.times.service ?? noDurations;
  const share = (belief: ShareBelief, name: CountName, among: number) =>
    learnShare(belief, count(name), among - count(name));
  return {
    service: matchMean(learnDurations(before.service, sums), sums),
    noShow: learnShare(before.noShow, count('noShows'), ends),
    priority: share(before.priority, 'priority', count('issued')),
    transferred: share(before.transferred, 'transferredOut', ends),
    continued: share(before.continued, 'continuedOut', ends),
    parked: share(before.parked, 'parked', ends),
  };
}

function learnTime(belief: NormalBelief, { times }: Figures, name: TimeName): NormalBelief {
  const sums = times[name] ?? noDurations;
  return matchMean(learnDurations(belief, sums), sums);
}

function learnPause({ counters }: Figures): NormalBelief {
  const sums = counters?.pauses ?? noDurations;
  return matchMean(learnDurations(prior.pause, sums), sums);
}

const HOURS = Array.from({ length: 24 }, (_, hour) => hour);

/** How often the hours of merged cells are guessed anew; it has long settled by then. */
const ROUNDS = 5;

/** How many people come without an appointment, by queue and hour. */
function learnWalkIns(
  pastDays: readonly (readonly Cell[])[],
  queues: readonly QueueLetter[],
): (queue: QueueLetter) => { perHour: readonly number[]; seen: number } {
  const kioskHours = pastDays.map((cells) => {
    const hours = new Map<number, number>();
    for (const { hour, queue, figures } of cells) {
      if (hour === null || queue !== null || figures.counters === null) continue;
      if (figures.counters.kioskMs > 0) hours.set(hour, figures.counters.kioskMs / HOUR_MS);
    }
    return hours;
  });
  return (queue) => {
    const days = pastDays.map((cells, day) => {
      const byHour = new Map<number, number>();
      let merged = 0;
      for (const { hour, queue: cellQueue, figures } of cells) {
        if (cellQueue !== queue) continue;
        const count = countsOf(figures);
        const people = count('issued') - count('listed');
        if (hour === null) merged += people;
        else if (figures.counts.people !== undefined) byHour.set(hour, people);
      }
      return { byHour, merged, open: kioskHours[day] ?? new Map<number, number>() };
    });
    const seen = days.reduce(
      (sum, { byHour, merged }) => sum + merged + [...byHour.values()].reduce((a, b) => a + b, 0),
      0,
    );
    const openHours = HOURS.map((hour) =>
      days.reduce((sum, { open }) => sum + (open.get(hour) ?? 0), 0),
    );
    const before = prior.walkInsPerHour / queues.length;
    const allHours = openHours.reduce((a, b) => a + b, 0);
    const average = (seen + before) / (allHours + 1);
    let perHour = HOURS.map(() => average);
    for (let round = 0; round < ROUNDS; round += 1) {
      const people = HOURS.map(() => 0);
      for (const { byHour, merged, open } of days) {
        for (const [hour, count] of byHour) people[hour] = (people[hour] ?? 0) + count;
        const unknown = [...open].filter(([hour]) => !byHour.has(hour));
        const weight = (hour: number, hours: number) => (perHour[hour] ?? 0) * hours;
        const total = unknown.reduce((sum, [hour, hours]) => sum + weight(hour, hours), 0);
        if (total === 0) continue;
        for (const [hour, hours] of unknown) {
          people[hour] = (people[hour] ?? 0) + (merged * weight(hour, hours)) / total;
        }
      }
      perHour = HOURS.map((hour) => ((people[hour] ?? 0) + average) / ((openHours[hour] ?? 0) + 1));
    }
    return { perHour, seen };
  };
}

type CounterKnowledge = Pick<Knowledge, 'pause' | 'pausesPerHour' | 'pausesSeen' | 'openings'>;

function learnCounters(
  pastDays: readonly (readonly Cell[])[],
  pause: NormalBelief,
): CounterKnowledge {
  const cells = pastDays.flat();
  const pauseHours = Math.exp(pause.mean + expectedVariance(pause) / 2) / HOUR_MS;
  const { openHours: priorHours, perHour: priorRate } = prior.pauses;
  // The whole day of a counter that was the only one says nothing of its pauses.
  const all = countersOf(cells.filter(({ hour }) => hour !== null));
  const hoursOf = ({ openMs }: CounterFigures) => openMs / HOUR_MS;
  const rateOf = ({ openMs, pausedMs }: CounterFigures, before: number, weightHours: number) =>
    (pausedMs / HOUR_MS / pauseHours + before * weightHours) / (openMs / HOUR_MS + weightHours);
  const average = rateOf(all, priorRate, priorHours);
  const hours = HOURS.map((hour) => countersOf(cells.filter((cell) => cell.hour === hour)));
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

/** By how much the days' services differ beyond what chance explains (method of moments). */
function serviceVariance(
  days: readonly DaySums[],
  queues: ReadonlyMap<QueueLetter, Pick<QueueKnowledge, 'service'>>,
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
function arrivalVariance(days: readonly DaySums[]): number {
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
