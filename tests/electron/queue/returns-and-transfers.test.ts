import { describe, expect, test } from 'vitest';
import { Day, MINUTE_MS } from './day.ts';

/** A first person who was called at minute 10 and marked as not come at minute 12. */
function dayWithAbsent(): { day: Day; absent: string } {
  const day = new Day({ noShow: { afterCalls: 1, afterMs: 0 } });
  day.open('1', ['A']);
  const absent = day.issue('A', 0);
  day.callNext('1', 10);
  day.step('markNoShow', '1', absent, 12);
  return { day, absent };
}

describe('somebody who did not come, and is back', () => {
  test('keeps the number and the time waited, less the time away', () => {
    const { day, absent } = dayWithAbsent();
    const before = [5, 19].map((minute) => day.issue('A', Math.max(12, minute)));
    const later = day.issue('A', 21);
    day.step('returnTicket', '1', absent, 30);
    // Away from minute 10 to minute 30: as if they had come at minute 20.
    expect(day.ticket(absent)).toMatchObject({
      status: 'waiting',
      origin: 'returned',
      number: 1,
      awayMs: 20 * MINUTE_MS,
      counter: null,
      callCount: 0,
      notBeforeMs: 35 * MINUTE_MS,
    });
    const served = [1, 2, 3, 4].map(() => day.serveNext('1', 36));
    expect(served).toEqual([...before, absent, later]);
  });

  test('is not called again within five minutes, and the desk knows from when', () => {
    const { day, absent } = dayWithAbsent();
    day.step('returnTicket', '1', absent, 30);
    const refused = { code: 'nobodyWaiting', counter: '1', nextFromMs: 35 * MINUTE_MS };
    expect(day.attempt({ type: 'callNext', counter: '1' }, 34.99)).toEqual(refused);
    expect(day.callNext('1', 35)).toBe(absent);
  });

  test('lets those who came later go first while the guard lasts', () => {
    const { day, absent } = dayWithAbsent();
    day.step('returnTicket', '1', absent, 13);
    const later = day.issue('A', 14);
    expect(day.serveNext('1', 15)).toBe(later);
    const latest = day.issue('A', 17);
    expect(day.serveNext('1', 18)).toBe(absent);
    expect(day.serveNext('1', 18)).toBe(latest);
  });

  test('the desk is told the first of several such moments', () => {
    const { day, absent } = dayWithAbsent();
    const second = day.issue('A', 12);
    day.callNext('1', 13);
    day.step('markNoShow', '1', second, 13);
    day.step('returnTicket', '1', second, 14);
    day.step('returnTicket', '1', absent, 15);
    expect(day.attempt({ type: 'callNext', counter: '1' })).toMatchObject({
      nextFromMs: 19 * MINUTE_MS,
    });
  });

  test('can be called by choice at once, and is then away no longer', () => {
    const { day, absent } = dayWithAbsent();
    day.step('callTicket', '1', absent, 40);
    expect(day.ticket(absent)).toMatchObject({
      status: 'called',
      awayMs: 30 * MINUTE_MS,
      calledBecause: { code: 'chosen', sinceMs: 30 * MINUTE_MS },
    });
    day.step('parkTicket', '1', absent, 41);
    day.step('resumeTicket', '1', absent, 50);
    expect(day.ticket(absent)).toMatchObject({ awayMs: 30 * MINUTE_MS, notBeforeMs: 0 });
  });

  test('can be away twice, and each time counts', () => {
    const { day, absent } = dayWithAbsent();
    day.step('returnTicket', '1', absent, 20);
    day.callNext('1', 30);
    day.step('markNoShow', '1', absent, 31);
    day.step('returnTicket', '1', absent, 35);
    expect(day.ticket(absent)).toMatchObject({ awayMs: 15 * MINUTE_MS });
  });
});

describe('somebody who was put aside, and waits again', () => {
  test('has waited all the time, in their own place', () => {
    const day = new Day();
    day.open('1');
    const first = day.issue('A', 0);
    const second = day.issue('A', 1);
    day.callNext('1', 10);
    day.step('startService', '1', first, 11);
    day.step('parkTicket', '1', first, 12);
    day.step('resumeTicket', '1', first, 20);
    expect(day.ticket(first)).toMatchObject({
      status: 'waiting',
      origin: 'resumed',
      awayMs: 0,
      counter: null,
      startedAtMs: null,
    });
    expect([day.serveNext('1', 20), day.serveNext('1', 20)]).toEqual([first, second]);
  });
});

describe('a transfer to another queue', () => {
  test('keeps the number and the time waited', () => {
    const day = new Day();
    day.open('1', ['A']);
    day.open('2', ['B']);
    const moved = day.issue('A', 0);
    const inB = day.issue('B', 5);
    day.callNext('1', 10);
    day.step('startService', '1', moved, 11);
    day.do({ type: 'transferTicket', counter: '1', ticketId: moved, to: { queue: 'B' } }, 12);
    expect(day.ticket(moved)).toMatchObject({
      letter: 'A',
      number: 1,
      queue: 'B',
      status: 'waiting',
      origin: 'transferred',
      awayMs: 0,
      reservedFor: null,
    });
    expect(day.state.counters.get('1')?.ticketId).toBeNull();
    expect([day.serveNext('2', 13), day.serveNext('2', 13)]).toEqual([moved, inB]);
  });

  test('may also be of somebody who waits, or was put aside', () => {
    const day = new Day();
    day.open('1', ['A']);
    const aside = day.issue('A', 0);
    day.callNext('1');
    day.step('parkTicket', '1', aside);
    const waiting = day.issue('A', 1);
    for (const ticketId of [aside, waiting]) {
      day.do({ type: 'transferTicket', counter: '1', ticketId, to: { queue: 'B' } });
    }
    expect([...day.state.line.people()].map(({ queue }) => queue)).toEqual(['B', 'B']);
  });

  test('takes along how often the person was overtaken', () => {
    const day = new Day({ mostOvertaken: 1, preferenceStepMs: 1e9 });
    day.open('1', ['A', 'B']);
    const patient = day.issue('B', 0);
    day.issue('A', 1);
    day.serveNext('1', 1);
    day.do({ type: 'transferTicket', counter: '1', ticketId: patient, to: { queue: 'C' } });
    day.open('2', ['A', 'C']);
    day.issue('A', 2);
    expect(day.callNext('2')).toBe(patient);
  });

  test('leads to a queue of the office, and not to where the person waits', () => {
    const day = new Day();
    day.open('1');
    const ticketId = day.issue('A', 0);
    const transfer = { type: 'transferTicket', counter: '1', ticketId } as const;
    expect(day.attempt({ ...transfer, to: { queue: 'Z' } })).toEqual({
      code: 'unknownQueue',
      queue: 'Z',
    });
    const there = { code: 'sameQueue', queue: 'A' };
    expect(day.attempt({ ...transfer, to: { queue: 'A' } })).toEqual(there);
    day.do({ ...transfer, to: { counter: '1' } });
    expect(day.attempt({ ...transfer, to: { counter: '1' } })).toEqual(there);
    day.do({ ...transfer, to: { queue: 'A' } });
    expect(day.ticket(ticketId).reservedFor).toBeNull();
    // Who is at the counter can be sent back to where they waited.
    day.callNext('1');
    day.do({ ...transfer, to: { queue: 'A' } });
    expect(day.ticket(ticketId).status).toBe('waiting');
  });

  test('is not of somebody at another counter, or who has gone', () => {
    const day = new Day();
    day.open('1');
    day.open('2');
    const ticketId = day.issue('A', 0);
    day.callNext('1');
    const transfer = { type: 'transferTicket', counter: '2', to: { queue: 'B' } } as const;
    expect(day.attempt({ ...transfer, ticketId })).toEqual({
      code: 'ticketNotAtCounter',
      ticketId,
      counter: '2',
    });
    day.step('closeTicket', '1', ticketId);
    expect(day.attempt({ ...transfer, ticketId })).toEqual({
      code: 'wrongTicketStatus',
      ticketId,
      status: 'closed',
      expected: ['called', 'serving', 'waiting', 'parked'],
    });
    expect(day.attempt({ ...transfer, ticketId: 'nobody' })).toEqual({
      code: 'ticketNotFound',
      ticketId: 'nobody',
    });
  });
});

describe('a transfer to a counter', () => {
  function reservedForTwo(): { day: Day; reserved: string; other: string } {
    const day = new Day();
    day.open('1', ['A'], 0);
    day.open('2', ['B'], 0);
    const reserved = day.issue('A', 1);
    const other = day.issue('A', 2);
    const to = { counter: '2' };
    day.do({ type: 'transferTicket', counter: '1', ticketId: reserved, to }, 3);
    return { day, reserved, other };
  }

  test('keeps the person for that counter, whatever queues it serves', () => {
    const { day, reserved, other } = reservedForTwo();
    expect(day.ticket(reserved)).toMatchObject({ queue: 'A', reservedFor: '2' });
    expect(day.callNext('1', 4)).toBe(other);
    const inB = day.issue('B', 5);
    expect(day.callNext('2', 6)).toBe(reserved);
    expect(day.ticket(reserved).reservedFor).toBeNull();
    day.step('closeTicket', '2', reserved);
    expect(day.callNext('2', 6)).toBe(inB);
  });

  test('leads to a counter that works', () => {
    const { day, other } = reservedForTwo();
    const transfer = { type: 'transferTicket', counter: '1', ticketId: other } as const;
    expect(day.attempt({ ...transfer, to: { counter: '9' } })).toEqual({
      code: 'counterNotOpen',
      counter: '9',
    });
    day.do({ type: 'pauseCounter', counter: '2', reason: 'break' });
    expect(day.attempt({ ...transfer, to: { counter: '2' } })).toEqual({
      code: 'counterPaused',
      counter: '2',
    });
  });

  test.each([
    ['pauses', { type: 'pauseCounter', counter: '2', reason: 'break' }],
    ['closes', { type: 'closeCounter', counter: '2' }],
    ['loses its desk', { type: 'releaseCounter', counter: '2' }],
  ] as const)('strands nobody when the counter %s: their queue has them again', (_how, command) => {
    const { day, reserved, other } = reservedForTwo();
    day.do(command, 4);
    expect(day.ticket(reserved)).toMatchObject({
      reservedFor: null,
      changedAt: day.state.sequence,
      changedAtMs: 4 * MINUTE_MS,
    });
    expect([day.serveNext('1', 5), day.serveNext('1', 5)]).toEqual([reserved, other]);
  });

  test('strands nobody when the desk vanishes with somebody else at the counter', () => {
    const { day, reserved } = reservedForTwo();
    day.issue('B', 0);
    day.open('3', ['A']);
    day.do({ type: 'transferTicket', counter: '3', ticketId: reserved, to: { counter: '3' } });
    const inB = day.callNext('2', 4);
    const to = { counter: '2' };
    day.do({ type: 'transferTicket', counter: '3', ticketId: reserved, to }, 4);
    day.do({ type: 'releaseCounter', counter: '2' }, 5);
    expect(day.ticket(inB).counter).toBe('2');
    expect(day.callNext('3', 6)).toBe(reserved);
  });

  test('does not lose how often the person was overtaken when the reservation ends', () => {
    const day = new Day({ mostOvertaken: 1, preferenceStepMs: 1e9 });
    day.open('1', ['A', 'B']);
    day.open('2');
    const patient = day.issue('B', 0);
    day.issue('A', 1);
    day.serveNext('1', 1);
    day.do({ type: 'transferTicket', counter: '1', ticketId: patient, to: { counter: '2' } });
    day.do({ type: 'closeCounter', counter: '2' });
    day.issue('A', 2);
    expect(day.callNext('1')).toBe(patient);
  });
});

describe('a visit that goes on in another queue', () => {
  test('keeps the number and the time waited, and not the time served', () => {
    const day = new Day();
    day.open('1', ['A']);
    day.open('2', ['B']);
    const ticketId = day.issue('A', 0);
    day.callNext('1', 10);
    day.step('startService', '1', ticketId, 11);
    const before = day.issue('B', 28);
    const later = day.issue('B', 29.5);
    // Waited ten minutes, so at minute 39 it is as if they had come at minute 29.
    day.do({ type: 'continueVisit', counter: '1', ticketId, queue: 'B' }, 39);
    expect(day.ticket(ticketId)).toMatchObject({
      letter: 'A',
      queue: 'B',
      status: 'waiting',
      origin: 'continued',
      awayMs: 29 * MINUTE_MS,
      counter: null,
      startedAtMs: null,
    });
    expect(day.state.counters.get('1')?.ticketId).toBeNull();
    const served = [1, 2, 3].map(() => day.serveNext('2', 40));
    expect(served).toEqual([before, ticketId, later]);
  });

  test('has begun, and leads to another queue of the office', () => {
    const day = new Day();
    day.open('1', ['A']);
    const ticketId = day.issue('A', 0);
    day.callNext('1', 10);
    const goOn = { type: 'continueVisit', counter: '1', ticketId } as const;
    expect(day.attempt({ ...goOn, queue: 'B' })).toEqual({
      code: 'wrongTicketStatus',
      ticketId,
      status: 'called',
      expected: ['serving'],
    });
    day.step('startService', '1', ticketId);
    expect(day.attempt({ ...goOn, queue: 'A' })).toEqual({ code: 'sameQueue', queue: 'A' });
    expect(day.attempt({ ...goOn, queue: 'Z' })).toEqual({ code: 'unknownQueue', queue: 'Z' });
    day.do({ ...goOn, queue: 'B' });
    expect(day.ticket(ticketId).queue).toBe('B');
  });

  test('counts the time away of an earlier call as well', () => {
    const { day, absent } = dayWithAbsent();
    day.step('returnTicket', '1', absent, 20);
    day.callNext('1', 30);
    day.step('startService', '1', absent, 30);
    day.do({ type: 'continueVisit', counter: '1', ticketId: absent, queue: 'B' }, 37);
    expect(day.ticket(absent).awayMs).toBe(17 * MINUTE_MS);
  });
});
