import { describe, expect, test } from 'vitest';
import { evolve, newDay } from '../../../electron/queue/state.ts';
import { ticketCode } from '../../../electron/queue/ticket.ts';
import { Day, MINUTE_MS, rules } from './day.ts';

function code(day: Day, ticketId: string): string {
  const ticket = day.state.tickets.get(ticketId);
  if (ticket === undefined) throw new Error(`No ticket ${ticketId}`);
  return ticketCode(ticket);
}

function dayWithOneCalled(): { day: Day; ticketId: string } {
  const day = new Day();
  const ticketId = day.issue('A');
  day.do({ type: 'openCounter', counter: '1', queues: ['A', 'B'] });
  day.callNext('1', 5);
  return { day, ticketId };
}

describe('taking a number', () => {
  test('each queue counts by itself from 001', () => {
    const day = new Day();
    const codes = ['A', 'A', 'B', 'A'].map((queue) => code(day, day.issue(queue)));
    expect(codes).toEqual(['A001', 'A002', 'B001', 'A003']);
  });

  test('after 999 the queue is full: no wrap and no reuse', () => {
    const day = new Day();
    for (let issued = 0; issued < 999; issued += 1) day.issue('A');
    const refused = day.attempt({
      type: 'issueTicket',
      ticketId: 'one-too-many',
      queue: 'A',
      entry: 'walkIn',
      hasPriority: false,
    });
    expect(refused).toEqual({ code: 'queueFull', queue: 'A', cap: 999 });
    expect(code(day, day.issue('B'))).toBe('B001');
  });

  test('a queue is full at its own cap when that is lower', () => {
    const day = new Day({ ...rules, queues: [{ letter: 'A', dailyCap: 2 }] });
    day.issue('A');
    day.issue('A');
    expect(() => day.issue('A')).toThrow('"cap":2');
  });

  test('a queue that the office does not have gives no number', () => {
    expect(() => new Day().issue('Z')).toThrow('unknownQueue');
  });

  test('the same ticket is never issued twice', () => {
    const day = new Day();
    const ticketId = day.issue('A');
    const again = day.attempt({
      type: 'issueTicket',
      ticketId,
      queue: 'A',
      entry: 'walkIn',
      hasPriority: false,
    });
    expect(again).toEqual({ code: 'ticketExists', ticketId });
  });
});

describe('at the counter', () => {
  test('a person is called, comes, and is done', () => {
    const { day, ticketId } = dayWithOneCalled();
    expect(day.state.tickets.get(ticketId)).toMatchObject({ status: 'called', counter: '1' });
    day.do({ type: 'startService', counter: '1', ticketId }, 6);
    expect(day.state.tickets.get(ticketId)?.status).toBe('serving');
    day.do({ type: 'closeTicket', counter: '1', ticketId }, 20);
    expect(day.state.tickets.get(ticketId)?.status).toBe('closed');
    expect(day.state.counters.get('1')?.ticketId).toBeNull();
  });

  test('waiting ends at the first call, however often the person is called again', () => {
    const { day, ticketId } = dayWithOneCalled();
    day.do({ type: 'recall', counter: '1', ticketId }, 7);
    day.do({ type: 'recall', counter: '1', ticketId }, 8);
    expect(day.state.tickets.get(ticketId)).toMatchObject({
      callCount: 3,
      firstCalledAtMs: 5 * MINUTE_MS,
      lastCalledAtMs: 8 * MINUTE_MS,
    });
  });

  test('someone who does not come frees the counter', () => {
    const { day, ticketId } = dayWithOneCalled();
    const second = day.issue('A', 6);
    day.do({ type: 'markNoShow', counter: '1', ticketId }, 9);
    expect(day.callNext('1', 10)).toBe(second);
  });

  test('a counter has one person at a time', () => {
    const { day, ticketId } = dayWithOneCalled();
    day.issue('A', 6);
    expect(day.attempt({ type: 'callNext', counter: '1' })).toEqual({
      code: 'counterBusy',
      counter: '1',
      ticketId,
    });
    expect(day.attempt({ type: 'closeCounter', counter: '1' })).toMatchObject({
      code: 'counterBusy',
    });
  });

  test('another counter cannot act on a ticket that is not its own', () => {
    const { day, ticketId } = dayWithOneCalled();
    day.do({ type: 'openCounter', counter: '2', queues: ['A'] });
    expect(day.attempt({ type: 'closeTicket', counter: '2', ticketId })).toEqual({
      code: 'ticketNotAtCounter',
      ticketId,
      counter: '2',
    });
  });

  test('a step out of order is refused with the state the ticket is in', () => {
    const { day, ticketId } = dayWithOneCalled();
    day.do({ type: 'startService', counter: '1', ticketId });
    expect(day.attempt({ type: 'markNoShow', counter: '1', ticketId })).toEqual({
      code: 'wrongTicketStatus',
      ticketId,
      status: 'serving',
      expected: ['called'],
    });
  });

  test('a counter must be open to call, and opens once', () => {
    const day = new Day();
    expect(day.attempt({ type: 'callNext', counter: '1' })).toEqual({
      code: 'counterNotOpen',
      counter: '1',
    });
    day.do({ type: 'openCounter', counter: '1', queues: ['A'] });
    expect(day.attempt({ type: 'openCounter', counter: '1', queues: ['A'] })).toEqual({
      code: 'counterAlreadyOpen',
      counter: '1',
    });
    expect(day.attempt({ type: 'openCounter', counter: '2', queues: ['Z'] })).toEqual({
      code: 'unknownQueue',
      queue: 'Z',
    });
  });

  test('with nobody waiting the desk is told so', () => {
    const day = new Day();
    day.do({ type: 'openCounter', counter: '1', queues: ['A'] });
    day.issue('B');
    expect(day.attempt({ type: 'callNext', counter: '1' })).toEqual({
      code: 'nobodyWaiting',
      counter: '1',
    });
  });

  test('a closed counter can open again', () => {
    const day = new Day();
    day.do({ type: 'openCounter', counter: '1', queues: ['A'] });
    day.do({ type: 'closeCounter', counter: '1' });
    expect(day.state.counters.has('1')).toBe(false);
    day.do({ type: 'openCounter', counter: '1', queues: ['B'] });
    expect(day.state.counters.get('1')?.queues).toEqual(['B']);
  });

  test('a ticket nobody issued is not found', () => {
    const { day } = dayWithOneCalled();
    expect(day.attempt({ type: 'recall', counter: '1', ticketId: 'nobody' })).toEqual({
      code: 'ticketNotFound',
      ticketId: 'nobody',
    });
  });
});

describe('the ledger', () => {
  test('an event out of sequence stops the program rather than guess', () => {
    const day = new Day();
    day.issue('A');
    const [first] = day.ledger;
    if (first === undefined) throw new Error('No event');
    expect(() => evolve(day.state, first)).toThrow('where 2 must follow');
  });

  test('an event about something that never was stops the program', () => {
    const called = { type: 'ticketCalled', ticketId: 'x', counter: '1' } as const;
    expect(() => evolve(newDay(rules), { sequence: 1, atMs: 0, event: called })).toThrow(
      'before its issue',
    );
    const closed = { type: 'ticketClosed', ticketId: 't1', counter: '9' } as const;
    const day = new Day();
    day.issue('A');
    expect(() => evolve(day.state, { sequence: 2, atMs: 0, event: closed })).toThrow(
      'before it opened',
    );
  });

  test('time in the ledger never goes back, even when the clock does', () => {
    const day = new Day();
    day.issue('A', 100);
    day.issue('A', 40);
    expect(day.ledger.map((recorded) => recorded.atMs)).toEqual([100, 100].map((m) => m * 60_000));
  });
});
