import { describe, expect, test } from 'vitest';
import { appointmentCode, countsFromMs } from '../../../electron/queue/appointments/appointment.ts';
import { Day, MINUTE_MS, rules } from './day.ts';

const list = [
  { code: 'AB12', queue: 'A', bookedAtMs: 600 * MINUTE_MS },
  { code: 'CD34', queue: 'B', bookedAtMs: 630 * MINUTE_MS },
];

function dayWithList(): Day {
  const day = new Day();
  day.do({ type: 'importAppointments', appointments: list }, 480);
  return day;
}

function checkIn(code: string, ticketId = 'ticket') {
  return { type: 'checkIn', ticketId, code, hasPriority: false, at: 'kiosk' } as const;
}

describe('from when somebody with an appointment counts as waiting', () => {
  const booking = { code: 'AB12', bookedAtMs: 600 * MINUTE_MS };

  test.each([
    ['on time', 600, 600],
    ['a little early', 590, 600],
    ['as early as is allowed', 570, 600],
    ['very early: not left behind for hours', 500, 530],
    ['a little late', 610, 600],
    ['as late as is allowed', 620, 600],
    ['later than that: from the arrival', 620.5, 620.5],
  ])('%s', (_how, arrival, from) => {
    const countsFrom = countsFromMs(booking, arrival * MINUTE_MS, rules.appointments);
    expect(countsFrom / MINUTE_MS).toBe(from);
  });
});

describe('checking in', () => {
  test('gives a ticket of the booked queue', () => {
    const day = dayWithList();
    day.do({ ...checkIn('AB12'), hasPriority: true }, 595);
    expect(day.ticket('ticket')).toMatchObject({
      queue: 'A',
      number: 1,
      entry: 'appointment',
      hasPriority: true,
      booking: { code: 'AB12', bookedAtMs: 600 * MINUTE_MS },
      issuedAtMs: 595 * MINUTE_MS,
    });
  });

  test('takes the code as people type it', () => {
    expect(appointmentCode(' ab-1.2\t')).toBe('AB12');
    const day = dayWithList();
    day.do(checkIn('ab 1-2'), 600);
    expect(day.ticket('ticket').booking?.code).toBe('AB12');
  });

  test('happens once for each code', () => {
    const day = dayWithList();
    day.do(checkIn('AB12'), 600);
    expect(day.attempt(checkIn('ab12', 'another'))).toEqual({
      code: 'alreadyCheckedIn',
      ticketId: 'ticket',
    });
    expect(day.state.tickets.size).toBe(1);
  });

  test('needs a code that is on the list, and a ticket of its own', () => {
    const day = dayWithList();
    expect(day.attempt(checkIn('XX99'))).toEqual({ code: 'unknownAppointment' });
    day.do(checkIn('AB12'), 600);
    expect(day.attempt(checkIn('CD34'))).toEqual({ code: 'ticketExists', ticketId: 'ticket' });
  });

  test('goes on when the queue has reached its cap: who has booked is expected', () => {
    const day = new Day({ queues: [{ letter: 'A', dailyCap: 1 }] });
    day.do({ type: 'importAppointments', appointments: list.slice(0, 1) });
    day.issue('A');
    expect(() => day.issue('A')).toThrow('queueFull');
    day.do(checkIn('AB12'));
    expect(day.ticket('ticket').number).toBe(2);
  });

  test('ends at 999 as for everybody', () => {
    const day = dayWithList();
    for (let issued = 0; issued < 998; issued += 1) day.issue('A');
    day.do(checkIn('AB12', 'last'));
    expect(day.ticket('last').number).toBe(999);
    const appointments = [{ code: 'EF56', queue: 'A', bookedAtMs: 0 }];
    day.do({ type: 'importAppointments', appointments });
    const full = { code: 'queueFull', queue: 'A', cap: 999 };
    expect(day.attempt(checkIn('EF56'))).toEqual(full);
  });

  test('is refused where the office has the queue no longer', () => {
    const day = dayWithList();
    day.state = { ...day.state, rules: { ...rules, queues: rules.queues.slice(1) } };
    expect(day.attempt(checkIn('AB12'))).toEqual({ code: 'unknownQueue', queue: 'A' });
  });
});

describe('the order of those with an appointment', () => {
  test('is that of the booked times, whoever comes first', () => {
    const day = new Day();
    day.open('1', ['A']);
    const second = day.comeBooked('A', { booked: 600, at: 580 });
    const first = day.comeBooked('A', { booked: 590, at: 585 });
    expect([day.serveNext('1', 600), day.serveNext('1', 600)]).toEqual([first, second]);
  });

  test('among those without one is that of the booked time and the arrivals', () => {
    const day = new Day();
    day.open('1', ['A']);
    const booked = day.comeBooked('A', { booked: 600, at: 585 });
    const before = day.issue('A', 595);
    const after = day.issue('A', 605);
    const late = day.comeBooked('A', { booked: 599, at: 610 });
    const served = [1, 2, 3, 4].map(() => day.serveNext('1', 611));
    expect(served).toEqual([before, late, booked, after]);
  });

  test('is that of arrival for who comes too late', () => {
    const day = new Day();
    day.open('1', ['A']);
    const walkIn = day.issue('A', 620);
    const tooLate = day.comeBooked('A', { booked: 600, at: 625 });
    const next = day.issue('A', 626);
    const served = [1, 2, 3].map(() => day.serveNext('1', 630));
    expect(served).toEqual([walkIn, tooLate, next]);
  });

  test('keeps time away apart from the booked time', () => {
    const day = new Day({ noShow: { afterCalls: 1, afterMs: 0 } });
    day.open('1', ['A']);
    const booked = day.comeBooked('A', { booked: 600, at: 595 });
    day.callNext('1', 600);
    day.step('markNoShow', '1', booked, 601);
    const before = day.issue('A', 609);
    const after = day.issue('A', 611);
    day.step('returnTicket', '1', booked, 610);
    const served = [1, 2, 3].map(() => day.serveNext('1', 620));
    expect(served).toEqual([before, booked, after]);
  });
});

describe('the list of the day', () => {
  test('keeps codes as they are compared', () => {
    const day = new Day();
    const appointments = [{ code: 'ab-12', queue: 'A', bookedAtMs: 0 }];
    day.do({ type: 'importAppointments', appointments });
    expect(day.state.appointments.get('AB12')).toEqual({
      code: 'AB12',
      queue: 'A',
      bookedAtMs: 0,
      ticketId: null,
    });
  });

  test('is refused whole where a queue is unknown or a code is there twice', () => {
    const day = new Day();
    const one = { code: 'AB12', queue: 'A', bookedAtMs: 0 };
    const importing = (second: typeof one) =>
      day.attempt({ type: 'importAppointments', appointments: [one, second] });
    expect(importing({ ...one, code: 'X', queue: 'Z' })).toEqual({
      code: 'unknownQueue',
      queue: 'Z',
    });
    expect(importing({ ...one, code: 'ab 12' })).toEqual({
      code: 'appointmentTwice',
      appointmentCode: 'AB12',
    });
    expect(day.state.appointments.size).toBe(0);
  });

  test('takes the place of the one before, but who has checked in stays checked in', () => {
    const day = dayWithList();
    day.do(checkIn('AB12'), 600);
    const appointments = [
      { code: 'AB12', queue: 'A', bookedAtMs: 1 },
      { code: 'EF56', queue: 'C', bookedAtMs: 2 },
    ];
    day.do({ type: 'importAppointments', appointments });
    expect([...day.state.appointments.values()]).toEqual([
      { code: 'AB12', queue: 'A', bookedAtMs: 1, ticketId: 'ticket' },
      { code: 'EF56', queue: 'C', bookedAtMs: 2, ticketId: null },
    ]);
    day.do({ type: 'importAppointments', appointments: [] });
    expect([...day.state.appointments.values()].map(({ code }) => code)).toEqual(['AB12']);
    expect(day.attempt(checkIn('AB12', 'another'))).toMatchObject({ code: 'alreadyCheckedIn' });
    expect(day.attempt(checkIn('EF56', 'another'))).toEqual({ code: 'unknownAppointment' });
  });
});
