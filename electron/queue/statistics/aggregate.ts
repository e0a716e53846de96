import { officeHourAt } from '../calendar/service-day.ts';
import type { DayRules } from '../day-rules.ts';
import type { RecordedEvent } from '../event.ts';
import {
  type AggregateRecord,
  addFigures,
  type Cell,
  type CounterFigures,
  type Figures,
  noCounters,
  noFigures,
  writeFigures,
} from './figures.ts';
import { type Observation, type ObservedDay, observeDay } from './observe-day.ts';
import { durationSums, momentsOf } from './sums.ts';

/** A number about fewer people than this could be about somebody known (DESIGN §7.6). */
export const FEWEST_PEOPLE = 5;

const HOUR_MS = 3_600_000;

/**
 * What stays of a day when its tickets go: counts and sums, by hour and queue. Where fewer than
 * five people are behind a figure, it is merged upwards: into the queue's whole day, from there
 * into the office's whole day, and from there into nothing. Each kind of figure for itself, for the
 * duration of one service would be told by a cell of many people with one service in it.
 */
export function aggregateDay(
  rules: DayRules,
  events: readonly RecordedEvent[],
): readonly AggregateRecord[] {
  return dayCells(rules, events).map(({ hour, queue, figures }) => ({
    hour,
    queue,
    figures: writeFigures(figures),
  }));
}

/** The same, not yet written as the store keeps it. */
export function dayCells(rules: DayRules, events: readonly RecordedEvent[]): readonly Cell[] {
  const day = observeDay(rules, events);
  const cells = new Map<string, Cell>();
  const add = (hour: number | null, queue: string | null, figures: Figures) => {
    const key = JSON.stringify([hour, queue]);
    const sum = addFigures(cells.get(key)?.figures ?? noFigures, figures);
    cells.set(key, { hour, queue, figures: sum });
  };
  for (const kind of groupBy(day.people, kindOf).values()) {
    for (const { hour, queue, observations } of mergeUpwards(kind)) {
      add(hour, queue, figuresOf(observations));
    }
  }
  for (const { hour, figures } of counterCells(rules, day)) {
    add(hour, null, { ...noFigures, counters: figures });
  }
  return [...cells.values()];
}

interface Group {
  readonly hour: number | null;
  readonly queue: string | null;
  readonly observations: readonly Observation[];
}

/** Counts belong together; every kind of duration stands for itself. */
function kindOf(observation: Observation): string {
  switch (observation.kind) {
    case 'count':
    case 'sentTo':
      return 'counts';
    case 'time':
      return `time ${observation.name}`;
    case 'punctuality':
      return 'punctuality';
  }
}

function mergeUpwards(observations: readonly Observation[]): readonly Group[] {
  const kept: Group[] = [];
  const levels = [
    (one: Observation) => ({ hour: one.hour, queue: one.queue }),
    (one: Observation) => ({ hour: null, queue: one.queue }),
    () => ({ hour: null, queue: null }),
  ];
  let rest = observations;
  for (const level of levels) {
    const tooFew: Observation[] = [];
    for (const group of groupBy(rest, (one) => JSON.stringify(level(one))).values()) {
      const [first] = group;
      if (first !== undefined && peopleIn(group) >= FEWEST_PEOPLE) {
        kept.push({ ...level(first), observations: group });
      } else {
        tooFew.push(...group);
      }
    }
    rest = tooFew;
  }
  return kept;
}

function peopleIn(observations: readonly Observation[]): number {
  return new Set(observations.map(({ person }) => person)).size;
}

/** Of observations of one kind. */
function figuresOf(observations: readonly Observation[]): Figures {
  const counts: Record<string, number> = {};
  const sentTo: Record<string, number> = {};
  const timesMs: number[] = [];
  for (const one of observations) {
    if (one.kind === 'count') counts[one.name] = (counts[one.name] ?? 0) + 1;
    else if (one.kind === 'sentTo') sentTo[one.toQueue] = (sentTo[one.toQueue] ?? 0) + 1;
    else timesMs.push(one.ms);
  }
  const [first] = observations;
  if (first?.kind === 'time') {
    return { ...noFigures, times: { [first.name]: durationSums(timesMs) } };
  }
  if (first?.kind === 'punctuality') return { ...noFigures, punctuality: momentsOf(timesMs) };
  return { ...noFigures, counts: { people: peopleIn(observations), ...counts }, sentTo };
}

/**
 * By hour, of all counters together; how long pauses were, for the whole day only. Where one counter
 * was the only one that opened, its hours would be a record of one operator: of them stays how long
 * the office was open on that day.
 */
function counterCells(
  rules: DayRules,
  { openings, open, paused, pausesMs }: ObservedDay,
): { hour: number | null; figures: CounterFigures }[] {
  const hours = new Map<number, CounterFigures>();
  const spread = (fromMs: number, untilMs: number, name: 'openMs' | 'pausedMs' | 'kioskMs') => {
    for (let atMs = fromMs; atMs < untilMs; ) {
      const nextMs = Math.min(untilMs, nextFullHour(atMs));
      const hour = officeHourAt(atMs);
      const sums = hours.get(hour) ?? noCounters;
      hours.set(hour, { ...sums, [name]: sums[name] + nextMs - atMs });
      atMs = nextMs;
    }
  };
  for (const { opensAtMs, lastTicketAtMs } of rules.openingWindows) {
    spread(opensAtMs, lastTicketAtMs, 'kioskMs');
  }
  const cells = () => [...hours].map(([hour, figures]) => ({ hour, figures }));
  if (openings.length < 2) {
    const openMs = open.reduce((sum, { fromMs, untilMs }) => sum + untilMs - fromMs, 0);
    return [...cells(), { hour: null, figures: { ...noCounters, openMs } }];
  }
  for (const { fromMs, untilMs } of open) spread(fromMs, untilMs, 'openMs');
  for (const { fromMs, untilMs } of paused) spread(fromMs, untilMs, 'pausedMs');
  for (const [hour, times] of groupBy(openings, officeHourAt)) {
    const sinceFullHour = momentsOf(times.map((atMs) => atMs % HOUR_MS));
    hours.set(hour, { ...(hours.get(hour) ?? noCounters), openings: sinceFullHour });
  }
  const pauses = durationSums(pausesMs);
  return [...cells(), { hour: null, figures: { ...noCounters, pauses } }];
}

/** `Map.groupBy` needs a newer Node than the server may have. */
function groupBy<T, K>(items: readonly T[], keyOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}

/** Europe/Rome is whole hours away from UTC, in summer and winter. */
function nextFullHour(atMs: number): number {
  return (Math.floor(atMs / HOUR_MS) + 1) * HOUR_MS;
}
