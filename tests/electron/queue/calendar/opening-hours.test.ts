import { describe, expect, test } from 'vitest';
import { Day, MINUTE_MS } from '../day.ts';

/** Open from minute 540 to 720 and from 840 to 960; the last tickets half an hour before. */
const openingWindows = [
  { opensAtMs: 540, closesAtMs: 720, lastTicketAtMs: 690 },
  { opensAtMs: 840, closesAtMs: 960, lastTicketAtMs: 930 },
].map(({ opensAtMs, closesAtMs, lastTicketAtMs }) => ({
  opensAtMs: opensAtMs * MINUTE_MS,
  closesAtMs: closesAtMs * MINUTE_MS,
  lastTicketAtMs: lastTicketAtMs * MINUTE_MS,
}));

function take(at: 'kiosk' | 'desk', ticketId = 'ticket') {
  const person = { queue: 'A', entry: 'walkIn', hasPriority: false } as const;
  return { type: 'issueTicket', ticketId, at, ...person } as const;
}

describe('the kiosk gives numbers', () => {
  test.each([
    ['not before the office opens', 539.99, 540],
    ['from the opening', 540, 'open'],
    ['until the hour of the last ticket', 689.99, 'open'],
    ['not from then on', 690, 840],
    ['again in the afternoon', 840, 'open'],
    ['not when the day is over', 930, null],
  ] as const)('%s', (_when, minute, expected) => {
    const error = new Day({ openingWindows }).attempt(take('kiosk'), minute);
    if (expected === 'open') return expect(error).toBeNull();
    const opensAtMs = expected === null ? null : expected * MINUTE_MS;
    return expect(error).toEqual({ code: 'officeClosed', opensAtMs });
  });

  test('on no hour of a day on which the office is closed', () => {
    const day = new Day({ openingWindows: [] });
    expect(day.attempt(take('kiosk'), 600)).toEqual({ code: 'officeClosed', opensAtMs: null });
  });
});

describe('whatever the hour', () => {
  test('the desk gives a number to who cannot use the kiosk', () => {
    const day = new Day({ openingWindows });
    day.do(take('desk'), 700);
    expect(day.ticket('ticket').number).toBe(1);
  });

  test('people are called', () => {
    const day = new Day({ openingWindows });
    day.open('1');
    const ticketId = day.issue('A', 600);
    expect(day.callNext('1', 800)).toBe(ticketId);
  });
});

describe('who has an appointment checks in', () => {
  const checkIn = { type: 'checkIn', ticketId: 't', code: 'X', hasPriority: false } as const;

  test.each([
    ['as soon as the office is open', 'kiosk', 540, null],
    ['after the hour of the last ticket too', 'kiosk', 719, null],
    ['but not when the office has closed', 'kiosk', 720, 840],
    ['and at the desk at any hour', 'desk', 720, null],
  ] as const)('%s', (_when, at, minute, opens) => {
    const day = new Day({ openingWindows });
    const appointments = [{ code: 'X', queue: 'A', bookedAtMs: 0 }];
    day.do({ type: 'importAppointments', appointments }, 500);
    const refused = opens && { code: 'officeClosed', opensAtMs: opens * MINUTE_MS };
    expect(day.attempt({ ...checkIn, at }, minute)).toEqual(refused);
  });
});

describe('a clock that was wrong for a while', () => {
  test('three hours ahead, closes the office no longer once it is right', () => {
    const day = new Day({ openingWindows });
    day.do(take('desk', 'first'), 600 + 180);
    expect(day.attempt(take('kiosk', 'second'), 601)).toBeNull();
    expect(day.ledger.map(({ atMs }) => atMs / MINUTE_MS)).toEqual([780, 780]);
  });

  test('three hours ahead, takes nobody their place', () => {
    const day = new Day();
    day.open('1');
    const before = day.issue('A', 600);
    const wrong = day.issue('A', 780);
    const after = [601, 602, 603].map((minute) => day.issue('A', minute));
    const served = [1, 2, 3, 4, 5].map(() => day.serveNext('1', 604));
    expect(served).toEqual([before, wrong, ...after]);
  });

  test('holds up nobody who has come back, nor the end of a call that nobody answers', () => {
    const day = new Day();
    day.open('1');
    const ticketId = day.issue('A', 780);
    day.callNext('1', 600);
    day.step('recall', '1', ticketId, 600);
    day.step('markNoShow', '1', ticketId, 600);
    day.step('returnTicket', '1', ticketId, 601);
    expect(day.callNext('1', 601)).toBe(ticketId);
  });

  test('calls must be made all the same', () => {
    const day = new Day();
    day.open('1');
    const ticketId = day.issue('A', 780);
    day.callNext('1', 600);
    expect(day.attemptStep('markNoShow', '1', ticketId)).toEqual({
      code: 'tooEarlyForNoShow',
      callsMissing: 1,
      waitMs: 0,
    });
  });

  test('a few seconds behind, as those of two servers are, changes nothing', () => {
    const day = new Day();
    day.open('1');
    const ticketId = day.issue('A', 600);
    day.callNext('1', 600);
    day.step('recall', '1', ticketId, 600);
    expect(day.attemptStep('markNoShow', '1', ticketId, 599)).toMatchObject({ waitMs: 60_000 });
    day.step('markNoShow', '1', ticketId, 601);
    day.step('returnTicket', '1', ticketId, 605);
    expect(day.attempt({ type: 'callNext', counter: '1' }, 600)).toMatchObject({
      code: 'nobodyWaiting',
    });
  });

  test('set back, makes nobody younger in the queue', () => {
    const day = new Day();
    day.issue('A', 100);
    day.issue('A', 40);
    expect(day.ledger.map(({ atMs }) => atMs / MINUTE_MS)).toEqual([100, 100]);
  });
});
