import { describe, expect, test } from 'vitest';
import {
  actionOfKey,
  actionsNow,
  isActionPossible,
  minutesSince,
  nextTicket,
  noShowMissing,
  paperCode,
  undoSeconds,
  waitingRows,
} from '../../../renderer/desk/workplace-model.ts';
import { calledTicket, deskCounter, deskView, waitingTicket } from './fixtures.ts';

const NOW = 1_000_000;
const next = {
  ticketId: 'id of A047',
  reason: { code: 'longestWaiting', queue: 'A', sinceMs: 0 },
} as const;
const view = deskView();

const press = {
  key: 'F2',
  repeat: false,
  ctrlKey: false,
  altKey: false,
  metaKey: false,
  shiftKey: false,
};

describe('what can be done at a counter', () => {
  test('a free counter calls', () => {
    expect(actionsNow(view, deskCounter('1', { next }), NOW)).toEqual({
      primary: 'call',
      isPrimaryPossible: true,
      others: [],
      rare: [],
    });
  });

  test('a free counter with nobody waiting has nothing to call', () => {
    expect(actionsNow(view, deskCounter('1'), NOW).isPrimaryPossible).toBe(false);
  });

  test('where only people are left who have just come back, it calls from their time on', () => {
    const counter = deskCounter('1', { nextFromMs: NOW });
    expect(actionsNow(view, counter, NOW - 1).isPrimaryPossible).toBe(false);
    expect(actionsNow(view, counter, NOW).isPrimaryPossible).toBe(true);
  });

  test('once called, the person has come, is called again, or did not come', () => {
    expect(actionsNow(view, deskCounter('1', { ticket: calledTicket('A046') }), NOW)).toEqual({
      primary: 'start',
      isPrimaryPossible: true,
      others: ['recall', 'noShow'],
      rare: ['park', 'transfer', 'cancel'],
    });
  });

  test('a conversation ends, is put aside, or goes on elsewhere', () => {
    const ticket = calledTicket('A046', { status: 'serving', startedAtMs: 90_000 });
    expect(actionsNow(view, deskCounter('1', { ticket }), NOW)).toMatchObject({
      primary: 'close',
      others: [],
      rare: ['park', 'transfer', 'continue'],
    });
  });

  test('a paused counter goes on, unless somebody is at it', () => {
    const paused = deskCounter('1', { status: 'paused', pauseReason: 'break', next: null });
    expect(actionsNow(view, paused, NOW).primary).toBe('resume');
    const busy = { ...paused, ticket: calledTicket('A046') };
    expect(actionsNow(view, busy, NOW).primary).toBe('start');
  });

  test('a counter that was closed or left in the meantime is opened first', () => {
    expect(actionsNow(view, deskCounter('1', { status: 'closed' }), NOW).primary).toBe('open');
    expect(actionsNow(view, deskCounter('1', { status: 'abandoned' }), NOW).primary).toBe('open');
  });

  test('with a paper roll F2 calls who waits in the list, and from the roll where nobody does', () => {
    const roll = deskView({ paperRoll: { nextNumber: 42 } });
    expect(actionsNow(roll, deskCounter('1', { next }), NOW)).toMatchObject({
      primary: 'call',
      others: ['callPaper'],
    });
    expect(actionsNow(roll, deskCounter('1'), NOW)).toMatchObject({
      primary: 'callPaper',
      isPrimaryPossible: true,
      others: [],
    });
    expect(paperCode(42)).toBe('R042');
  });
});

describe('a no-show', () => {
  const ticket = calledTicket('A046', { noShow: { callsMissing: 1, fromMs: NOW + 20_500 } });

  test('says how many calls and seconds are missing', () => {
    expect(noShowMissing(ticket, NOW)).toEqual({ calls: 1, seconds: 21 });
    expect(noShowMissing(ticket, NOW + 60_000)).toEqual({ calls: 1, seconds: 0 });
  });

  test('can be marked when nothing is missing any more', () => {
    expect(isActionPossible('noShow', ticket, NOW + 60_000)).toBe(false);
    const calledTwice = { ...ticket, noShow: { callsMissing: 0, fromMs: NOW + 20_500 } };
    expect(isActionPossible('noShow', calledTwice, NOW)).toBe(false);
    expect(isActionPossible('noShow', calledTwice, NOW + 20_500)).toBe(true);
    expect(isActionPossible('recall', ticket, NOW)).toBe(true);
  });
});

describe('the last action', () => {
  test('can be taken back for some seconds', () => {
    const undo = { ticketId: 'id of A046', code: 'A046', untilMs: NOW + 9_500 };
    expect(undoSeconds(deskCounter('1', { undo }), NOW)).toBe(9);
    expect(undoSeconds(deskCounter('1', { undo }), NOW + 9_000)).toBe(0);
    expect(undoSeconds(deskCounter('1'), NOW)).toBe(0);
  });
});

describe('the keys', () => {
  const idle = actionsNow(view, deskCounter('1', { next }), NOW);
  const called = actionsNow(view, deskCounter('1', { ticket: calledTicket('A046') }), NOW);

  test('F2 is always the main action', () => {
    expect(actionOfKey(press, idle)).toBe('call');
    expect(actionOfKey(press, called)).toBe('start');
  });

  test('F4 calls again and F8 marks a no-show, only after a call', () => {
    expect(actionOfKey({ ...press, key: 'F4' }, called)).toBe('recall');
    expect(actionOfKey({ ...press, key: 'F8' }, called)).toBe('noShow');
    expect(actionOfKey({ ...press, key: 'F8' }, idle)).toBeNull();
  });

  test('F4 calls from the paper roll where there is one', () => {
    const roll = deskView({ paperRoll: { nextNumber: 1 } });
    const actions = actionsNow(roll, deskCounter('1', { next }), NOW);
    expect(actionOfKey({ ...press, key: 'F4' }, actions)).toBe('callPaper');
  });

  test('F9 takes the last action back', () => {
    expect(actionOfKey({ ...press, key: 'F9' }, idle)).toBe('undo');
  });

  test('a key held down, or with another, is not meant', () => {
    expect(actionOfKey({ ...press, repeat: true }, called)).toBeNull();
    expect(actionOfKey({ ...press, altKey: true }, called)).toBeNull();
    expect(actionOfKey({ ...press, key: 'a' }, called)).toBeNull();
  });
});

describe('the list of people waiting', () => {
  const waiting = [
    waitingTicket('C001'),
    waitingTicket('A047'),
    waitingTicket('B001', { reservedFor: '2' }),
    waitingTicket('C002', { reservedFor: '1' }),
  ];
  const people = deskView({ waiting, waitingCount: 4 });
  const counter = deskCounter('1', { next });

  test('keeps the calling order, and knows who is next and whom this counter calls', () => {
    expect(
      waitingRows(people, counter).map((row) => [row.ticket.code, row.isOurs, row.isNext]),
    ).toEqual([
      ['C001', false, false],
      ['A047', true, true],
      ['B001', false, false],
      ['C002', true, false],
    ]);
    expect(nextTicket(people, counter)?.code).toBe('A047');
  });

  test('counts whole minutes, and never below none when the clock of the desk runs behind', () => {
    expect(minutesSince(0, 119_999)).toBe(1);
    expect(minutesSince(60_000, 0)).toBe(0);
  });
});
