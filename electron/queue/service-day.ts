/** The only zone in which a service day is derived (DESIGN §7.8). */
const OFFICE_TIME_ZONE = 'Europe/Rome';

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

const hourOfDay = new Intl.DateTimeFormat('en-GB', {
  timeZone: OFFICE_TIME_ZONE,
  hour: '2-digit',
  hourCycle: 'h23',
});

/** The hour on the office's clock, 0–23, at a moment given in UTC epoch milliseconds. */
export function officeHourAt(nowMs: number): number {
  return Number(hourOfDay.format(nowMs));
}
