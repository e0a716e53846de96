import { describe, expect, test } from 'vitest';
import { ticketCode } from '../../../electron/queue/ticket.ts';
import { Day, MINUTE_MS } from './day.ts';

function dayWithRoll(firstNumber = 41): Day {
  const day = new Day({ noShow: { afterCalls: 1, afterMs: 0 } });
  day.open('1', ['A']);
  day.open('2', ['B']);
  day.do({ type: 'startPaperRoll', firstNumber });
  return day;
}

function call(day: Day, counter: string, ticketId: string, atMinute?: number): number {
  day.do({ type: 'callPaperNumber', counter, ticketId }, atMinute);
  return day.ticket(ticketId).number;
}

describe('numbers torn from a roll of paper', () => {
  test('are called one after the other, at whichever counter is free', () => {
    const day = dayWithRoll();
    expect([call(day, '1', 'p1', 5), call(day, '2', 'p2', 6)]).toEqual([41, 42]);
    expect(ticketCode(day.ticket('p2'))).toBe('R042');
    expect(day.ticket('p2')).toMatchObject({
      status: 'called',
      counter: '2',
      queue: 'R',
      entry: 'walkIn',
      hasPriority: false,
      callCount: 1,
      firstCalledAtMs: 6 * MINUTE_MS,
      lastCalledAtMs: 6 * MINUTE_MS,
    });
    expect(day.state.counters.get('2')?.ticketId).toBe('p2');
    expect(day.state.ticketsByStatus.called).toBe(2);
  });

  test('are served and closed like any other', () => {
    const day = dayWithRoll();
    call(day, '1', 'p1');
    day.step('startService', '1', 'p1');
    day.do({ type: 'continueVisit', counter: '1', ticketId: 'p1', queue: 'B' });
    expect(day.callNext('2')).toBe('p1');
    day.step('closeTicket', '2', 'p1');
    expect(day.ticket('p1')).toMatchObject({ status: 'closed', letter: 'R', queue: 'B' });
  });

  test('belong to no queue: every counter serves those who wait again', () => {
    const day = dayWithRoll();
    call(day, '1', 'p1', 5);
    day.step('markNoShow', '1', 'p1', 6);
    day.step('returnTicket', '1', 'p1', 7);
    expect(day.callNext('2', 12)).toBe('p1');
  });

  test('do not count in the queues of the office', () => {
    const day = dayWithRoll();
    call(day, '1', 'p1');
    expect(day.ticket(day.issue('A')).number).toBe(1);
    expect(call(day, '2', 'p2')).toBe(42);
  });

  test('are called at a counter that may call, with a ticket of their own', () => {
    const day = dayWithRoll();
    call(day, '1', 'p1');
    const command = { type: 'callPaperNumber', counter: '1' } as const;
    expect(day.attempt({ ...command, ticketId: 'p2' })).toEqual({
      code: 'counterBusy',
      counter: '1',
      ticketId: 'p1',
    });
    expect(day.attempt({ ...command, counter: '2', ticketId: 'p1' })).toEqual({
      code: 'ticketExists',
      ticketId: 'p1',
    });
    expect(day.attempt({ ...command, counter: '9', ticketId: 'p2' })).toEqual({
      code: 'counterNotOpen',
      counter: '9',
    });
  });
});

describe('the roll', () => {
  test('is started once and ended once', () => {
    const day = new Day();
    day.open('1');
    const command = { type: 'callPaperNumber', counter: '1', ticketId: 'p1' } as const;
    expect(day.attempt(command)).toEqual({ code: 'noPaperRoll' });
    expect(day.attempt({ ...command, counter: '9' })).toMatchObject({ code: 'counterNotOpen' });
    expect(day.attempt({ type: 'endPaperRoll' })).toEqual({ code: 'noPaperRoll' });
    day.do({ type: 'startPaperRoll', firstNumber: 1 });
    expect(day.attempt({ type: 'startPaperRoll', firstNumber: 5 })).toEqual({
      code: 'paperRollStarted',
    });
    expect(day.state.paperRoll).toEqual({ firstNumber: 1, nextNumber: 1 });
    day.do({ type: 'endPaperRoll' });
    expect(day.attempt(command)).toEqual({ code: 'noPaperRoll' });
  });

  test('goes from 1 to 999', () => {
    const day = dayWithRoll(999);
    expect(call(day, '1', 'p1')).toBe(999);
    expect(day.attempt({ type: 'callPaperNumber', counter: '2', ticketId: 'p2' })).toEqual({
      code: 'paperNumberUsed',
      number: 1000,
    });
    day.do({ type: 'endPaperRoll' });
    for (const number of [0, 1000]) {
      expect(day.attempt({ type: 'startPaperRoll', firstNumber: number })).toEqual({
        code: 'paperNumberUsed',
        number,
      });
    }
    day.do({ type: 'startPaperRoll', firstNumber: 1 });
    expect(call(day, '2', 'p2')).toBe(1);
  });

  test('never has a number called twice', () => {
    const day = dayWithRoll(41);
    call(day, '1', 'p1');
    day.do({ type: 'endPaperRoll' });
    expect(day.attempt({ type: 'startPaperRoll', firstNumber: 41 })).toEqual({
      code: 'paperNumberUsed',
      number: 41,
    });
    day.do({ type: 'startPaperRoll', firstNumber: 40 });
    expect(call(day, '2', 'p2')).toBe(40);
    day.step('closeTicket', '2', 'p2');
    expect(call(day, '2', 'p3')).toBe(42);
  });
});

describe('a number that was called by mistake', () => {
  test('has never been, and comes next again', () => {
    const day = dayWithRoll();
    call(day, '1', 'p1');
    day.undo('1');
    expect(day.state.tickets.has('p1')).toBe(false);
    expect(day.state.ticketsByStatus.called).toBe(0);
    expect(day.state.counters.get('1')?.ticketId).toBeNull();
    expect(call(day, '2', 'p2')).toBe(41);
  });

  test('comes next again also when the one after it was called meanwhile', () => {
    const day = dayWithRoll();
    call(day, '1', 'p1');
    call(day, '2', 'p2');
    day.undo('1');
    expect(call(day, '1', 'p3')).toBe(41);
    day.step('closeTicket', '1', 'p3');
    expect(call(day, '1', 'p4')).toBe(43);
  });

  test('does not lead a new roll back to the old one', () => {
    const day = dayWithRoll();
    call(day, '1', 'p1');
    day.do({ type: 'endPaperRoll' });
    day.undo('1');
    expect(day.state.paperRoll).toBeNull();
    day.do({ type: 'startPaperRoll', firstNumber: 500 });
    expect(call(day, '1', 'p2')).toBe(500);
  });
});
