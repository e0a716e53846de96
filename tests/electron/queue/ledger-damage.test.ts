import { describe, expect, test } from 'vitest';
import type { QueueEvent } from '../../../electron/queue/event.ts';
import { evolve, LedgerDamage } from '../../../electron/queue/evolve.ts';
import { Day } from './day.ts';

/** Counter 1 has called t1, counter 2 is free, counter 3 is closed; t2 waits. */
function someDay(): Day {
  const day = new Day();
  day.open('1', ['A']);
  day.open('2', ['A']);
  day.issue('A', 0);
  day.issue('A', 1);
  const appointments = [{ code: 'X', queue: 'A', bookedAtMs: 0 }];
  day.do({ type: 'importAppointments', appointments });
  day.do({ type: 'checkIn', ticketId: 't3', code: 'X', hasPriority: false, at: 'kiosk' });
  day.callNext('1', 2);
  return day;
}

const reason = { code: 'longestWaiting', queue: 'A', sinceMs: 0 } as const;
const issued = { type: 'ticketIssued', queue: 'A', entry: 'walkIn', hasPriority: false } as const;

function evolveWith(day: Day, event: QueueEvent) {
  const { sequence, lastEventAtMs } = day.state;
  return evolve(day.state, { sequence: sequence + 1, atMs: lastEventAtMs, event });
}

describe('a ledger that contradicts itself stops the program rather than let it guess', () => {
  const damage: readonly (readonly [string, QueueEvent, string])[] = [
    [
      'somebody called twice',
      { type: 'ticketCalled', ticketId: 't1', counter: '2', reason },
      'wrongTicketStatus',
    ],
    [
      'a second person called to a counter',
      { type: 'ticketCalled', ticketId: 't2', counter: '1', reason },
      'counterBusy',
    ],
    [
      'somebody called to a counter that is closed',
      { type: 'ticketCalled', ticketId: 't2', counter: '3', reason },
      'counterNotOpen',
    ],
    [
      'somebody called who never came',
      { type: 'ticketCalled', ticketId: 'nobody', counter: '2', reason },
      'ticketNotFound',
    ],
    ['a number given twice', { ...issued, ticketId: 'new', number: 2 }, 'number A2 after A3'],
    ['a number left out', { ...issued, ticketId: 'new', number: 5 }, 'number A5 after A3'],
    ['a ticket issued twice', { ...issued, ticketId: 't1', number: 4 }, 'ticketExists'],
    [
      'an appointment checked in twice',
      { ...issued, ticketId: 'new', number: 4, booking: { code: 'X', bookedAtMs: 0 } },
      'alreadyCheckedIn',
    ],
    [
      'an appointment that is not on the list',
      { ...issued, ticketId: 'new', number: 4, booking: { code: 'Y', bookedAtMs: 0 } },
      'unknownAppointment',
    ],
    [
      'a counter opened twice',
      { type: 'counterOpened', counter: '1', queues: ['A'] },
      'counterAlreadyOpen',
    ],
    [
      'a counter closed with somebody at it',
      { type: 'counterClosed', counter: '1' },
      'counterBusy',
    ],
    [
      'a pause of a counter that is closed',
      { type: 'counterPaused', counter: '3', reason: 'break' },
      'counterNotOpen',
    ],
    [
      'the end of a pause that never began',
      { type: 'counterResumed', counter: '1' },
      'counterNotPaused',
    ],
    [
      'a counter lost that was closed',
      { type: 'counterAbandoned', counter: '3' },
      'counterNotOpen',
    ],
    [
      'a person closed at a counter that never called them',
      { type: 'ticketClosed', ticketId: 't1', counter: '2' },
      'ticketNotAtCounter',
    ],
    [
      'somebody sent to a counter that is closed',
      { type: 'ticketTransferred', ticketId: 't2', counter: '1', toQueue: 'A', toCounter: '3' },
      'counterNotOpen',
    ],
    ['a step undone that was not taken', { type: 'actionUndone', counter: '2' }, 'nothingToUndo'],
    [
      'a number of a roll that does not exist',
      { type: 'paperNumberCalled', ticketId: 'new', counter: '2', number: 1 },
      'noPaperRoll',
    ],
    ['the end of a roll that does not exist', { type: 'paperRollEnded' }, 'noPaperRoll'],
    [
      'a roll that starts beyond its end',
      { type: 'paperRollStarted', firstNumber: 1000 },
      'paperNumberUsed',
    ],
  ];

  test.each(damage)('%s', (_what, event, why) => {
    const day = someDay();
    expect(() => evolveWith(day, event)).toThrow(LedgerDamage);
    expect(() => evolveWith(day, event)).toThrow(why);
  });

  test('a number of the roll called twice', () => {
    const day = someDay();
    day.do({ type: 'startPaperRoll', firstNumber: 5 });
    day.do({ type: 'callPaperNumber', counter: '2', ticketId: 'paper' });
    day.step('closeTicket', '2', 'paper');
    const again = { type: 'paperNumberCalled', counter: '2', number: 5 } as const;
    expect(() => evolveWith(day, { ...again, ticketId: 'new' })).toThrow('paperNumberUsed');
    expect(() => evolveWith(day, { ...again, ticketId: 'paper', number: 6 })).toThrow(
      'ticketExists',
    );
  });

  test('a step undone that somebody has gone on with', () => {
    const day = someDay();
    day.step('parkTicket', '1', 't1');
    day.step('callTicket', '2', 't1');
    expect(() => evolveWith(day, { type: 'actionUndone', counter: '1' })).toThrow('undoTooLate');
  });

  test('anything after the end of the day', () => {
    const day = someDay();
    day.do({ type: 'endDay' });
    expect(() => evolveWith(day, { type: 'dayEnded' })).toThrow('{"code":"dayEnded"}');
  });

  test('an event twice, an event missing, and the words say which', () => {
    const day = someDay();
    const [first] = day.ledger;
    if (first === undefined) throw new Error('No event');
    const next = day.state.sequence + 1;
    expect(() => evolve(day.state, first)).toThrow(`has event 1 where ${next} must follow`);
    expect(() => evolve(day.state, { ...first, sequence: next + 1 })).toThrow(
      `has event ${next + 1} where ${next} must follow`,
    );
  });

  test('an event that is older than the one before it', () => {
    const day = someDay();
    const event = { type: 'counterOpened', counter: '3', queues: ['A'] } as const;
    const { sequence, lastEventAtMs } = day.state;
    const recorded = { sequence: sequence + 1, atMs: lastEventAtMs - 1, event };
    expect(() => evolve(day.state, recorded)).toThrow(LedgerDamage);
    expect(() => evolve(day.state, recorded)).toThrow('older than the one before');
  });

  test('its words name the event and what is wrong with it', () => {
    const day = someDay();
    const event = { type: 'counterClosed', counter: '1' } as const;
    expect(() => evolveWith(day, event)).toThrow(
      `Event ${day.state.sequence + 1} of the ledger, counterClosed, cannot be: ` +
        '{"code":"counterBusy","counter":"1","ticketId":"t1"}',
    );
    expect(new LedgerDamage('').name).toBe('LedgerDamage');
  });
});
