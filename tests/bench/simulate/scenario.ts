import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { DayRules } from '../../../electron/queue/day-rules.ts';

const MINUTE_MS = 60_000;
/** Midnight in Milan of an ordinary Tuesday in winter: every simulated day is this one. */
const MIDNIGHT_MS = Date.UTC(2026, 1, 9, 23);

const share = z.number().min(0).max(1);
const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time like 08:30');
/** A log-normal duration: half are shorter than the median. */
const duration = z.strictObject({
  medianMinutes: z.number().positive(),
  /** Standard deviation of the natural logarithm. */
  spread: z.number().positive().max(2),
});

const queueSchema = z.strictObject({
  letter: z.string().regex(/^[A-Q]$/),
  /** What is offered in the queue: which one a person came for is not in the ledger. */
  offerings: z
    .array(z.strictObject({ share: share, service: duration }))
    .min(1)
    .refine((all) => Math.abs(all.reduce((sum, one) => sum + one.share, 0) - 1) < 1e-6, {
      error: 'the shares of the offerings add up to 1',
    }),
  /** People without an appointment, from a time on. */
  walkIns: z.array(z.strictObject({ from: clockTime, perHour: z.number().min(0) })),
  /** Bookings: one every so many minutes, each taken with some likelihood. */
  bookings: z
    .strictObject({
      from: clockTime,
      until: clockTime,
      everyMinutes: z.number().positive(),
      taken: share,
    })
    .nullable(),
});

const scenarioSchema = z.strictObject({
  name: z.string().min(1),
  about: z.string(),
  /** How many days there are to learn from; 0 for a cold start. */
  pastDays: z.int().min(0),
  windows: z
    .array(z.strictObject({ opens: clockTime, lastTicket: clockTime, closes: clockTime }))
    .min(1),
  queues: z.array(queueSchema).min(1),
  counters: z
    .array(
      z.strictObject({
        counter: z.string().min(1),
        /** Preferred first. */
        queues: z.array(z.string()).min(1),
        opensAfter: duration,
      }),
    )
    .min(1),
  priorityShare: share,
  appointments: z.strictObject({
    missed: share,
    /** Most come about so many minutes early … */
    earlyMinutes: z.number(),
    earlyDeviation: z.number().positive(),
    /** … and some so many minutes late. */
    lateShare: share,
    lateMinutes: z.number(),
    lateDeviation: z.number().positive(),
  }),
  noShow: z.strictObject({
    share,
    givenUpAfter: duration,
    returnShare: share,
    backAfter: duration,
  }),
  walk: duration,
  betweenCalls: duration,
  transferShare: share,
  continueShare: share,
  parkShare: share,
  aside: duration,
  pauses: z.strictObject({ perHour: z.number().min(0), length: duration }),
  policy: z.strictObject({
    priorityHeadStartMinutes: z.number().min(0),
    preferenceStepMinutes: z.number().min(0),
    mostOvertaken: z.int().positive(),
  }),
});

/** A made-up office, with all that is true of it. */
export type Scenario = z.infer<typeof scenarioSchema>;
export type Duration = z.infer<typeof duration>;

/** A scenario file that says something else than the schema, in words for whoever wrote it. */
export class ScenarioError extends Error {
  override readonly name = 'ScenarioError';
}

export function readScenario(path: string): Scenario {
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new ScenarioError(`${path}: ${error instanceof Error ? error.message : String(error)}`);
  }
  const parsed = scenarioSchema.safeParse(json);
  if (!parsed.success) throw new ScenarioError(`${path}:\n${z.prettifyError(parsed.error)}`);
  const letters = new Set(parsed.data.queues.map(({ letter }) => letter));
  for (const { counter, queues } of parsed.data.counters) {
    const unknown = queues.find((queue) => !letters.has(queue));
    if (unknown !== undefined) {
      throw new ScenarioError(`${path}: counter ${counter} serves queue ${unknown}, which is none`);
    }
  }
  return parsed.data;
}

/** UTC epoch milliseconds of a time on the simulated day. */
export function clockMs(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return MIDNIGHT_MS + (hours * 60 + minutes) * MINUTE_MS;
}

export function rulesOf({ queues, windows, policy }: Scenario): DayRules {
  return {
    queues: queues.map(({ letter }) => ({ letter, dailyCap: 999 })),
    openingWindows: windows.map(({ opens, lastTicket, closes }) => ({
      opensAtMs: clockMs(opens),
      lastTicketAtMs: clockMs(lastTicket),
      closesAtMs: clockMs(closes),
    })),
    priorityHeadStartMs: policy.priorityHeadStartMinutes * MINUTE_MS,
    preferenceStepMs: policy.preferenceStepMinutes * MINUTE_MS,
    mostOvertaken: policy.mostOvertaken,
    appointments: { earlyLimitMs: 30 * MINUTE_MS, lateLimitMs: 15 * MINUTE_MS },
    returnGuardMs: 5 * MINUTE_MS,
    noShow: { afterCalls: 2, afterMs: 30_000 },
    undoWithinMs: 10_000,
  };
}
