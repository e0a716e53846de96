import { describe, expect, test } from 'vitest';
import { Day, MINUTE_MS } from './day.ts';

describe('opening a counter', () => {
  test('it serves the queues that were chosen, each once, in the order of preference', () => {
    const day = new Day();
    day.open('1', ['B', 'A', 'B'], 7);
    expect(day.state.counters.get('1')).toEqual({
      counter: '1',
      queues: ['B', 'A'],
      status: 'open',
      pauseReason: null,
      sinceMs: 7 * MINUTE_MS,
      ticketId: null,
    });
  });

  test('two people can never hold the same counter', () => {
    const day = new Day();
    day.open('1');
    const again = { type: 'openCounter', counter: '1', queues: ['A'] } as const;
    expect(day.attempt(again)).toEqual({ code: 'counterAlreadyOpen', counter: '1' });
    day.do({ type: 'pauseCounter', counter: '1', reason: 'break' });
    expect(day.attempt(again)).toEqual({ code: 'counterAlreadyOpen', counter: '1' });
  });

  test('it needs a queue, and one that the office has', () => {
    const day = new Day();
    expect(day.attempt({ type: 'openCounter', counter: '1', queues: [] })).toEqual({
      code: 'noQueues',
      counter: '1',
    });
    expect(day.attempt({ type: 'openCounter', counter: '1', queues: ['A', 'Z'] })).toEqual({
      code: 'unknownQueue',
      queue: 'Z',
    });
  });

  test('its queues can change while it works, and it keeps its person', () => {
    const day = new Day();
    day.open('1', ['A'], 1);
    const ticketId = day.issue('A', 2);
    day.callNext('1', 3);
    day.do({ type: 'changeQueues', counter: '1', queues: ['B'] }, 4);
    expect(day.state.counters.get('1')).toMatchObject({
      queues: ['B'],
      ticketId,
      status: 'open',
      sinceMs: MINUTE_MS,
    });
    const inB = day.issue('B', 5);
    day.issue('A', 5);
    day.step('closeTicket', '1', ticketId, 6);
    expect(day.callNext('1', 6)).toBe(inB);
  });

  test('a counter that is not open does nothing', () => {
    const day = new Day();
    const ticketId = day.issue('A');
    const refused = { code: 'counterNotOpen', counter: '1' };
    for (const type of ['callNext', 'closeCounter', 'releaseCounter', 'resumeCounter'] as const) {
      expect(day.attempt({ type, counter: '1' })).toEqual(refused);
    }
    expect(day.attempt({ type: 'undo', counter: '1' })).toEqual(refused);
    expect(day.attempt({ type: 'pauseCounter', counter: '1', reason: 'break' })).toEqual(refused);
    expect(day.attempt({ type: 'changeQueues', counter: '1', queues: ['A'] })).toEqual(refused);
    expect(day.attemptStep('callTicket', '1', ticketId)).toEqual(refused);
    expect(day.attemptStep('callTicket', '1', 'nobody')).toEqual(refused);
    expect(day.attemptStep('cancelTicket', '1', ticketId)).toEqual(refused);
  });

  test('what every counter does concerns no other', () => {
    const day = new Day();
    day.open('1', ['A']);
    day.open('2', ['A']);
    const first = day.issue('A');
    const second = day.issue('A');
    expect([day.callNext('2'), day.callNext('1')]).toEqual([first, second]);
    day.step('closeTicket', '2', first);
    expect(day.state.counters.get('1')?.ticketId).toBe(second);
    expect(day.state.counters.get('2')?.ticketId).toBeNull();
  });
});

describe('a counter has one person at a time', () => {
  test('it calls nobody else, and does not close, until it is done', () => {
    const day = new Day();
    day.open('1');
    const ticketId = day.issue('A');
    const other = day.issue('A');
    day.callNext('1');
    const busy = { code: 'counterBusy', counter: '1', ticketId };
    expect(day.attempt({ type: 'callNext', counter: '1' })).toEqual(busy);
    expect(day.attemptStep('callTicket', '1', other)).toEqual(busy);
    expect(day.attempt({ type: 'closeCounter', counter: '1' })).toEqual(busy);
    day.step('closeTicket', '1', ticketId);
    day.do({ type: 'closeCounter', counter: '1' });
    expect(day.state.counters.has('1')).toBe(false);
  });

  test('a closed counter can open again, with other queues', () => {
    const day = new Day();
    day.open('1', ['A']);
    day.do({ type: 'closeCounter', counter: '1' });
    day.open('1', ['B']);
    expect(day.state.counters.get('1')?.queues).toEqual(['B']);
  });
});

describe('a pause', () => {
  test('has a reason and a beginning, and calls nobody', () => {
    const day = new Day();
    day.open('1');
    const ticketId = day.issue('A');
    day.do({ type: 'pauseCounter', counter: '1', reason: 'backOffice' }, 30);
    expect(day.state.counters.get('1')).toMatchObject({
      status: 'paused',
      pauseReason: 'backOffice',
      sinceMs: 30 * MINUTE_MS,
    });
    const paused = { code: 'counterPaused', counter: '1' };
    expect(day.attempt({ type: 'callNext', counter: '1' })).toEqual(paused);
    expect(day.attemptStep('callTicket', '1', ticketId)).toEqual(paused);
    expect(day.attempt({ type: 'pauseCounter', counter: '1', reason: 'break' })).toEqual(paused);
    day.do({ type: 'resumeCounter', counter: '1' }, 45);
    expect(day.state.counters.get('1')).toMatchObject({
      status: 'open',
      pauseReason: null,
      sinceMs: 45 * MINUTE_MS,
    });
    expect(day.attempt({ type: 'resumeCounter', counter: '1' })).toEqual({
      code: 'counterNotPaused',
      counter: '1',
    });
    expect(day.callNext('1')).toBe(ticketId);
  });

  test('lets the counter finish with the person it has', () => {
    const day = new Day();
    day.open('1');
    const ticketId = day.issue('A');
    day.callNext('1');
    day.do({ type: 'pauseCounter', counter: '1', reason: 'meeting' });
    day.step('startService', '1', ticketId);
    day.step('closeTicket', '1', ticketId);
    expect(day.state.counters.get('1')).toMatchObject({ status: 'paused', ticketId: null });
    day.do({ type: 'closeCounter', counter: '1' });
    expect(day.state.counters.has('1')).toBe(false);
  });
});

describe('a counter whose desk has vanished', () => {
  function abandoned(): { day: Day; ticketId: string } {
    const day = new Day();
    day.open('1', ['A']);
    const ticketId = day.issue('A', 0);
    day.callNext('1', 5);
    day.do({ type: 'pauseCounter', counter: '1', reason: 'technical' }, 5);
    day.do({ type: 'releaseCounter', counter: '1' }, 10);
    return { day, ticketId };
  }

  test('closes, where nobody was at it', () => {
    const day = new Day();
    day.open('1');
    day.do({ type: 'releaseCounter', counter: '1' });
    expect(day.state.counters.has('1')).toBe(false);
  });

  test('keeps its person, and does nothing any more', () => {
    const { day, ticketId } = abandoned();
    expect(day.state.counters.get('1')).toEqual({
      counter: '1',
      queues: ['A'],
      status: 'abandoned',
      pauseReason: null,
      sinceMs: 10 * MINUTE_MS,
      ticketId,
    });
    const refused = { code: 'counterNotOpen', counter: '1' };
    expect(day.attemptStep('closeTicket', '1', ticketId)).toEqual(refused);
    for (const type of ['callNext', 'closeCounter', 'releaseCounter', 'undo'] as const) {
      expect(day.attempt({ type, counter: '1' })).toEqual(refused);
    }
  });

  test('gives the person back to whoever opens it again', () => {
    const { day, ticketId } = abandoned();
    day.open('1', ['B'], 12);
    expect(day.state.counters.get('1')).toMatchObject({ status: 'open', queues: ['B'], ticketId });
    day.step('startService', '1', ticketId);
    expect(day.ticket(ticketId)).toMatchObject({ status: 'serving', counter: '1' });
  });

  test('is gone once another counter calls its person, who is at one counter only', () => {
    const { day, ticketId } = abandoned();
    day.open('2', ['A'], 11);
    day.step('callTicket', '2', ticketId, 12);
    expect(day.state.counters.has('1')).toBe(false);
    expect(day.state.counters.get('2')?.ticketId).toBe(ticketId);
    expect(day.ticket(ticketId)).toMatchObject({ status: 'called', counter: '2' });
    expect(day.attempt({ type: 'undo', counter: '2' })).toEqual({
      code: 'nothingToUndo',
      counter: '2',
    });
    day.open('1', ['A'], 13);
    expect(day.state.counters.get('1')?.ticketId).toBeNull();
  });

  test('has nobody called back who had been there before', () => {
    const day = new Day();
    day.open('1');
    day.open('2');
    const gone = day.issue('A', 0);
    day.serveNext('1');
    day.issue('A', 1);
    day.callNext('1');
    day.do({ type: 'releaseCounter', counter: '1' });
    expect(day.attemptStep('callTicket', '2', gone)).toMatchObject({
      code: 'wrongTicketStatus',
      status: 'closed',
    });
  });

  test('keeps who was being served, until a counter calls them by name', () => {
    const { day, ticketId } = abandoned();
    day.open('1', ['A'], 11);
    day.step('startService', '1', ticketId, 11);
    day.do({ type: 'releaseCounter', counter: '1' }, 20);
    day.open('2', ['A'], 21);
    expect(day.attempt({ type: 'callNext', counter: '2' })).toMatchObject({
      code: 'nobodyWaiting',
    });
    day.step('callTicket', '2', ticketId, 22);
    expect(day.state.counters.has('1')).toBe(false);
  });
});
