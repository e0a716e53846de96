import { officeHourAt } from '../calendar/service-day.ts';
import type { OpeningWindow } from '../day-rules.ts';
import type { Random } from './random.ts';

const HOUR_MS = 3_600_000;

/** Something that happens so and so often in each hour of the day. */
export type PerHour = readonly number[];

/**
 * The office's hours around a moment, without asking the calendar each time: a replay asks
 * thousands of times. The night in which the clock changes is not noticed before it is over.
 */
export class OfficeClock {
  readonly #windows: readonly OpeningWindow[];
  readonly #nowMs: number;
  readonly #shift: number;

  constructor(windows: readonly OpeningWindow[], nowMs: number) {
    this.#windows = windows;
    this.#nowMs = nowMs;
    this.#shift = officeHourAt(nowMs) - (Math.floor(nowMs / HOUR_MS) % 24) + 24;
  }

  hourAt(ms: number): number {
    return (Math.floor(ms / HOUR_MS) + this.#shift) % 24;
  }

  /** How often it should have happened while the kiosk gave numbers today, until now. */
  openedHours(perHour: PerHour): number {
    let sum = 0;
    for (const { opensAtMs, lastTicketAtMs } of this.#windows) {
      const untilMs = Math.min(lastTicketAtMs, this.#nowMs);
      for (let atMs = opensAtMs; atMs < untilMs; ) {
        const nextMs = Math.min(untilMs, nextFullHour(atMs));
        sum += ((perHour[this.hourAt(atMs)] ?? 0) * (nextMs - atMs)) / HOUR_MS;
        atMs = nextMs;
      }
    }
    return sum;
  }

  /** When it happens next; Infinity for not within a day. */
  next(perHour: PerHour, factor: number, fromMs: number, random: Random): number {
    let left = random.exponential(1);
    for (let atMs = fromMs; atMs < fromMs + 24 * HOUR_MS; ) {
      const nextMs = nextFullHour(atMs);
      const rate = ((perHour[this.hourAt(atMs)] ?? 0) * factor) / HOUR_MS;
      const expected = rate * (nextMs - atMs);
      if (left <= expected && expected > 0) return atMs + left / rate;
      left -= expected;
      atMs = nextMs;
    }
    return Number.POSITIVE_INFINITY;
  }

  /** The same of something that happens only while the kiosk gives numbers. */
  nextWhileOpen(perHour: PerHour, factor: number, fromMs: number, random: Random): number {
    for (const { opensAtMs, lastTicketAtMs } of this.#windows) {
      if (lastTicketAtMs <= fromMs) continue;
      const atMs = this.next(perHour, factor, Math.max(fromMs, opensAtMs), random);
      if (atMs < lastTicketAtMs) return atMs;
    }
    return Number.POSITIVE_INFINITY;
  }
}

function nextFullHour(ms: number): number {
  return (Math.floor(ms / HOUR_MS) + 1) * HOUR_MS;
}
