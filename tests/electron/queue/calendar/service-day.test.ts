import { describe, expect, test } from 'vitest';
import {
  addDays,
  endOfServiceDay,
  isSkipped,
  momentOf,
  serviceDayAt,
  startOfServiceDay,
  weekdayOf,
} from '../../../../electron/queue/calendar/service-day.ts';

const HOUR_MS = 3_600_000;

describe('the service day is the date on the wall in Milan', () => {
  test.each([
    ['a summer evening, when UTC is two hours behind', '2026-07-14T21:59:59Z', '2026-07-14'],
    ['just after midnight in summer', '2026-07-14T22:00:00Z', '2026-07-15'],
    ['just after midnight in winter', '2026-12-01T23:00:00Z', '2026-12-02'],
    ['the night the clocks go back, before', '2026-10-24T22:30:00Z', '2026-10-25'],
    ['the hour that happens twice', '2026-10-25T01:30:00Z', '2026-10-25'],
    ['the night the clocks go forward', '2027-03-28T01:00:00Z', '2027-03-28'],
    ['the last moment of the day the clocks go back', '2026-10-25T22:59:59Z', '2026-10-25'],
  ])('%s', (_when, utc, day) => {
    expect(serviceDayAt(Date.parse(utc))).toBe(day);
  });

  test.each([
    ['an ordinary day', '2026-07-14', 24],
    ['the day the clocks go forward', '2027-03-28', 23],
    ['the day the clocks go back', '2026-10-25', 25],
  ])('%s has its hours, and each moment of them is its own', (_when, day, hours) => {
    const startMs = startOfServiceDay(day);
    const endMs = endOfServiceDay(day);
    expect((endMs - startMs) / HOUR_MS).toBe(hours);
    expect([startMs - 1, startMs, endMs - 1, endMs].map(serviceDayAt)).toEqual([
      addDays(day, -1),
      day,
      day,
      addDays(day, 1),
    ]);
  });

  test('days are counted over the end of a year', () => {
    expect(addDays('2026-12-30', 3)).toBe('2027-01-02');
    expect(weekdayOf('2026-11-23')).toBe(1);
    expect(weekdayOf('2026-11-29')).toBe(7);
  });
});

describe('a time on the wall', () => {
  test.each([
    ['in winter', '2026-12-01', '08:30', '2026-12-01T07:30:00Z'],
    ['in summer', '2026-07-14', '08:30', '2026-07-14T06:30:00Z'],
    ['at the end of the day', '2026-07-14', '24:00', '2026-07-14T22:00:00Z'],
    [
      'that is skipped is when the clocks go forward',
      '2027-03-28',
      '02:30',
      '2027-03-28T01:00:00Z',
    ],
    ['after the skipped hour', '2027-03-28', '03:00', '2027-03-28T01:00:00Z'],
    ['that comes twice is the first', '2026-10-25', '02:30', '2026-10-25T00:30:00Z'],
    ['after the hour that comes twice', '2026-10-25', '03:00', '2026-10-25T02:00:00Z'],
  ])('%s', (_when, day, time, utc) => {
    expect(momentOf(day, time)).toBe(Date.parse(utc));
  });

  test('is skipped between two and three in the night the clocks go forward', () => {
    const times = ['01:59', '02:00', '02:59', '03:00', '24:00'];
    expect(times.filter((time) => isSkipped('2027-03-28', time))).toEqual(['02:00', '02:59']);
    expect(times.filter((time) => isSkipped('2026-10-25', time))).toEqual([]);
  });
});
