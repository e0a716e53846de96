import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { callingOrder, peopleAhead, pickNext } from '../../../electron/queue/calling-policy.ts';
import { evolve, newDay } from '../../../electron/queue/state.ts';
import { Day, MINUTE_MS, rules } from './day.ts';

/** Arrivals of an afternoon: minutes since the person before, the queue, and priority or not. */
const arrivals = fc.array(
  fc.record({
    afterMinutes: fc.integer({ min: 0, max: 20 }),
    queue: fc.constantFrom('A', 'B'),
    hasPriority: fc.boolean(),
  }),
  { minLength: 1, maxLength: 60 },
);

function dayOf(people: readonly { afterMinutes: number; queue: string; hasPriority: boolean }[]) {
  const day = new Day();
  let minute = 0;
  for (const person of people) {
    minute += person.afterMinutes;
    day.issue(person.queue, minute, person.hasPriority);
  }
  return day;
}

describe('who is next', () => {
  test('the person who waits longest, and the desk knows why', () => {
    const day = new Day();
    const first = day.issue('A', 0);
    day.issue('A', 3);
    expect(pickNext(day.state, ['A'])).toMatchObject({
      ticket: { ticketId: first },
      reason: { code: 'longestWaiting', queue: 'A', sinceMs: 0 },
    });
  });

  test('a counter looks only at the queues it serves', () => {
    const day = new Day();
    day.issue('A', 0);
    const other = day.issue('B', 3);
    expect(pickNext(day.state, ['B'])?.ticket.ticketId).toBe(other);
    expect(pickNext(day.state, [])).toBeNull();
  });

  test('priority passes those who came up to a quarter of an hour before, not earlier ones', () => {
    const day = new Day();
    const early = day.issue('A', 0);
    const late = day.issue('A', 10);
    const withPriority = day.issue('A', 20, true);
    expect(callingOrder(day.state).map((ticket) => ticket.ticketId)).toEqual([
      early,
      withPriority,
      late,
    ]);
    day.do({ type: 'openCounter', counter: '1', queues: ['A'] });
    expect(day.callNext('1', 21)).toBe(early);
    expect(pickNext(day.state, ['A'])?.reason).toEqual({
      code: 'priority',
      queue: 'A',
      sinceMs: 20 * MINUTE_MS,
    });
  });

  test('people ahead are those of the same queue who are called before', () => {
    const day = new Day();
    day.issue('A', 0);
    day.issue('B', 1);
    const third = day.issue('A', 2);
    const ticket = day.state.tickets.get(third);
    if (ticket === undefined) throw new Error('No ticket');
    expect(peopleAhead(day.state, ticket)).toBe(1);
  });
});

describe('whatever the afternoon brings', () => {
  test('nobody with priority is called later than plain order of arrival would have called them', () => {
    fc.assert(
      fc.property(arrivals, (people) => {
        const day = dayOf(people);
        const order = callingOrder(day.state);
        const byArrival = [...day.state.tickets.values()];
        for (const ticket of byArrival.filter((each) => each.hasPriority)) {
          expect(order.indexOf(ticket)).toBeLessThanOrEqual(byArrival.indexOf(ticket));
        }
      }),
    );
  });

  test('among people alike, nobody is called before someone who came earlier', () => {
    fc.assert(
      fc.property(arrivals, (people) => {
        const order = callingOrder(dayOf(people).state);
        for (const hasPriority of [true, false]) {
          const numbers = order
            .filter((ticket) => ticket.queue === 'A' && ticket.hasPriority === hasPriority)
            .map((ticket) => ticket.number);
          expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
        }
      }),
    );
  });

  test('a person is passed only by those who came within the head start', () => {
    fc.assert(
      fc.property(arrivals, (people) => {
        const order = callingOrder(dayOf(people).state);
        order.forEach((ticket, place) => {
          for (const earlier of order.slice(0, place)) {
            expect(earlier.issuedAtMs - ticket.issuedAtMs).toBeLessThanOrEqual(
              rules.priorityCreditMs,
            );
          }
        });
      }),
    );
  });

  test('everyone is called exactly once, whoever calls', () => {
    fc.assert(
      fc.property(arrivals, fc.array(fc.constantFrom('1', '2')), (people, callers) => {
        const day = dayOf(people);
        day.do({ type: 'openCounter', counter: '1', queues: ['A', 'B'] });
        day.do({ type: 'openCounter', counter: '2', queues: ['A'] });
        const called: string[] = [];
        for (const counter of [...callers, ...people.map(() => '1')]) {
          const error = day.attempt({ type: 'callNext', counter });
          if (error !== null) continue;
          const ticketId = day.state.counters.get(counter)?.ticketId ?? '';
          called.push(ticketId);
          day.do({ type: 'closeTicket', counter, ticketId });
        }
        expect(new Set(called).size).toBe(called.length);
        expect(called.length).toBe(people.length);
      }),
    );
  });

  test('the state is what the ledger says: replaying it gives the same state', () => {
    fc.assert(
      fc.property(arrivals, (people) => {
        const day = dayOf(people);
        day.do({ type: 'openCounter', counter: '1', queues: ['A'] });
        day.attempt({ type: 'callNext', counter: '1' });
        expect(day.ledger.reduce(evolve, newDay(rules))).toEqual(day.state);
      }),
    );
  });
});
