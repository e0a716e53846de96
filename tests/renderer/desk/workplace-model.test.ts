import { describe, expect, test } from 'vitest';
import { type ApiErrorCode, errorStatus } from '../../../electron/contract/errors.ts';
import type { CounterTicket, DeskCounter, DeskView } from '../../../electron/contract/views.ts';
import {
  actionOfKey,
  actionsNow,
  minutesSince,
  nextTicket,
  waitingRows,
} from '../../../renderer/desk/workplace-model.ts';

const waiting = (ticketId: string, code: string) => ({
  ticketId,
  code,
  queue: code.slice(0, 1),
  entry: 'walkIn' as const,
  hasPriority: false,
  issuedAtMs: 0,
});

const ticket: CounterTicket = {
  ticketId: 'there',
  code: 'A046',
  status: 'called',
  entry: 'walkIn',
  hasPriority: false,
  issuedAtMs: 0,
  callCount: 1,
  lastCalledAtMs: 60_000,
  startedAtMs: null,
};

const counter: DeskCounter = {
  counter: '1',
  isOpen: true,
  queues: ['A', 'B'],
  ticket: null,
  next: { ticketId: 'second', reason: { code: 'longestWaiting', queue: 'A', sinceMs: 0 } },
};

const view: DeskView = {
  kind: 'desk',
  serviceDay: '2026-11-23',
  waiting: [waiting('first', 'C001'), waiting('second', 'A047'), waiting('third', 'B001')],
  counters: [counter],
  totals: { issued: 4, closed: 0, noShows: 0 },
};

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
    expect(actionsNow(counter)).toEqual({ primary: 'call', isPrimaryPossible: true, others: [] });
  });

  test('a free counter with nobody waiting has nothing to call', () => {
    expect(actionsNow({ ...counter, next: null }).isPrimaryPossible).toBe(false);
  });

  test('once called, the person has come, is called again, or did not come', () => {
    expect(actionsNow({ ...counter, ticket })).toEqual({
      primary: 'start',
      isPrimaryPossible: true,
      others: ['recall', 'noShow'],
    });
  });

  test('a conversation can only be ended', () => {
    const serving = { ...ticket, status: 'serving' as const, startedAtMs: 90_000 };
    expect(actionsNow({ ...counter, ticket: serving })).toMatchObject({
      primary: 'close',
      others: [],
    });
  });

  test('a counter that was closed in the meantime is opened first', () => {
    expect(actionsNow({ ...counter, isOpen: false }).primary).toBe('open');
  });
});

describe('the keys', () => {
  const called = actionsNow({ ...counter, ticket });

  test('F2 is always the main action', () => {
    expect(actionOfKey(press, actionsNow(counter))).toBe('call');
    expect(actionOfKey(press, called)).toBe('start');
  });

  test('F4 calls again and F8 marks a no-show, only after a call', () => {
    expect(actionOfKey({ ...press, key: 'F4' }, called)).toBe('recall');
    expect(actionOfKey({ ...press, key: 'F8' }, called)).toBe('noShow');
    expect(actionOfKey({ ...press, key: 'F8' }, actionsNow(counter))).toBeNull();
  });

  test('a key held down, or with another, is not meant', () => {
    expect(actionOfKey({ ...press, repeat: true }, called)).toBeNull();
    expect(actionOfKey({ ...press, altKey: true }, called)).toBeNull();
    expect(actionOfKey({ ...press, key: 'a' }, called)).toBeNull();
  });
});

describe('the list of people waiting', () => {
  test('keeps the calling order, and knows who is next and whom this counter calls', () => {
    expect(
      waitingRows(view, counter).map((row) => [row.ticket.code, row.isOurs, row.isNext]),
    ).toEqual([
      ['C001', false, false],
      ['A047', true, true],
      ['B001', true, false],
    ]);
    expect(nextTicket(view, counter)?.code).toBe('A047');
  });

  test('counts whole minutes, and never below none when the clock of the desk runs behind', () => {
    expect(minutesSince(0, 119_999)).toBe(1);
    expect(minutesSince(60_000, 0)).toBe(0);
  });
});

test('every error of the contract has a sentence of its own', async () => {
  const { default: texts } = await import('../../../content/languages/it/errors.json', {
    with: { type: 'json' },
  });
  const codes = Object.keys(errorStatus) as ApiErrorCode[];
  expect(codes.filter((code) => !Object.hasOwn(texts, code))).toEqual([]);
});
