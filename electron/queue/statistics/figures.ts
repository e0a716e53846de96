import {
  addDurations,
  addMoments,
  type DurationSums,
  type Moments,
  noDurations,
  noMoments,
} from './sums.ts';

/** What is counted of people, beside `sentTo`. */
export const COUNTS = [
  /** Different people behind these counts. */
  'people',
  'issued',
  /** Services that ended with the visit. */
  'served',
  'noShows',
  'cancelled',
  /** Tickets that the end of the day ended. */
  'expired',
  'priority',
  /** Who came by appointment, with and without an entry in the day's list. */
  'appointments',
  /** Those of them who checked in from the day's list. */
  'listed',
  /** Who is in the day's list and did not check in, by the booked hour. */
  'missed',
  /** People who came into the queue from a counter. */
  'transfersIn',
  'continuedIn',
  'returned',
  'resumed',
  /** What ended a service without ending the visit. */
  'parked',
  'transferredOut',
  'continuedOut',
] as const;
export type CountName = (typeof COUNTS)[number];

/** What is timed of people. */
export const TIMES = [
  /** From the ticket to its first call, by the hour of the ticket. */
  'waiting',
  /** From the call to the start. */
  'walk',
  /** From the start, or the call where no start was noted, until the counter let the person go. */
  'service',
  /** From the first call to the mark that nobody came. */
  'noShow',
  /** From that mark until the person was back. */
  'absence',
  /** From being put aside until waiting or called again. */
  'aside',
  /** From one person's leaving a counter to the next call there, while somebody waited. */
  'betweenCalls',
] as const;
export type TimeName = (typeof TIMES)[number];

/** What the counters of the office did, all of them together. Durations in milliseconds. */
export interface CounterFigures {
  readonly openMs: number;
  readonly pausedMs: number;
  /** How long the kiosk gave numbers. */
  readonly kioskMs: number;
  /** When counters opened, in milliseconds since the full hour. */
  readonly openings: Moments;
  readonly pauses: DurationSums;
}

/**
 * The figures of one cell: an hour or a whole day, of a queue or the whole office. Every count and
 * every duration is in exactly one cell of a day, so the sum of all cells is the day.
 */
export interface Figures {
  readonly counts: Readonly<Partial<Record<CountName, number>>>;
  /** Whom a counter sent on to another queue, by that queue. */
  readonly sentTo: Readonly<Record<string, number>>;
  readonly times: Readonly<Partial<Record<TimeName, DurationSums>>>;
  /** Arrival less booked time, milliseconds. */
  readonly punctuality: Moments | null;
  /** Only where the queue is null. */
  readonly counters: CounterFigures | null;
}

/** A cell as the store keeps it. */
export interface AggregateRecord {
  /** 0–23, in Europe/Rome; null for the whole day. */
  readonly hour: number | null;
  /** A queue's letter; null for the whole office. */
  readonly queue: string | null;
  /** JSON, for {@link parseFigures}. */
  readonly figures: string;
}

export interface Cell {
  readonly hour: number | null;
  readonly queue: string | null;
  readonly figures: Figures;
}

export const noFigures: Figures = {
  counts: {},
  sentTo: {},
  times: {},
  punctuality: null,
  counters: null,
};

export const noCounters: CounterFigures = {
  openMs: 0,
  pausedMs: 0,
  kioskMs: 0,
  openings: noMoments,
  pauses: noDurations,
};

/** Of the JSON written here. Raised when a figure changes its meaning, never when one is added. */
const VERSION = 1;

export function writeFigures(figures: Figures): string {
  return JSON.stringify({ version: VERSION, ...figures });
}

/** The figures of a record; what cannot be read counts as not there. */
export function parseFigures(text: string): Figures {
  const json = parseObject(text);
  if (json['version'] !== VERSION) return noFigures;
  const counts = numbersIn(json['counts']);
  const times = objectIn(json['times']);
  return {
    counts: Object.fromEntries(
      COUNTS.flatMap((name) => (counts[name] === undefined ? [] : [[name, counts[name]]])),
    ),
    sentTo: numbersIn(json['sentTo']),
    times: Object.fromEntries(
      TIMES.flatMap((name) => {
        const sums = durationsIn(times[name]);
        return sums === null ? [] : [[name, sums]];
      }),
    ),
    punctuality: momentsIn(json['punctuality']),
    counters: countersIn(json['counters']),
  };
}

export function addFigures(a: Figures, b: Figures): Figures {
  const times: Partial<Record<TimeName, DurationSums>> = { ...a.times };
  for (const name of TIMES) {
    const more = b.times[name];
    if (more === undefined) continue;
    const sums = times[name];
    times[name] = sums === undefined ? more : addDurations(sums, more);
  }
  return {
    counts: addNumbers(a.counts, b.counts),
    sentTo: addNumbers(a.sentTo, b.sentTo),
    times,
    punctuality: addNullable(a.punctuality, b.punctuality, addMoments),
    counters: addNullable(a.counters, b.counters, addCounters),
  };
}

function addCounters(a: CounterFigures, b: CounterFigures): CounterFigures {
  return {
    openMs: a.openMs + b.openMs,
    pausedMs: a.pausedMs + b.pausedMs,
    kioskMs: a.kioskMs + b.kioskMs,
    openings: addMoments(a.openings, b.openings),
    pauses: addDurations(a.pauses, b.pauses),
  };
}

function addNullable<T>(a: T | null, b: T | null, add: (a: T, b: T) => T): T | null {
  if (a === null) return b;
  return b === null ? a : add(a, b);
}

function addNumbers(
  a: Readonly<Record<string, number>>,
  b: Readonly<Record<string, number>>,
): Record<string, number> {
  const sum: Record<string, number> = { ...a };
  for (const [name, value] of Object.entries(b)) sum[name] = (sum[name] ?? 0) + value;
  return sum;
}

type Json = Readonly<Record<string, unknown>>;

function parseObject(text: string): Json {
  try {
    return objectIn(JSON.parse(text));
  } catch {
    return {};
  }
}

function objectIn(value: unknown): Json {
  return typeof value === 'object' && value !== null ? (value as Json) : {};
}

function numbersIn(value: unknown): Record<string, number> {
  const numbers = Object.entries(objectIn(value)).flatMap(([name, number]) =>
    typeof number === 'number' ? [[name, number] as const] : [],
  );
  return Object.fromEntries(numbers);
}

function durationsIn(value: unknown): DurationSums | null {
  const { count, sum, sumOfLogs, sumOfSquaredLogs } = numbersIn(value);
  if (
    count === undefined ||
    sum === undefined ||
    sumOfLogs === undefined ||
    sumOfSquaredLogs === undefined
  ) {
    return null;
  }
  return { count, sum, sumOfLogs, sumOfSquaredLogs };
}

function momentsIn(value: unknown): Moments | null {
  const { count, sum, sumOfSquares } = numbersIn(value);
  if (count === undefined || sum === undefined || sumOfSquares === undefined) return null;
  return { count, sum, sumOfSquares };
}

function countersIn(value: unknown): CounterFigures | null {
  const { openMs, pausedMs, kioskMs } = numbersIn(value);
  const openings = momentsIn(objectIn(value)['openings']);
  const pauses = durationsIn(objectIn(value)['pauses']);
  if (openMs === undefined || pausedMs === undefined || kioskMs === undefined) return null;
  if (openings === null || pauses === null) return null;
  return { openMs, pausedMs, kioskMs, openings, pauses };
}
