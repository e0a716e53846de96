import { easter } from 'date-easter';
import { addDays } from './service-day.ts';

/** Months and days of L. 260/1949 art. 2, as later laws left it, and of Milan's patron. */
const fixedHolidays: ReadonlySet<string> = new Set([
  ...['01-01', '01-06', '04-25', '05-01', '06-02', '08-15', '11-01', '12-08', '12-25', '12-26'],
  // Sant'Ambrogio: a local holiday, which no law of the State names.
  '12-07',
]);

/** Whether a service day is a public holiday in Milan. Sundays by themselves are not. */
export function isMilanHoliday(serviceDay: string): boolean {
  const year = Number(serviceDay.slice(0, 4));
  const monthAndDay = serviceDay.slice(5);
  if (fixedHolidays.has(monthAndDay)) return true;
  // San Francesco: L. 151/2025.
  if (monthAndDay === '10-04') return year >= 2026;
  const sunday = easterSunday(year);
  return serviceDay === sunday || serviceDay === addDays(sunday, 1);
}

function easterSunday(year: number): string {
  const { month, day } = easter(year);
  return [year, String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-');
}
