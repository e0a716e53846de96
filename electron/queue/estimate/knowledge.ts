import {
  type Cell,
  type CountName,
  type Figures,
  noFigures,
  type TimeName,
} from '../statistics/figures.ts';
import { noDurations, noMoments } from '../statistics/sums.ts';
import type { CounterId, QueueLetter } from '../ticket.ts';
import {
  learnDurations,
  learnMoments,
  learnShare,
  matchMean,
  type NormalBelief,
  type ShareBelief,
  weakenedNormal,
  weakenedShare,
} from './belief.ts';
import { arrivalVariance, serviceVariance } from './day-variance.ts';
import { type CounterKnowledge, learnCounters } from './office-counters.ts';
import { countsOf, sumByQueue, sumOf } from './past-days.ts';
import { prior } from './prior.ts';
import { learnWalkIns } from './walk-ins.ts';

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
export interface Knowledge extends CounterKnowledge {
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
  readonly returns: ShareBelief;
  /** Of appointments: whether nobody comes. */
  readonly missed: ShareBelief;
  /** Arrival less booked time, milliseconds. */
  readonly punctuality: NormalBelief;
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

export interface OfficeSetting {
  readonly queues: readonly QueueLetter[];
  readonly counters: readonly OfficeCounter[];
}

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
    service: weakenedNormal(officeQueue.service, QUEUE_WEIGHT),
    noShow: weakenedShare(officeQueue.noShow, SHARE_WEIGHT),
    priority: weakenedShare(officeQueue.priority, SHARE_WEIGHT),
    transferred: weakenedShare(officeQueue.transferred, SHARE_WEIGHT),
    continued: weakenedShare(officeQueue.continued, SHARE_WEIGHT),
    parked: weakenedShare(officeQueue.parked, SHARE_WEIGHT),
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
    queues,
    anyQueue: {
      ...learnQueue(noFigures, pooled),
      sentTo: new Map(setting.queues.map((queue) => [queue, 1])),
      walkInsPerHour: [],
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
    ...learnCounters(pastDays),
    serviceVariesByDay: serviceVariance(days, queues),
    arrivalsVaryByDay: arrivalVariance(days),
  };
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
