import { describe, expect, test } from 'vitest';
import { serviceDayAt } from '../../../electron/queue/service-day.ts';

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
});
