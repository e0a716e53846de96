import Holidays from 'date-holidays';
import { describe, expect, test } from 'vitest';
import { isMilanHoliday } from '../../../../electron/queue/calendar/milan-holidays.ts';
import { addDays } from '../../../../electron/queue/calendar/service-day.ts';

function holidaysOf(year: number): string[] {
  const days: string[] = [];
  for (let day = `${year}-01-01`; day.startsWith(String(year)); day = addDays(day, 1)) {
    if (isMilanHoliday(day)) days.push(day);
  }
  return days;
}

describe('the public holidays of Milan', () => {
  test.each([
    ['Easter', '2026-04-05', true],
    ['Easter Monday', '2026-04-06', true],
    ['Easter of the year after', '2027-03-28', true],
    ['an early and a late Easter Monday', '2028-04-17', true],
    ['the day after Easter Monday', '2026-04-07', false],
    ['San Francesco before the law', '2025-10-04', false],
    ['San Francesco since the law', '2026-10-04', true],
    ['San Francesco on its first weekday', '2027-10-04', true],
    ["Sant'Ambrogio", '2026-12-07', true],
    ['the Immacolata after it', '2026-12-08', true],
    ['Ferragosto', '2027-08-15', true],
    ['4 November, which is one no more', '2026-11-04', false],
    ['San Giuseppe, which is one no more', '2026-03-19', false],
    ['Christmas Eve', '2026-12-24', false],
  ])('%s: %s', (_name, day, isOne) => {
    expect(isMilanHoliday(day)).toBe(isOne);
  });

  test('are those of a maintained list of holidays, for the rest of the century', () => {
    const milan = new Holidays('IT', '25', 'MI', { types: ['public'] });
    for (let year = 2024; year <= 2099; year += 1) {
      const listed = milan.getHolidays(year).map(({ date }) => date.slice(0, 10));
      expect(holidaysOf(year)).toEqual([...new Set(listed)].sort());
    }
  });
});
