import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { callingOrder, pickNext } from '../../../electron/queue/calling-policy.ts';
import { evolve } from '../../../electron/queue/evolve.ts';
import { type DayState, newDay } from '../../../electron/queue/state.ts';
import { PAPER_ROLL_LETTER, type Ticket } from '../../../electron/queue/ticket.ts';
import { waitingPerson } from '../../../electron/queue/waiting-person.ts';
import { Day, MINUTE_MS, readable, rules } from './day.ts';
import { type Happening, play, runs, steps } from './random-day.ts';

const bound = fc.integer({ min: 0, max: 5 });

function waiting(state: DayState): Ticket[] {
  return [...state.tickets.values()].filter(({ status }) => status === 'waiting');
}

/** Whether the person came before the other; time away is not waiting. */
function cameBefore(one: Ticket, other: Ticket): boolean {
  const differenceMs = one.issuedAtMs + one.awayMs - other.issuedAtMs - other.awayMs;
  return differenceMs < 0 || (differenceMs === 0 && one.order < other.order);
}

/** Whom "call next" called, and those whom the counter could have called instead. */
function callOf({ command, before, after, event }: Happening) {
  if (command.type !== 'callNext' || event?.type !== 'ticketCalled') return null;
  const called = before.tickets.get(event.ticketId);
  const counter = before.counters.get(command.counter);
  if (called === undefined || counter === undefined) throw new Error('Who was called where?');
  const others = waiting(before).filter(
    ({ ticketId, reservedFor, queue, notBeforeMs }) =>
      ticketId !== called.ticketId &&
      (reservedFor === null
        ? counter.queues.includes(queue) || queue === PAPER_ROLL_LETTER
        : reservedFor === command.counter) &&
      notBeforeMs <= after.lastEventAtMs,
  );
  return { called, others };
}

/** What a state says, but for its place in the ledger and what can be undone. */
function lasting(state: DayState) {
  const { sequence, lastEventAtMs, lastActions, tickets, ...rest } = readable(state);
  const unmarked = tickets.map(({ changedAt, changedAtMs, ...ticket }) => ticket);
  return { ...rest, tickets: unmarked };
}

describe('whatever the afternoon brings', () => {
  /** By bound: how often somebody was overtaken at most. */
  const largest = new Map<number, number>();
  afterAll(() => {
    for (const [mostOvertaken, times] of [...largest].sort(([a], [b]) => a - b)) {
      console.info(`B = ${mostOvertaken}: at most ${times} who came later were called before`);
    }
  });

  test('at most B people who came later are called before anyone who waits', () => {
    const property = fc.property(steps, bound, (afternoon, mostOvertaken) => {
      const overtaken = new Map<string, number>();
      /** Whom the last step of a counter overtook, if it was a call. */
      const lastPassed = new Map<string, readonly string[]>();
      const add = (people: readonly string[], times: 1 | -1): void => {
        for (const id of people) overtaken.set(id, (overtaken.get(id) ?? 0) + times);
      };
      play(afternoon, { mostOvertaken }, (happening) => {
        const { before, event, after } = happening;
        if (event === null) return;
        const call = callOf(happening);
        const passed =
          call?.others.filter((other) => cameBefore(other, call.called)).map((o) => o.ticketId) ??
          [];
        add(passed, 1);
        if (event.type === 'actionUndone') add(lastPassed.get(event.counter) ?? [], -1);
        if ('counter' in event && 'ticketId' in event) lastPassed.set(event.counter, passed);
        // Who was called has had their turn: if they wait again, it counts anew.
        const id = 'ticketId' in event ? event.ticketId : '';
        if (before.tickets.get(id)?.status !== 'waiting' && event.type !== 'ticketCalled') {
          overtaken.delete(id);
        }
        for (const { ticketId } of waiting(after)) {
          const times = overtaken.get(ticketId) ?? 0;
          expect(times).toBeLessThanOrEqual(mostOvertaken);
          largest.set(mostOvertaken, Math.max(largest.get(mostOvertaken) ?? 0, times));
        }
      });
    });
    fc.assert(property, runs(60));
  });

  test('the same day has the same next person, and a ledger read again the same state', () => {
    const property = fc.property(steps, bound, (afternoon, mostOvertaken) => {
      const day = play(afternoon, { mostOvertaken });
      const again = day.ledger.reduce(evolve, newDay(day.state.rules));
      expect(readable(again)).toEqual(readable(day.state));
      expect(callingOrder(again)).toEqual(callingOrder(day.state));
      for (const counter of day.state.counters.values()) {
        const nowMs = day.minute * MINUTE_MS;
        const pick = pickNext(day.state, counter, nowMs);
        expect(pickNext(again, counter, nowMs)).toEqual(pick);
        expect(pickNext(day.state, counter, nowMs)).toEqual(pick);
      }
    });
    fc.assert(property, runs(100));
  });

  /**
   * Of two with an appointment, who came earlier is who arrived earlier and counts from no later a
   * time. Where one arrived first and the other has the earlier time, the time decides until the
   * bound B is reached.
   */
  test('among people alike in one queue, nobody is called before someone who came earlier', () => {
    const countsFromMs = (ticket: Ticket) => waitingPerson(ticket, rules).countsFromMs;
    const isPlain = ({ origin, awayMs, queue, letter }: Ticket) =>
      origin === 'arrived' && awayMs === 0 && queue === letter;
    const property = fc.property(steps, bound, (afternoon, mostOvertaken) => {
      play(afternoon, { mostOvertaken }, (happening) => {
        const call = callOf(happening);
        if (call === null || !isPlain(call.called)) return;
        const { called, others } = call;
        const alike = others.filter(
          (other) =>
            isPlain(other) &&
            other.queue === called.queue &&
            other.entry === called.entry &&
            other.hasPriority === called.hasPriority,
        );
        const before = alike.filter(
          (other) => cameBefore(other, called) && countsFromMs(other) <= countsFromMs(called),
        );
        expect(before).toEqual([]);
      });
    });
    fc.assert(property, runs(100));
  });

  test('while the bound is not reached, appointments are called by the time they count from', () => {
    const property = fc.property(steps, (afternoon) => {
      const noPriority = afternoon.map((one) =>
        'hasPriority' in one ? { ...one, hasPriority: false } : one,
      );
      play(noPriority, { mostOvertaken: 1000 }, (happening) => {
        const call = callOf(happening);
        if (call === null) return;
        const countsFromMs = (ticket: Ticket) => waitingPerson(ticket, rules).countsFromMs;
        for (const other of call.others) {
          if (other.queue !== call.called.queue || call.called.reservedFor !== null) continue;
          if (other.reservedFor !== null) continue;
          expect(countsFromMs(call.called)).toBeLessThanOrEqual(countsFromMs(other));
        }
      });
    });
    fc.assert(property, runs(80));
  });

  test('nobody who came later is called before a person with priority', () => {
    const property = fc.property(steps, bound, (afternoon, mostOvertaken) => {
      play(afternoon, { mostOvertaken }, (happening) => {
        const call = callOf(happening);
        const before = call?.others.filter(
          (other) => other.hasPriority && cameBefore(other, call.called),
        );
        expect(before ?? []).toEqual([]);
      });
    });
    fc.assert(property, runs(100));
  });

  test('no ticket is at two counters, no number is missing, and every list agrees', () => {
    const property = fc.property(steps, bound, (afternoon, mostOvertaken) => {
      play(afternoon, { mostOvertaken }, ({ after, event }) => {
        if (event !== null) expectConsistent(after);
      });
    });
    fc.assert(property, runs(25));
  });

  test('undoing a step leaves what was there before', () => {
    const property = fc.property(steps, bound, (afternoon, mostOvertaken) => {
      play(afternoon, { mostOvertaken }, ({ before, after, event }) => {
        if (event === null || !('counter' in event)) return;
        const { counter } = event;
        if (after.lastActions.get(counter)?.sequence !== after.sequence) return;
        const undone = evolve(after, {
          sequence: after.sequence + 1,
          atMs: after.lastEventAtMs,
          event: { type: 'actionUndone', counter },
        });
        expect(lasting(undone)).toEqual(lasting(before));
      });
    });
    fc.assert(property, runs(50));
  });

  test('a refused command changes nothing, and says what is wrong with it', () => {
    const property = fc.property(steps, (afternoon) => {
      play(afternoon, {}, (happening) => {
        if (happening.error === null) return;
        expect(happening.after).toBe(happening.before);
        expectTrueFacts(happening);
      });
    });
    fc.assert(property, runs(150));
  });
});

function expectConsistent(state: DayState): void {
  const tickets = [...state.tickets.values()];
  for (const { counter, ticketId } of state.counters.values()) {
    if (ticketId === null) continue;
    const ticket = state.tickets.get(ticketId);
    expect(['called', 'serving']).toContain(ticket?.status);
    expect(ticket?.counter).toBe(counter);
  }
  for (const { ticketId, counter, status } of tickets) {
    if (status !== 'called' && status !== 'serving') continue;
    expect(state.counters.get(counter ?? '')?.ticketId).toBe(ticketId);
  }
  const counted: Record<string, number> = {};
  const numbers = new Map<string, number[]>();
  for (const { status, letter, number } of tickets) {
    counted[status] = (counted[status] ?? 0) + 1;
    numbers.set(letter, [...(numbers.get(letter) ?? []), number]);
  }
  const present = Object.entries(state.ticketsByStatus).filter(([, count]) => count !== 0);
  expect(Object.fromEntries(present)).toEqual(counted);
  for (const [letter, given] of numbers) {
    const sorted = [...given].sort((a, b) => a - b);
    expect(new Set(given).size).toBe(given.length);
    // Whoever holds a number of the roll may not have been called yet.
    if (letter !== PAPER_ROLL_LETTER) expect(sorted).toEqual(sorted.map((_, index) => index + 1));
  }
  const byOrder = (a: { order: number }, b: { order: number }) => a.order - b.order;
  const expected = waiting(state).map((ticket) => waitingPerson(ticket, state.rules));
  expect([...state.line.people()].sort(byOrder)).toEqual(expected.sort(byOrder));
  expect(state.line.size).toBe(expected.length);
  for (const { reservedFor } of expected) {
    if (reservedFor !== null) expect(state.counters.get(reservedFor)?.status).toBe('open');
  }
}

function expectTrueFacts({ command, before, error }: Happening): void {
  if (error === null) return;
  const asked = [
    ...('counter' in command ? [command.counter] : []),
    ...(command.type === 'transferTicket' && 'counter' in command.to ? [command.to.counter] : []),
  ];
  if ('counter' in error) {
    expect(asked).toContain(error.counter);
    const status = before.counters.get(error.counter)?.status;
    const isOpen = status === 'open' || status === 'paused';
    expect(isOpen).toBe(error.code !== 'counterNotOpen');
    if (error.code === 'counterPaused') expect(status).toBe('paused');
  }
  switch (error.code) {
    case 'ticketNotFound':
      expect(before.tickets.has(error.ticketId)).toBe(false);
      break;
    case 'wrongTicketStatus':
      expect(before.tickets.get(error.ticketId)?.status).toBe(error.status);
      expect(error.expected).not.toContain(error.status);
      break;
    case 'ticketNotAtCounter':
      expect(before.tickets.get(error.ticketId)?.counter).not.toBe(error.counter);
      break;
    case 'counterBusy':
      expect(before.counters.get(error.counter)?.ticketId).toBe(error.ticketId);
      break;
    case 'paperNumberUsed':
      expect(before.paperNumbersCalled.has(error.number)).toBe(true);
      break;
    default:
      // These have no other facts, or none that an afternoon like these can give.
      break;
  }
}

describe('over a whole day with counters that all serve everybody', () => {
  const people = fc.array(
    fc.record({
      afterMinutes: fc.nat({ max: 12 }),
      queue: fc.constantFrom('A', 'B', 'C'),
      declares: fc.integer({ min: 0, max: 99 }),
      bookedInMinutes: fc.option(fc.integer({ min: -30, max: 40 })),
      servedMinutes: fc.integer({ min: 1, max: 30 }),
    }),
    { minLength: 10, maxLength: 60, size: 'max' },
  );
  const preferences = ['ABC', 'CBA', 'BCA'].map((all) => all.split(''));

  test.each([0, 15, 30, 60, 100])(
    'nobody with priority is called after their place by arrival, when %i % declare it',
    (share) => {
      const property = fc.property(people, fc.integer({ min: 1, max: 3 }), (all, counters) => {
        const { came, called } = serveEverybody(all, share, preferences.slice(0, counters));
        expect(called.length).toBe(came.length);
        for (const [place, { ticketId, hasPriority }] of came.entries()) {
          if (hasPriority) expect(called.indexOf(ticketId)).toBeLessThanOrEqual(place);
        }
      });
      fc.assert(property, runs(25));
    },
  );

  interface Person {
    readonly afterMinutes: number;
    readonly queue: string;
    readonly declares: number;
    readonly bookedInMinutes: number | null;
    readonly servedMinutes: number;
  }

  /** Everybody comes in turn; whenever a counter is free, it calls the next. */
  function serveEverybody(
    all: readonly Person[],
    share: number,
    counters: readonly (readonly string[])[],
  ): { came: Ticket[]; called: string[] } {
    const day = new Day();
    counters.forEach((queues, index) => {
      day.open(String(index), queues);
    });
    const freeAt = counters.map(() => 0);
    const came: Ticket[] = [];
    const called: string[] = [];
    const callUntil = (minute: number): void => {
      for (;;) {
        const free = freeAt.indexOf(Math.min(...freeAt));
        const at = Math.max(day.minute, freeAt[free] ?? 0);
        if (at > minute || day.state.line.size === 0) return;
        called.push(day.serveNext(String(free), at));
        freeAt[free] = at + (all[called.length - 1]?.servedMinutes ?? 1);
      }
    };
    let minute = 100;
    for (const { afterMinutes, queue, declares, bookedInMinutes } of all) {
      minute += afterMinutes;
      callUntil(minute);
      const hasPriority = declares < share;
      const ticketId =
        bookedInMinutes === null
          ? day.issue(queue, minute, hasPriority)
          : day.comeBooked(queue, { booked: minute + bookedInMinutes, at: minute, hasPriority });
      came.push(day.ticket(ticketId));
    }
    callUntil(Number.POSITIVE_INFINITY);
    return { came, called };
  }
});
