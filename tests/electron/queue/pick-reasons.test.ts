import { describe, expect, test } from 'vitest';
import { pickNext } from '../../../electron/queue/calling-policy.ts';
import { Day, MINUTE_MS } from './day.ts';

/** Whom the counter would call at a minute, and why. */
function pick(day: Day, queues: readonly string[], atMinute: number, counter = '1') {
  const picked = pickNext(day.state, { counter, queues }, atMinute * MINUTE_MS);
  return picked === null ? null : [picked.ticket.ticketId, picked.reason.code];
}

describe('the desk is told why somebody is next', () => {
  test('nobody, where nobody waits', () => {
    expect(pick(new Day(), ['A'], 0)).toBeNull();
  });

  test('because they wait longest, since when and in which queue', () => {
    const day = new Day();
    const first = day.issue('B', 2);
    day.issue('A', 3);
    expect(pickNext(day.state, { counter: '1', queues: ['B', 'A'] }, 0)).toEqual({
      ticket: day.ticket(first),
      reason: { code: 'longestWaiting', queue: 'B', sinceMs: 2 * MINUTE_MS },
    });
  });

  test('because they wait longest again, after a call that they did not hear', () => {
    const day = new Day({ noShow: { afterCalls: 1, afterMs: 0 } });
    day.open('1');
    const ticketId = day.issue('A', 0);
    day.callNext('1', 10);
    day.step('markNoShow', '1', ticketId, 12);
    day.step('returnTicket', '1', ticketId, 30);
    expect(pickNext(day.state, { counter: '1', queues: ['A'] }, 36 * MINUTE_MS)?.reason).toEqual({
      code: 'longestWaitingAgain',
      queue: 'A',
      sinceMs: 20 * MINUTE_MS,
    });
  });

  test('because they were sent to this very counter', () => {
    const day = new Day();
    day.open('1');
    day.open('2');
    const ticketId = day.issue('A', 0);
    day.do({ type: 'transferTicket', counter: '1', ticketId, to: { counter: '2' } }, 1);
    expect(pick(day, ['B'], 2, '2')).toEqual([ticketId, 'reserved']);
    expect(pick(day, ['A'], 2)).toBeNull();
  });

  test('because of priority, and only where it changes something', () => {
    const day = new Day();
    day.issue('A', 0);
    const withPriority = day.issue('A', 1, true);
    expect(pick(day, ['A'], 2)).toEqual([withPriority, 'priority']);
    const alone = new Day();
    const first = alone.issue('A', 0, true);
    alone.issue('A', 1);
    expect(pick(alone, ['A'], 2)).toEqual([first, 'longestWaiting']);
  });

  test('because of an appointment, before those who came earlier', () => {
    const day = new Day();
    day.issue('A', 105);
    const booked = day.comeBooked('A', { booked: 100, at: 110 });
    expect(pick(day, ['A'], 111)).toEqual([booked, 'appointment']);
  });

  test('because nobody counts as waiting longer, where the one before is early for theirs', () => {
    const day = new Day();
    day.comeBooked('A', { booked: 120, at: 100 });
    const walkIn = day.issue('A', 110);
    expect(pick(day, ['A'], 111)).toEqual([walkIn, 'longestWaiting']);
  });

  test('because the counter prefers their queue', () => {
    const day = new Day();
    day.issue('B', 0);
    const preferred = day.issue('A', 9);
    expect(pick(day, ['A', 'B'], 10)).toEqual([preferred, 'preferredQueue']);
    // Priority alone would not have been enough.
    const withPriority = new Day();
    withPriority.issue('B', 0);
    const both = withPriority.issue('A', 20, true);
    expect(pick(withPriority, ['A', 'B'], 21)).toEqual([both, 'preferredQueue']);
  });

  test('because they have been overtaken often enough', () => {
    const day = new Day({ mostOvertaken: 1 });
    day.open('1', ['A', 'B']);
    const patient = day.issue('B', 0);
    day.issue('A', 5);
    day.serveNext('1', 6);
    day.issue('A', 7);
    expect(pick(day, ['A', 'B'], 8)).toEqual([patient, 'overtakenEnough']);
    // Where they would be called all the same, nothing of this needs saying.
    expect(pick(day, ['B'], 8)).toEqual([patient, 'longestWaiting']);
  });

  test('because they wait longest, where a bound holds back who would have passed them', () => {
    const day = new Day();
    const patient = day.issue('A', 80);
    day.issue('B', 95, true);
    day.comeBooked('A', { booked: 79, at: 98 });
    expect(pick(day, ['A', 'B'], 99)).toEqual([patient, 'longestWaiting']);
  });

  test('because somebody chose them, or they hold the next number of the roll', () => {
    const day = new Day();
    day.open('1');
    day.issue('A', 0);
    const chosen = day.issue('A', 4);
    day.step('callTicket', '1', chosen, 5);
    expect(day.ticket(chosen).calledBecause).toEqual({
      code: 'chosen',
      queue: 'A',
      sinceMs: 4 * MINUTE_MS,
    });
    day.step('closeTicket', '1', chosen);
    day.do({ type: 'startPaperRoll', firstNumber: 7 });
    day.do({ type: 'callPaperNumber', counter: '1', ticketId: 'paper' }, 6);
    expect(day.ticket('paper').calledBecause).toEqual({
      code: 'paperRoll',
      queue: 'R',
      sinceMs: 6 * MINUTE_MS,
    });
  });

  test('and the reason stays with the call', () => {
    const day = new Day();
    day.open('1');
    const ticketId = day.issue('A', 2);
    day.callNext('1', 8);
    const reason = { code: 'longestWaiting', queue: 'A', sinceMs: 2 * MINUTE_MS };
    expect(day.ticket(ticketId).calledBecause).toEqual(reason);
    expect(day.ledger.at(-1)?.event).toEqual({
      type: 'ticketCalled',
      ticketId,
      counter: '1',
      reason,
    });
  });
});
