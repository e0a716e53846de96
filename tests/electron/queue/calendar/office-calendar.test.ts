import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Closure,
  type OpeningRules,
  officeCalendar,
} from '../../../../electron/queue/calendar/office-calendar.ts';
import {
  addDays,
  endOfServiceDay,
  serviceDayAt,
  startOfServiceDay,
} from '../../../../electron/queue/calendar/service-day.ts';
import { WEEKDAYS } from '../../../../electron/queue/calendar/weekday.ts';

const MINUTE_MS = 60_000;

/** Monday to Friday 8:30–12:30, Monday and Thursday also 14:00–16:00. */
const office: OpeningRules = {
  week: [
    ...WEEKDAYS.slice(0, 5).map((day) => ({ day, opensAt: '08:30', closesAt: '12:30' })),
    { day: 'monday', opensAt: '14:00', closesAt: '16:00' },
    { day: 'thursday', opensAt: '14:00', closesAt: '16:00' },
  ],
  holidays: 'milano',
  closures: [],
  extraOpenings: [],
  lastTicketBeforeClosingMs: 30 * MINUTE_MS,
};

const wallClock = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Rome',
  hour: '2-digit',
  minute: '2-digit',
});

/** The windows of a day as the clock on the wall shows them. */
function windowsOn(day: string, rules: OpeningRules = office): string[] {
  return officeCalendar(rules)
    .openingWindows(day)
    .map(({ opensAtMs, closesAtMs, lastTicketAtMs }) =>
      [opensAtMs, closesAtMs, lastTicketAtMs].map((ms) => wallClock.format(ms)).join(' '),
    );
}

function nextOpening(after: string, rules: OpeningRules = office): string | null {
  const opensAtMs = officeCalendar(rules).nextOpeningAfter(Date.parse(after));
  return opensAtMs === null ? null : new Date(opensAtMs).toISOString();
}

function wholeDays(firstDay: string, lastDay = firstDay): Closure {
  return { firstDay, lastDay, from: '00:00', until: '24:00' };
}

function everyDay(opensAt: string, closesAt: string): OpeningRules {
  return { ...office, week: WEEKDAYS.map((day) => ({ day, opensAt, closesAt })) };
}

describe('an office is open in the windows of its week', () => {
  test('two on a Monday, one on a Tuesday, none on a Sunday; the last number half an hour before', () => {
    expect(windowsOn('2026-11-23')).toEqual(['08:30 12:30 12:00', '14:00 16:00 15:30']);
    expect(windowsOn('2026-11-24')).toEqual(['08:30 12:30 12:00']);
    expect(windowsOn('2026-11-29')).toEqual([]);
  });

  test('also where they are not written in order', () => {
    const rules = { ...office, week: office.week.toReversed() };
    expect(windowsOn('2026-11-23', rules)).toEqual(windowsOn('2026-11-23'));
  });

  test('a window shorter than the time before closing gives no numbers', () => {
    expect(windowsOn('2026-11-24', everyDay('09:00', '09:20'))).toEqual(['09:00 09:20 09:00']);
  });

  test('windows that touch are one, so that numbers do not stop in between', () => {
    const rules: OpeningRules = {
      ...office,
      week: [
        { day: 'tuesday', opensAt: '12:00', closesAt: '16:00' },
        { day: 'tuesday', opensAt: '08:00', closesAt: '12:00' },
      ],
    };
    expect(windowsOn('2026-11-24', rules)).toEqual(['08:00 16:00 15:30']);
  });

  test('around the clock, to the last moment of each day', () => {
    const rules: OpeningRules = {
      ...everyDay('00:00', '24:00'),
      // 28 March 2027 is Easter too.
      holidays: 'none',
      lastTicketBeforeClosingMs: 0,
    };
    for (const day of ['2026-11-24', '2027-03-28', '2026-10-25']) {
      expect(officeCalendar(rules).openingWindows(day)).toEqual([
        {
          opensAtMs: startOfServiceDay(day),
          closesAtMs: endOfServiceDay(day),
          lastTicketAtMs: endOfServiceDay(day),
        },
      ]);
    }
  });
});

describe('an office is closed', () => {
  test('on the holidays of Milan, where it keeps them', () => {
    expect(windowsOn('2026-12-07')).toEqual([]);
    expect(windowsOn('2027-10-04')).toEqual([]);
    expect(windowsOn('2026-12-07', { ...office, holidays: 'none' })).toHaveLength(2);
  });

  test('on days of its own, the first and the last included', () => {
    const rules = { ...office, closures: [wholeDays('2027-08-09', '2027-08-20')] };
    expect(windowsOn('2027-08-06', rules)).toHaveLength(1);
    expect(windowsOn('2027-08-09', rules)).toEqual([]);
    expect(windowsOn('2027-08-20', rules)).toEqual([]);
    expect(windowsOn('2027-08-23', rules)).toHaveLength(2);
  });

  test('on the afternoon of Christmas Eve', () => {
    const closures = [{ ...wholeDays('2026-12-24'), from: '11:00' }];
    expect(windowsOn('2026-12-24', { ...office, closures })).toEqual(['08:30 11:00 10:30']);
  });

  test('for an hour of an assembly, with a last number before it and before the evening', () => {
    const closures = [{ ...wholeDays('2026-11-24'), from: '10:00', until: '11:00' }];
    expect(windowsOn('2026-11-24', { ...office, closures })).toEqual([
      '08:30 10:00 09:30',
      '11:00 12:30 12:00',
    ]);
  });

  test('except for an opening that it announces, even on a holiday or a day of closure', () => {
    const rules: OpeningRules = {
      ...office,
      closures: [wholeDays('2026-12-07', '2026-12-08')],
      extraOpenings: [{ day: '2026-12-07', opensAt: '09:00', closesAt: '11:00' }],
    };
    expect(windowsOn('2026-12-07', rules)).toEqual(['09:00 11:00 10:30']);
    expect(windowsOn('2026-12-08', rules)).toEqual([]);
  });
});

describe('the nights on which the clocks change', () => {
  const atNight = (opensAt: string, closesAt: string): OpeningRules => ({
    ...everyDay(opensAt, closesAt),
    holidays: 'none',
    lastTicketBeforeClosingMs: 0,
  });

  test.each([
    ['goes forward', '2027-03-28', 5],
    ['goes back', '2026-10-25', 7],
  ])('a window of six hours over the moment the clock %s', (_which, day, hours) => {
    const [window] = officeCalendar(atNight('00:00', '06:00')).openingWindows(day);
    expect((window?.closesAtMs ?? 0) - (window?.opensAtMs ?? 0)).toBe(hours * 60 * MINUTE_MS);
  });

  test.each([
    ['begins in the skipped hour', '02:30', '05:00', '01:00', '03:00'],
    ['ends in the skipped hour', '01:00', '02:30', '00:00', '01:00'],
  ])('a window that %s', (_which, opensAt, closesAt, opensAtUtc, closesAtUtc) => {
    expect(officeCalendar(atNight(opensAt, closesAt)).openingWindows('2027-03-28')).toMatchObject([
      {
        opensAtMs: Date.parse(`2027-03-28T${opensAtUtc}:00Z`),
        closesAtMs: Date.parse(`2027-03-28T${closesAtUtc}:00Z`),
      },
    ]);
  });

  test('a window within the skipped hour does not happen', () => {
    expect(windowsOn('2027-03-28', atNight('02:10', '02:50'))).toEqual([]);
  });

  test.each([
    ['begins in the hour that comes twice', '02:30', '05:00', '00:30', '04:00'],
    ['ends in the hour that comes twice', '01:00', '02:30', '2026-10-24T23:00:00Z', '00:30'],
    ['lies within it', '02:10', '02:50', '00:10', '00:50'],
  ])('a window that %s happens once', (_which, opensAt, closesAt, opensAtUtc, closesAtUtc) => {
    const at = (utc: string) => Date.parse(utc.length > 5 ? utc : `2026-10-25T${utc}:00Z`);
    expect(officeCalendar(atNight(opensAt, closesAt)).openingWindows('2026-10-25')).toMatchObject([
      { opensAtMs: at(opensAtUtc), closesAtMs: at(closesAtUtc) },
    ]);
  });
});

describe('when the office opens next', () => {
  test.each([
    ['before it opens, the same day', '2026-11-23T06:00:00Z', '2026-11-23T07:30:00.000Z'],
    ['at noon, the afternoon', '2026-11-23T11:45:00Z', '2026-11-23T13:00:00.000Z'],
    ['in the evening, the morning after', '2026-11-23T18:00:00Z', '2026-11-24T07:30:00.000Z'],
    ['on a Friday afternoon, Monday', '2026-11-27T12:00:00Z', '2026-11-30T07:30:00.000Z'],
    ["before Sant'Ambrogio and the Immacolata", '2026-12-04T12:00:00Z', '2026-12-09T07:30:00.000Z'],
    ['over the night the clocks go forward', '2027-03-26T12:00:00Z', '2027-03-30T06:30:00.000Z'],
  ])('%s', (_when, after, opens) => {
    expect(nextOpening(after)).toBe(opens);
  });

  test('after a closed August, in September', () => {
    const rules = { ...office, closures: [wholeDays('2027-07-26', '2027-09-05')] };
    expect(nextOpening('2027-07-23T12:00:00Z', rules)).toBe('2027-09-06T06:30:00.000Z');
  });

  test('nobody knows where the office does not open for two months', () => {
    const rules = { ...office, closures: [wholeDays('2027-01-01', '2027-12-31')] };
    expect(nextOpening('2027-01-07T12:00:00Z', rules)).toBeNull();
    expect(nextOpening('2026-11-23T12:00:00Z', { ...office, week: [] })).toBeNull();
  });
});

describe('whatever an office writes down', () => {
  const timeOfDay = fc
    .integer({ min: 0, max: 24 * 12 })
    .map((fives) =>
      [Math.floor(fives / 12), (fives % 12) * 5].map((n) => String(n).padStart(2, '0')).join(':'),
    );
  const twoTimes = fc
    .tuple(timeOfDay, timeOfDay)
    .filter(([a, b]) => a !== b)
    .map(([a, b]) => (a < b ? ([a, b] as const) : ([b, a] as const)));
  // From before the clocks go forward to after, and the same in autumn.
  const serviceDay = fc.oneof(
    fc.integer({ min: 0, max: 6 }).map((days) => addDays('2027-03-25', days)),
    fc.integer({ min: 0, max: 6 }).map((days) => addDays('2026-10-22', days)),
    fc.integer({ min: 0, max: 500 }).map((days) => addDays('2026-01-01', days)),
  );
  const hours = twoTimes.map(([opensAt, closesAt]) => ({ opensAt, closesAt }));
  const anyRules: fc.Arbitrary<OpeningRules> = fc.record({
    week: fc.array(
      fc.tuple(fc.constantFrom(...WEEKDAYS), hours).map(([day, times]) => ({ day, ...times })),
      { maxLength: 10 },
    ),
    holidays: fc.constantFrom('milano' as const, 'none' as const),
    closures: fc.array(
      fc
        .tuple(serviceDay, fc.integer({ min: 0, max: 9 }), twoTimes)
        .map(([firstDay, days, [from, until]]) => ({
          firstDay,
          lastDay: addDays(firstDay, days),
          from,
          until,
        })),
      { maxLength: 4 },
    ),
    extraOpenings: fc.array(
      fc.tuple(serviceDay, hours).map(([day, times]) => ({ day, ...times })),
      { maxLength: 4 },
    ),
    lastTicketBeforeClosingMs: fc.integer({ min: 0, max: 120 }).map((n) => n * MINUTE_MS),
  });

  test('windows are in order, apart, within their day, and never give a number after closing', () => {
    fc.assert(
      fc.property(anyRules, serviceDay, (rules, day) => {
        let freeFromMs = startOfServiceDay(day) - 1;
        for (const window of officeCalendar(rules).openingWindows(day)) {
          expect(window.opensAtMs).toBeGreaterThan(freeFromMs);
          expect(window.closesAtMs).toBeGreaterThan(window.opensAtMs);
          expect(window.closesAtMs).toBeLessThanOrEqual(endOfServiceDay(day));
          expect(window.lastTicketAtMs).toBeGreaterThanOrEqual(window.opensAtMs);
          expect(window.lastTicketAtMs).toBeLessThanOrEqual(window.closesAtMs);
          freeFromMs = window.closesAtMs;
        }
      }),
    );
  });

  test('the next opening is the first window that begins after now', () => {
    fc.assert(
      fc.property(anyRules, serviceDay, fc.nat(86_400_000), (rules, day, sinceMs) => {
        const calendar = officeCalendar(rules);
        const nowMs = startOfServiceDay(day) + sinceMs;
        const today = serviceDayAt(nowMs);
        const all = Array.from({ length: 61 }, (_, days) =>
          calendar.openingWindows(addDays(today, days)),
        ).flat();
        const expected = all.find(({ opensAtMs }) => opensAtMs > nowMs)?.opensAtMs ?? null;
        expect(calendar.nextOpeningAfter(nowMs)).toBe(expected);
      }),
      { numRuns: 30 },
    );
  });
});
