import type { OpeningWindow } from '../day-rules.ts';
import { isMilanHoliday } from './milan-holidays.ts';
import { nextOpeningAfter } from './opening-hours.ts';
import { addDays, momentOf, serviceDayAt, weekdayOf } from './service-day.ts';
import { WEEKDAYS, type Weekday } from './weekday.ts';

/** Of one day. Times are `HH:MM` on the wall clock; a day ends at `24:00`. */
export interface Hours {
  readonly opensAt: string;
  readonly closesAt: string;
}

/** Days on which the office is closed though its week says otherwise. */
export interface Closure {
  readonly firstDay: string;
  /** Included. */
  readonly lastDay: string;
  /** On each of these days, from this time on … */
  readonly from: string;
  /** … until this one. */
  readonly until: string;
}

/** When an office is open, as its people write it down. */
export interface OpeningRules {
  readonly week: readonly (Hours & { readonly day: Weekday })[];
  /** Which public holidays the office keeps. */
  readonly holidays: 'milano' | 'none';
  readonly closures: readonly Closure[];
  /** Openings outside the week, also on a holiday or a day of closure. */
  readonly extraOpenings: readonly (Hours & { readonly day: string })[];
  /** How long before it closes the office gives its last number. */
  readonly lastTicketBeforeClosingMs: number;
}

export interface OfficeCalendar {
  /** When the office is open on a service day: in order, apart from each other. */
  readonly openingWindows: (serviceDay: string) => readonly OpeningWindow[];
  /** When the office opens next, UTC epoch milliseconds; null where it does not for two months. */
  readonly nextOpeningAfter: (nowMs: number) => number | null;
}

/** A closed August and the days around it are shorter than this. */
const DAYS_LOOKED_AHEAD = 60;

export function officeCalendar(rules: OpeningRules): OfficeCalendar {
  // Every look at the kiosk asks for the same few days.
  const known = new Map<string, readonly OpeningWindow[]>();
  const openingWindows = (serviceDay: string): readonly OpeningWindow[] => {
    const windows = known.get(serviceDay) ?? windowsOf(rules, serviceDay);
    known.set(serviceDay, windows);
    return windows;
  };
  return {
    openingWindows,
    nextOpeningAfter: (nowMs) => {
      const today = serviceDayAt(nowMs);
      for (let days = 0; days <= DAYS_LOOKED_AHEAD; days += 1) {
        const opensAtMs = nextOpeningAfter(openingWindows(addDays(today, days)), nowMs);
        if (opensAtMs !== null) return opensAtMs;
      }
      return null;
    },
  };
}

function windowsOf(rules: OpeningRules, serviceDay: string): OpeningWindow[] {
  return (
    hoursOf(rules, serviceDay)
      .map(({ opensAt, closesAt }) => ({
        opensAtMs: momentOf(serviceDay, opensAt),
        closesAtMs: momentOf(serviceDay, closesAt),
      }))
      // The night the clocks go forward can leave nothing of one.
      .filter(({ opensAtMs, closesAtMs }) => opensAtMs < closesAtMs)
      .map(({ opensAtMs, closesAtMs }) => ({
        opensAtMs,
        closesAtMs,
        lastTicketAtMs: Math.max(opensAtMs, closesAtMs - rules.lastTicketBeforeClosingMs),
      }))
  );
}

function hoursOf(rules: OpeningRules, serviceDay: string): Hours[] {
  const weekday = WEEKDAYS[weekdayOf(serviceDay) - 1];
  const isHoliday = rules.holidays === 'milano' && isMilanHoliday(serviceDay);
  const usual = isHoliday ? [] : rules.week.filter(({ day }) => day === weekday);
  const open = rules.closures
    .filter(({ firstDay, lastDay }) => firstDay <= serviceDay && serviceDay <= lastDay)
    .reduce<readonly Hours[]>(withoutClosure, usual);
  return joined([...open, ...rules.extraOpenings.filter(({ day }) => day === serviceDay)]);
}

/** What a closure leaves: nothing, a part, or one part on each side of it. */
function withoutClosure(open: readonly Hours[], { from, until }: Closure): Hours[] {
  return open.flatMap(({ opensAt, closesAt }) =>
    [
      { opensAt, closesAt: earlier(closesAt, from) },
      { opensAt: later(opensAt, until), closesAt },
    ].filter((part) => part.opensAt < part.closesAt),
  );
}

/** In order; those that overlap or touch are one, since nobody leaves in between. */
function joined(open: readonly Hours[]): Hours[] {
  const result: Hours[] = [];
  for (const { opensAt, closesAt } of open.toSorted((a, b) => (a.opensAt < b.opensAt ? -1 : 1))) {
    const last = result.at(-1);
    if (last === undefined || opensAt > last.closesAt) result.push({ opensAt, closesAt });
    else result[result.length - 1] = { ...last, closesAt: later(last.closesAt, closesAt) };
  }
  return result;
}

// Times of the same form compare as texts do.
function earlier(a: string, b: string): string {
  return a < b ? a : b;
}

function later(a: string, b: string): string {
  return a > b ? a : b;
}
