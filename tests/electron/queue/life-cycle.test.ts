import { describe, expect, test } from 'vitest';
import { ticketCode } from '../../../electron/queue/ticket.ts';
import { Day, MINUTE_MS } from './day.ts';

function dayWithOneCalled(): { day: Day; ticketId: string } {
  const day = new Day();
  const ticketId = day.issue('A', 0);
  day.open('1');
  day.callNext('1', 5);
  return { day, ticketId };
}

describe('taking a number', () => {
  test('each queue counts by itself from 001', () => {
    const day = new Day();
    const codes = ['A', 'A', 'B', 'A'].map((queue) => ticketCode(day.ticket(day.issue(queue))));
    expect(codes).toEqual(['A001', 'A002', 'B001', 'A003']);
  });

  test('a new ticket waits in its queue and has been at no counter', () => {
    const day = new Day();
    const ticketId = day.issue('B', 3, true);
    expect(day.ticket(ticketId)).toEqual({
      ticketId,
      letter: 'B',
      number: 1,
      queue: 'B',
      entry: 'walkIn',
      booking: null,
      hasPriority: true,
      status: 'waiting',
      origin: 'arrived',
      order: 1,
      issuedAtMs: 3 * MINUTE_MS,
      awayMs: 0,
      reservedFor: null,
      notBeforeMs: 0,
      counter: null,
      calledBecause: null,
      callCount: 0,
      firstCalledAtMs: null,
      lastCalledAtMs: null,
      startedAtMs: null,
      changedAt: 1,
      changedAtMs: 3 * MINUTE_MS,
    });
  });

  test('after 999 the queue is full: no wrap and no reuse', () => {
    const day = new Day({ queues: ['A', 'B'].map((letter) => ({ letter, dailyCap: 2000 })) });
    for (let issued = 0; issued < 999; issued += 1) day.issue('A');
    const ticket = { queue: 'A', entry: 'walkIn', hasPriority: false, at: 'desk' } as const;
    const oneMore = { type: 'issueTicket', ticketId: 'one-too-many', ...ticket } as const;
    expect(day.attempt(oneMore)).toEqual({ code: 'queueFull', queue: 'A', cap: 999 });
    expect(ticketCode(day.ticket(day.issue('B')))).toBe('B001');
  });

  test('a queue is full at its own cap when that is lower', () => {
    const day = new Day({ queues: [{ letter: 'A', dailyCap: 2 }] });
    day.issue('A');
    day.issue('A');
    expect(() => day.issue('A')).toThrow('{"code":"queueFull","queue":"A","cap":2}');
  });

  test('a queue that the office does not have gives no number', () => {
    expect(() => new Day().issue('Z')).toThrow('{"code":"unknownQueue","queue":"Z"}');
  });

  test('the same ticket is never issued twice', () => {
    const day = new Day();
    const ticketId = day.issue('A');
    const same = { queue: 'A', entry: 'walkIn', hasPriority: false, at: 'kiosk' } as const;
    const again = day.attempt({ type: 'issueTicket', ticketId, ...same });
    expect(again).toEqual({ code: 'ticketExists', ticketId });
  });
});

describe('at the counter', () => {
  test('a person is called, comes, and is done', () => {
    const { day, ticketId } = dayWithOneCalled();
    expect(day.ticket(ticketId)).toMatchObject({
      status: 'called',
      counter: '1',
      callCount: 1,
      changedAt: 3,
      changedAtMs: 5 * MINUTE_MS,
    });
    day.step('startService', '1', ticketId, 6);
    expect(day.ticket(ticketId)).toMatchObject({ status: 'serving', startedAtMs: 6 * MINUTE_MS });
    expect(day.state.counters.get('1')?.ticketId).toBe(ticketId);
    day.step('closeTicket', '1', ticketId, 20);
    expect(day.ticket(ticketId)).toMatchObject({ status: 'closed', changedAtMs: 20 * MINUTE_MS });
    expect(day.state.counters.get('1')?.ticketId).toBeNull();
  });

  test('somebody who is done at once need not be taken on first', () => {
    const { day, ticketId } = dayWithOneCalled();
    day.step('closeTicket', '1', ticketId);
    expect(day.ticket(ticketId).status).toBe('closed');
  });

  test('waiting ends at the first call, however often the person is called again', () => {
    const { day, ticketId } = dayWithOneCalled();
    day.step('recall', '1', ticketId, 7);
    day.step('recall', '1', ticketId, 8);
    expect(day.ticket(ticketId)).toMatchObject({
      callCount: 3,
      firstCalledAtMs: 5 * MINUTE_MS,
      lastCalledAtMs: 8 * MINUTE_MS,
    });
  });

  test('a person put aside waits for nobody else, and frees the counter', () => {
    const { day, ticketId } = dayWithOneCalled();
    day.step('startService', '1', ticketId, 6);
    day.step('parkTicket', '1', ticketId, 7);
    expect(day.ticket(ticketId)).toMatchObject({ status: 'parked', counter: '1' });
    expect(day.attempt({ type: 'callNext', counter: '1' })).toMatchObject({
      code: 'nobodyWaiting',
    });
    day.step('callTicket', '1', ticketId, 10);
    expect(day.ticket(ticketId)).toMatchObject({
      status: 'called',
      startedAtMs: null,
      calledBecause: { code: 'chosen' },
    });
  });

  test('a person who gives up is cancelled: waiting, put aside, called or not come', () => {
    const day = new Day({ noShow: { afterCalls: 1, afterMs: 0 } });
    day.open('1');
    const [absent, aside, called, waiting] = ['A', 'A', 'A', 'A'].map((queue) => day.issue(queue));
    day.callNext('1');
    day.step('markNoShow', '1', absent ?? '');
    day.callNext('1');
    day.step('parkTicket', '1', aside ?? '');
    day.callNext('1');
    for (const ticketId of [absent, aside, called, waiting]) {
      day.step('cancelTicket', '1', ticketId ?? '');
    }
    expect(day.state.ticketsByStatus).toMatchObject({ cancelled: 4, waiting: 0, called: 0 });
    expect(day.state.line.size).toBe(0);
    expect(day.state.counters.get('1')?.ticketId).toBeNull();
  });

  test('a person who is being served is closed, not cancelled', () => {
    const { day, ticketId } = dayWithOneCalled();
    day.step('startService', '1', ticketId);
    expect(day.attemptStep('cancelTicket', '1', ticketId)).toEqual({
      code: 'wrongTicketStatus',
      ticketId,
      status: 'serving',
      expected: ['called', 'waiting', 'parked', 'noShow'],
    });
  });
});

describe('somebody who does not come', () => {
  test('has been called twice, and had a minute since', () => {
    const { day, ticketId } = dayWithOneCalled();
    expect(day.attemptStep('markNoShow', '1', ticketId, 5.5)).toEqual({
      code: 'tooEarlyForNoShow',
      callsMissing: 1,
      waitMs: 30_000,
    });
    expect(day.attemptStep('markNoShow', '1', ticketId, 9)).toEqual({
      code: 'tooEarlyForNoShow',
      callsMissing: 1,
      waitMs: 0,
    });
    day.step('recall', '1', ticketId, 10);
    day.step('recall', '1', ticketId, 11);
    expect(day.attemptStep('markNoShow', '1', ticketId, 11.5)).toEqual({
      code: 'tooEarlyForNoShow',
      callsMissing: 0,
      waitMs: 30_000,
    });
    day.step('markNoShow', '1', ticketId, 12);
    expect(day.ticket(ticketId).status).toBe('noShow');
  });

  test('frees the counter', () => {
    const { day, ticketId } = dayWithOneCalled();
    const second = day.issue('A', 6);
    day.step('recall', '1', ticketId, 6);
    day.step('markNoShow', '1', ticketId, 9);
    expect(day.callNext('1', 10)).toBe(second);
  });

  test('cannot be marked so by a counter that never called them', () => {
    const { day, ticketId } = dayWithOneCalled();
    day.open('2');
    expect(day.attemptStep('markNoShow', '2', ticketId)).toEqual({
      code: 'ticketNotAtCounter',
      ticketId,
      counter: '2',
    });
    expect(day.attemptStep('markNoShow', '1', 'nobody')).toEqual({
      code: 'ticketNotFound',
      ticketId: 'nobody',
    });
  });
});

describe('a step out of order is refused with the state that the ticket is in', () => {
  const steps = [
    ['recall', ['called']],
    ['startService', ['called']],
    ['closeTicket', ['called', 'serving']],
    ['markNoShow', ['called']],
    ['returnTicket', ['noShow']],
    ['parkTicket', ['called', 'serving']],
    ['resumeTicket', ['parked']],
    ['cancelTicket', ['called', 'waiting', 'parked', 'noShow']],
    ['callTicket', ['waiting', 'parked', 'noShow']],
  ] as const;

  test.each(steps)('%s, of a ticket that is closed', (type, expected) => {
    const { day, ticketId } = dayWithOneCalled();
    day.step('closeTicket', '1', ticketId);
    const error = day.attemptStep(type, '1', ticketId);
    expect(error).toEqual({ code: 'wrongTicketStatus', ticketId, status: 'closed', expected });
  });

  test.each(steps)('%s, of a ticket that nobody was given', (type) => {
    const { day, ticketId } = dayWithOneCalled();
    day.step('closeTicket', '1', ticketId);
    const error = day.attemptStep(type, '1', 'nobody');
    expect(error).toEqual({ code: 'ticketNotFound', ticketId: 'nobody' });
  });

  test('another counter cannot act on a ticket that is not its own', () => {
    const { day, ticketId } = dayWithOneCalled();
    day.open('2', ['A']);
    for (const type of ['recall', 'startService', 'closeTicket', 'parkTicket'] as const) {
      expect(day.attemptStep(type, '2', ticketId)).toEqual({
        code: 'ticketNotAtCounter',
        ticketId,
        counter: '2',
      });
    }
  });

  test('a ticket that another counter has cannot be called', () => {
    const { day, ticketId } = dayWithOneCalled();
    day.open('2', ['A']);
    for (const status of ['called', 'serving']) {
      expect(day.attemptStep('callTicket', '2', ticketId)).toMatchObject({
        code: 'wrongTicketStatus',
        status,
      });
      if (status === 'called') day.step('startService', '1', ticketId);
    }
  });
});
