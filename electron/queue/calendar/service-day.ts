import { Temporal } from 'temporal-polyfill';

/** The only zone in which a service day is derived (DESIGN §7.8). */
const OFFICE_TIME_ZONE = 'Europe/Rome';

const UTC_DAY_MS = 24 * 60 * 60_000;

// The Swedish locale writes dates as ISO 8601 does.
const isoDate = new Intl.DateTimeFormat('sv-SE', {
  timeZone: OFFICE_TIME_ZONE,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** The office's calendar date, `YYYY-MM-DD`, at a moment given in UTC epoch milliseconds. */
export function serviceDayAt(nowMs: number): string {
  return isoDate.format(nowMs);
}

/** The service day so many days later, or earlier where the number is negative. */
export function addDays(serviceDay: string, days: number): string {
  // Dates alone are counted in UTC, where every day has 24 hours.
  return new Date(Date.parse(serviceDay) + days * UTC_DAY_MS).toISOString().slice(0, 10);
}

/** 1 is Monday, 7 is Sunday. */
export function weekdayOf(serviceDay: string): number {
  return new Date(serviceDay).getUTCDay() || 7;
}

/** The first moment of a service day, UTC epoch milliseconds. */
export function startOfServiceDay(serviceDay: string): number {
  return Temporal.PlainDate.from(serviceDay).toZonedDateTime(OFFICE_TIME_ZONE).epochMilliseconds;
}

/** The first moment after a service day, UTC epoch milliseconds: 23, 24 or 25 hours later. */
export function endOfServiceDay(serviceDay: string): number {
  return startOfServiceDay(addDays(serviceDay, 1));
}

/**
 * When the clock on the wall first shows a time on a service day, UTC epoch milliseconds. Where
 * the clocks skip that time it is the moment they go forward; where they show it twice, the first.
 *
 * @param timeOfDay `HH:MM`, or `24:00` for the end of the day.
 */
export function momentOf(serviceDay: string, timeOfDay: string): number {
  if (timeOfDay === '24:00') return endOfServiceDay(serviceDay);
  const onTheWall = Temporal.PlainDate.from(serviceDay).toPlainDateTime(timeOfDay);
  const moment = onTheWall.toZonedDateTime(OFFICE_TIME_ZONE, { disambiguation: 'earlier' });
  if (moment.toPlainDateTime().equals(onTheWall)) return moment.epochMilliseconds;
  const change = moment.getTimeZoneTransition('next');
  if (change === null) throw new Error(`No clock shows ${serviceDay} ${timeOfDay}`);
  return change.epochMilliseconds;
}

/** Whether the clocks go forward over a time of a service day, so that no clock shows it. */
export function isSkipped(serviceDay: string, timeOfDay: string): boolean {
  if (timeOfDay === '24:00') return false;
  const onTheWall = Temporal.PlainDate.from(serviceDay).toPlainDateTime(timeOfDay);
  return !onTheWall.toZonedDateTime(OFFICE_TIME_ZONE).toPlainDateTime().equals(onTheWall);
}

const hourOfDay = new Intl.DateTimeFormat('en-GB', {
  timeZone: OFFICE_TIME_ZONE,
  hour: '2-digit',
  hourCycle: 'h23',
});

/** The hour on the office's clock, 0–23, at a moment given in UTC epoch milliseconds. */
export function officeHourAt(nowMs: number): number {
  return Number(hourOfDay.format(nowMs));
}
