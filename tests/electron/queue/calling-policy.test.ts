import { describe, expect, test } from 'vitest';
import { callingOrder, peopleAhead } from '../../../electron/queue/calling-policy.ts';
import type { DayRules } from '../../../electron/queue/day-rules.ts';
import { Day } from './day.ts';

function dayWithCounter(queues = ['A'], dayRules: Partial<DayRules> = {}): Day {
  const day = new Day(dayRules);
  day.open('1', queues, 0);
  return day;
}

/** Whom the counter calls one after the other until nobody is left. */
function serveAll(day: Day, counter: string, atMinute: number): string[] {
  const served: string[] = [];
  while (day.state.line.size > 0) served.push(day.serveNext(counter, atMinute));
  return served;
}

describe('who is next', () => {
  test('the person who waits longest', () => {
    const day = dayWithCounter();
    const people = [0, 3, 3, 8].map((minute) => day.issue('A', minute));
    expect(serveAll(day, '1', 10)).toEqual(people);
  });

  test('a counter looks only at the queues it serves', () => {
    const day = dayWithCounter(['B']);
    day.issue('A', 0);
    const other = day.issue('B', 3);
    expect(day.callNext('1', 4)).toBe(other);
    day.step('closeTicket', '1', other);
    expect(day.attempt({ type: 'callNext', counter: '1' })).toEqual({
      code: 'nobodyWaiting',
      counter: '1',
      nextFromMs: null,
    });
  });
});

describe('priority', () => {
  test('counts as a quarter of an hour: it passes those who came after that, not earlier ones', () => {
    const day = dayWithCounter();
    const early = day.issue('A', 4);
    const inTheSameMinute = day.issue('A', 5);
    const late = day.issue('A', 10);
    const withPriority = day.issue('A', 20, true);
    expect(serveAll(day, '1', 21)).toEqual([early, inTheSameMinute, withPriority, late]);
  });

  test('holds in the queues that the counter would rather call', () => {
    const day = dayWithCounter(['A', 'B', 'C']);
    const withPriority = day.issue('C', 10, true);
    const preferred = day.issue('A', 11);
    expect(serveAll(day, '1', 12)).toEqual([withPriority, preferred]);
  });

  test('does not put a person before one with priority who came earlier', () => {
    const day = dayWithCounter(['A', 'B', 'C']);
    const first = day.issue('C', 10, true);
    const second = day.issue('A', 11, true);
    expect(serveAll(day, '1', 12)).toEqual([first, second]);
  });

  test('does not cost somebody late for an appointment the booked time', () => {
    const day = dayWithCounter();
    const walkIn = day.issue('A', 104);
    const booked = day.comeBooked('A', { booked: 100, at: 120, hasPriority: true });
    expect(serveAll(day, '1', 121)).toEqual([booked, walkIn]);
  });
});

describe('a counter that serves several queues', () => {
  test('counts ten minutes for each place down in its preferences', () => {
    const day = dayWithCounter(['A', 'B', 'C']);
    const third = day.issue('C', 0);
    const second = day.issue('B', 11);
    const first = day.issue('A', 20.5);
    const newcomer = day.issue('A', 22);
    expect(serveAll(day, '1', 23)).toEqual([third, first, second, newcomer]);
  });

  test('calls who came first, where preferences make two people equal', () => {
    const day = dayWithCounter(['A', 'B']);
    const inB = day.issue('B', 0);
    const inA = day.issue('A', 10);
    expect(serveAll(day, '1', 11)).toEqual([inB, inA]);
  });

  test('calls nobody of a queue it serves no longer', () => {
    const day = dayWithCounter(['A', 'B']);
    day.issue('B', 0);
    const inA = day.issue('A', 1);
    day.do({ type: 'changeQueues', counter: '1', queues: ['A'] });
    expect(day.callNext('1')).toBe(inA);
  });
});

describe('nobody is overtaken for ever', () => {
  test('after three who came later, it is the turn of who waits', () => {
    const day = dayWithCounter(['A', 'B'], { preferenceStepMs: 1e9 });
    const patient = day.issue('B', 0);
    const others = [1, 2, 3, 4, 5].map((minute) => day.issue('A', minute));
    expect(serveAll(day, '1', 6)).toEqual([...others.slice(0, 3), patient, ...others.slice(3)]);
  });

  test('those whom a counter could not have called are not overtaken by its calls', () => {
    const day = dayWithCounter(['A'], { preferenceStepMs: 1e9 });
    day.open('2', ['A', 'B']);
    const patient = day.issue('B', 0);
    const others = [1, 2, 3, 4, 5, 6, 7].map((minute) => day.issue('A', minute));
    for (let called = 0; called < 4; called += 1) day.serveNext('1', 8);
    expect([day.serveNext('2'), day.serveNext('2'), day.serveNext('2')]).toEqual(others.slice(4));
    expect(day.serveNext('2')).toBe(patient);
  });

  test('who is overtaken enough still waits for who came before', () => {
    const day = dayWithCounter(['A', 'B'], { mostOvertaken: 1, preferenceStepMs: 1e9 });
    const first = day.issue('B', 0);
    const second = day.issue('B', 1);
    const [third = '', fourth = ''] = [day.issue('A', 2), day.issue('A', 3)];
    expect(serveAll(day, '1', 4)).toEqual([third, first, second, fourth]);
  });

  test('those who have just come back are not overtaken while nobody may call them', () => {
    const day = dayWithCounter(['A', 'B'], {
      mostOvertaken: 1,
      preferenceStepMs: 1e9,
      noShow: { afterCalls: 1, afterMs: 0 },
    });
    const back = day.issue('B', 0);
    day.callNext('1', 1);
    day.step('markNoShow', '1', back, 1);
    day.step('returnTicket', '1', back, 1);
    const during = [2, 3].map((minute) => day.issue('A', minute));
    expect([day.serveNext('1', 4), day.serveNext('1', 5)]).toEqual(during);
    const [first] = [7, 8].map((minute) => day.issue('A', minute));
    expect([day.serveNext('1', 9), day.serveNext('1', 9)]).toEqual([first, back]);
  });

  test('nobody is overtaken by who was only put aside, and is called back by choice', () => {
    const day = dayWithCounter(['A', 'B'], { mostOvertaken: 1, preferenceStepMs: 1e9 });
    day.open('2', ['A']);
    day.issue('B', 0);
    const aside = day.issue('A', 1);
    day.callNext('2', 2);
    day.step('parkTicket', '2', aside);
    day.step('callTicket', '1', aside, 3);
    day.step('closeTicket', '1', aside);
    const next = day.issue('A', 4);
    expect(day.callNext('1', 4)).toBe(next);
  });

  test('with a bound of none, everyone is called in plain order of arrival', () => {
    const day = dayWithCounter(['A', 'B'], { mostOvertaken: 0 });
    const people = [day.issue('B', 0), day.issue('A', 1, true), day.issue('A', 2)];
    expect(serveAll(day, '1', 3)).toEqual(people);
  });
});

describe('the order in which the waiting people are shown', () => {
  test('is that of one counter for all queues, which prefers none', () => {
    const day = dayWithCounter(['A', 'B']);
    const inB = day.issue('B', 0);
    const inA = day.issue('A', 1);
    const after = day.issue('A', 10);
    const withPriority = day.issue('C', 20, true);
    const order = [inB, inA, withPriority, after];
    expect(callingOrder(day.state).map(({ ticketId }) => ticketId)).toEqual(order);
    expect(callingOrder(day.state, 2).map(({ ticketId }) => ticketId)).toEqual(order.slice(0, 2));
    expect(callingOrder(day.state, 0)).toEqual([]);
    expect(day.state.line.size).toBe(4);
  });

  test('has those reserved for a counter, and those who have just come back, in their place', () => {
    const day = dayWithCounter(['A'], { noShow: { afterCalls: 1, afterMs: 0 } });
    day.open('2');
    const absent = day.issue('A', 0);
    const reserved = day.issue('A', 1);
    const third = day.issue('A', 2);
    day.callNext('1', 3);
    day.step('markNoShow', '1', absent, 3);
    day.step('returnTicket', '1', absent, 3);
    const to = { counter: '2' };
    day.do({ type: 'transferTicket', counter: '1', ticketId: reserved, to }, 3);
    const order = [absent, reserved, third];
    expect(callingOrder(day.state).map(({ ticketId }) => ticketId)).toEqual(order);
  });

  test('keeps to what people have been overtaken already', () => {
    const day = dayWithCounter(['A', 'B'], { mostOvertaken: 1, preferenceStepMs: 1e9 });
    day.open('2');
    const reserved = day.issue('B', 0);
    day.issue('A', 1);
    day.serveNext('1', 1);
    const to = { counter: '2' };
    day.do({ type: 'transferTicket', counter: '1', ticketId: reserved, to });
    const withPriority = day.issue('A', 2, true);
    const order = [reserved, withPriority];
    expect(callingOrder(day.state).map(({ ticketId }) => ticketId)).toEqual(order);
  });
});

describe('how many people are ahead', () => {
  test('those of the same queue who are called before', () => {
    const day = dayWithCounter();
    day.issue('A', 0);
    day.issue('B', 1);
    const third = day.issue('A', 2);
    const fourth = day.issue('A', 2);
    day.issue('A', 10, true);
    day.comeBooked('A', { booked: 1, at: 15 });
    const withPriority = day.issue('A', 16, true);
    const ahead = [third, fourth, withPriority].map((id) => peopleAhead(day.state, day.ticket(id)));
    expect(ahead).toEqual([4, 5, 3]);
  });

  test('nobody, once the person is called', () => {
    const day = dayWithCounter();
    day.issue('A', 0);
    const chosen = day.issue('A', 1);
    expect(peopleAhead(day.state, day.ticket(chosen))).toBe(1);
    day.step('callTicket', '1', chosen, 2);
    expect(peopleAhead(day.state, day.ticket(chosen))).toBe(0);
  });

  test('those reserved for the same counter, where the person is', () => {
    const day = dayWithCounter();
    day.open('2');
    const [first = '', second = ''] = [day.issue('A', 0), day.issue('A', 1)];
    for (const ticketId of [first, second]) {
      day.do({ type: 'transferTicket', counter: '1', ticketId, to: { counter: '2' } }, 2);
    }
    day.issue('A', 3);
    expect(peopleAhead(day.state, day.ticket(first))).toBe(0);
    expect(peopleAhead(day.state, day.ticket(second))).toBe(1);
  });
});
