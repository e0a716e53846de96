import { describe, expect, test } from 'vitest';
import type { QueueCommand } from '../../../electron/queue/command.ts';
import { Day, MINUTE_MS, readable } from './day.ts';

const noShow = { afterCalls: 1, afterMs: 0 };

/** A day with somebody at the counter, and somebody in every other state. */
function busyDay(): Day {
  const day = new Day({ noShow });
  day.open('1', ['A']);
  day.open('2', ['A', 'B']);
  for (let person = 1; person <= 6; person += 1) day.issue('A', person);
  const absent = day.callNext('1', 7);
  day.step('markNoShow', '1', absent);
  const aside = day.callNext('1');
  day.step('parkTicket', '1', aside);
  day.callNext('1', 8);
  return day;
}

/** What the state says, but for the things that a step and its undoing leave behind. */
function lasting(day: Day, ticketId: string) {
  const { sequence, lastEventAtMs, lastActions, tickets, ...rest } = readable(day.state);
  const others = tickets.filter((ticket) => ticket.ticketId !== ticketId);
  const { changedAt, changedAtMs, ...ticket } = day.ticket(ticketId);
  return { ...rest, others, ticket };
}

describe('a step is undone as if it had never been', () => {
  const steps: readonly (readonly [string, string, QueueCommand])[] = [
    ['a call', 't4', { type: 'callNext', counter: '2' }],
    ['a call by choice', 't6', { type: 'callTicket', counter: '2', ticketId: 't6' }],
    ['the call of who was aside', 't2', { type: 'callTicket', counter: '2', ticketId: 't2' }],
    ['a call repeated', 't3', { type: 'recall', counter: '1', ticketId: 't3' }],
    ['the beginning', 't3', { type: 'startService', counter: '1', ticketId: 't3' }],
    ['the end', 't3', { type: 'closeTicket', counter: '1', ticketId: 't3' }],
    ['a no-show', 't3', { type: 'markNoShow', counter: '1', ticketId: 't3' }],
    ['putting aside', 't3', { type: 'parkTicket', counter: '1', ticketId: 't3' }],
    ['a return', 't1', { type: 'returnTicket', counter: '1', ticketId: 't1' }],
    ['going on waiting', 't2', { type: 'resumeTicket', counter: '2', ticketId: 't2' }],
    ['cancelling who waits', 't5', { type: 'cancelTicket', counter: '1', ticketId: 't5' }],
    ['cancelling who was called', 't3', { type: 'cancelTicket', counter: '1', ticketId: 't3' }],
    [
      'a transfer to a queue',
      't3',
      { type: 'transferTicket', counter: '1', ticketId: 't3', to: { queue: 'B' } },
    ],
    [
      'a transfer to a counter',
      't5',
      { type: 'transferTicket', counter: '1', ticketId: 't5', to: { counter: '2' } },
    ],
  ];

  test.each(steps)('%s', (_what, ticketId, command) => {
    const day = busyDay();
    const before = lasting(day, ticketId);
    day.do(command);
    expect(lasting(day, ticketId)).not.toEqual(before);
    const counter = 'counter' in command ? command.counter : '';
    day.undo(counter);
    expect(lasting(day, ticketId)).toEqual(before);
    expect(day.ticket(ticketId)).toMatchObject({
      changedAt: day.state.sequence,
      changedAtMs: day.state.lastEventAtMs,
    });
  });

  test('a visit that went on elsewhere', () => {
    const day = busyDay();
    day.step('startService', '1', 't3');
    const before = lasting(day, 't3');
    day.do({ type: 'continueVisit', counter: '1', ticketId: 't3', queue: 'C' }, 20);
    day.undo('1');
    expect(lasting(day, 't3')).toEqual(before);
  });

  test('a call gives back its turn to everyone whom it overtook, and to the person called', () => {
    const day = new Day({ mostOvertaken: 2, preferenceStepMs: 1e9 });
    day.open('1', ['A', 'B']);
    const patient = day.issue('B', 0);
    const others = [1, 2, 3, 4].map((minute) => day.issue('A', minute));
    day.serveNext('1', 5);
    expect(day.callNext('1')).toBe(others[1]);
    day.undo('1');
    // Overtaken once only: one more may go first.
    expect(day.serveNext('1')).toBe(others[1]);
    expect(day.callNext('1')).toBe(patient);
    day.undo('1');
    expect(day.callNext('1')).toBe(patient);
  });

  test('who went on waiting elsewhere has been overtaken there all the same', () => {
    const day = new Day({ mostOvertaken: 1 });
    day.open('1', ['C']);
    day.open('2', ['A']);
    day.open('3', ['A', 'C']);
    const ticketId = day.issue('C', 0);
    day.do({ type: 'transferTicket', counter: '1', ticketId, to: { queue: 'A' } });
    day.issue('A', 0, true);
    day.serveNext('2');
    day.undo('1');
    expect(day.ticket(ticketId).queue).toBe('C');
    day.issue('A', 0, true);
    expect(day.callNext('3')).toBe(ticketId);
  });

  test('those overtaken who have moved on since are not touched', () => {
    const day = new Day({ mostOvertaken: 9, preferenceStepMs: 1e9, noShow });
    day.open('1', ['A', 'B']);
    day.open('2', ['B']);
    const [called = '', moved = '', waiting = ''] = ['B', 'B', 'B'].map((q) => day.issue(q, 0));
    const chosen = day.issue('A', 1);
    day.step('callTicket', '1', chosen);
    day.step('callTicket', '2', called);
    day.do({ type: 'transferTicket', counter: '2', ticketId: moved, to: { queue: 'C' } });
    day.undo('1');
    const overtaken = readable(day.state).line.map((one) => [one.ticketId, one.overtaken]);
    expect(overtaken).toEqual([
      [moved, 1],
      [waiting, 0],
      [chosen, 0],
    ]);
  });
});

describe('what cannot be undone', () => {
  test('what is more than ten seconds old', () => {
    const day = busyDay();
    day.step('startService', '1', 't3', 20);
    const late = 20 + 10_001 / MINUTE_MS;
    expect(day.attempt({ type: 'undo', counter: '1' }, late)).toEqual({
      code: 'undoTooLate',
      counter: '1',
    });
    day.undo('1', 20 + 10_000 / MINUTE_MS);
    expect(day.ticket('t3').status).toBe('called');
  });

  test('what another counter has gone on with', () => {
    const day = busyDay();
    day.do({ type: 'transferTicket', counter: '1', ticketId: 't3', to: { counter: '2' } });
    expect(day.callNext('2')).toBe('t3');
    const tooLate = { code: 'undoTooLate', counter: '1' };
    expect(day.attempt({ type: 'undo', counter: '1' })).toEqual(tooLate);
    day.undo('2');
    expect(day.attempt({ type: 'undo', counter: '1' })).toEqual(tooLate);
    expect(day.ticket('t3')).toMatchObject({ status: 'waiting', reservedFor: '2' });
  });

  test('more than the last step', () => {
    const day = busyDay();
    day.step('startService', '1', 't3');
    day.undo('1');
    expect(day.attempt({ type: 'undo', counter: '1' })).toEqual({
      code: 'nothingToUndo',
      counter: '1',
    });
  });

  test('what was done before the counter closed', () => {
    const day = busyDay();
    day.step('closeTicket', '1', 't3');
    day.do({ type: 'closeCounter', counter: '1' });
    day.open('1');
    expect(day.attempt({ type: 'undo', counter: '1' })).toMatchObject({ code: 'nothingToUndo' });
    expect(day.ticket('t3').status).toBe('closed');
  });

  test('what another counter did', () => {
    const day = busyDay();
    day.open('3');
    expect(day.attempt({ type: 'undo', counter: '3' })).toEqual({
      code: 'nothingToUndo',
      counter: '3',
    });
    day.callNext('2');
    day.undo('1');
    expect(day.ticket('t3').status).toBe('waiting');
    expect(day.ticket('t4').status).toBe('called');
  });
});

describe('what happens to a counter meanwhile', () => {
  test('a pause does not keep it from taking a call back', () => {
    const day = busyDay();
    day.do({ type: 'pauseCounter', counter: '1', reason: 'break' });
    day.undo('1');
    expect(day.state.counters.get('1')).toMatchObject({ status: 'paused', ticketId: null });
    expect(day.ticket('t3').status).toBe('waiting');
  });

  test('it has its person again after an end that was a mistake, even on a pause', () => {
    const day = busyDay();
    day.step('closeTicket', '1', 't3');
    day.do({ type: 'pauseCounter', counter: '1', reason: 'break' });
    day.undo('1');
    expect(day.state.counters.get('1')).toMatchObject({ status: 'paused', ticketId: 't3' });
  });

  test('it keeps the person it is serving when it undoes what it did with another', () => {
    const day = busyDay();
    day.step('cancelTicket', '1', 't5');
    day.undo('1');
    expect(day.state.counters.get('1')?.ticketId).toBe('t3');
  });

  test.each(['closeCounter', 'pauseCounter'] as const)(
    'nobody is reserved again for a counter after %s',
    (type) => {
      const day = busyDay();
      day.open('3', ['C']);
      day.do({ type: 'transferTicket', counter: '1', ticketId: 't3', to: { counter: '3' } });
      day.step('callTicket', '1', 't3');
      day.do({ type, counter: '3', reason: 'break' });
      day.undo('1');
      expect(day.ticket('t3')).toMatchObject({ status: 'waiting', reservedFor: null });
      expect(day.callNext('2')).toBe('t3');
    },
  );

  test('a reservation comes back where the counter still works', () => {
    const day = busyDay();
    day.do({ type: 'transferTicket', counter: '1', ticketId: 't5', to: { counter: '2' } });
    day.step('cancelTicket', '1', 't5');
    day.undo('1');
    expect(day.ticket('t5')).toMatchObject({ status: 'waiting', reservedFor: '2' });
  });
});
