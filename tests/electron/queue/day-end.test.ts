import { describe, expect, test } from 'vitest';
import { decide } from '../../../electron/queue/decide.ts';
import { Day, MINUTE_MS, readable } from './day.ts';
import { someCommands } from './some-commands.ts';

function endedDay(): Day {
  const day = new Day({ noShow: { afterCalls: 1, afterMs: 0 } });
  for (const counter of ['1', '2', '3']) day.open(counter);
  for (let person = 1; person <= 7; person += 1) day.issue('A', person);
  day.callNext('1', 10);
  day.callNext('2');
  day.step('startService', '2', 't2');
  day.callNext('3');
  day.step('parkTicket', '3', 't3');
  day.callNext('3');
  day.step('markNoShow', '3', 't4');
  day.callNext('3');
  day.step('closeTicket', '3', 't5');
  day.step('cancelTicket', '3', 't6');
  day.do({ type: 'startPaperRoll', firstNumber: 1 });
  day.do({ type: 'endDay' }, 600);
  return day;
}

describe('when the day ends', () => {
  test('what has not ended expires, and the rest stays as it is', () => {
    const day = endedDay();
    const statuses = [...day.state.tickets.values()].map(({ status }) => status);
    expect(statuses).toEqual([
      'expired',
      'expired',
      'expired',
      'noShow',
      'closed',
      'cancelled',
      'expired',
    ]);
    expect(day.ticket('t1')).toMatchObject({ changedAtMs: 600 * MINUTE_MS });
    expect(day.ticket('t1').changedAt).toBe(day.state.sequence);
    expect(day.ticket('t5').changedAt).toBeLessThan(day.state.sequence);
    expect(day.state.ticketsByStatus).toEqual({
      waiting: 0,
      called: 0,
      serving: 0,
      parked: 0,
      noShow: 1,
      closed: 1,
      cancelled: 1,
      expired: 4,
    });
  });

  test('every counter is closed, nobody waits, and there is no roll', () => {
    const { state } = endedDay();
    expect(readable(state)).toMatchObject({
      hasEnded: true,
      lineSize: 0,
      line: [],
      paperRoll: null,
      counters: new Map(),
      lastActions: new Map(),
    });
  });

  test.each(someCommands)('$type is refused', (command) => {
    const { state } = endedDay();
    expect(decide(state, command, 0)).toEqual({ ok: false, error: { code: 'dayEnded' } });
  });
});
