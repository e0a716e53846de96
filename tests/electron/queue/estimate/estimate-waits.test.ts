import { describe, expect, it } from 'vitest';
import type { QueueCommand } from '../../../../electron/queue/command.ts';
import type { DayRules } from '../../../../electron/queue/day-rules.ts';
import { decide } from '../../../../electron/queue/decide.ts';
import {
  estimateWaits,
  type WaitEstimate,
} from '../../../../electron/queue/estimate/estimate-waits.ts';
import { type Knowledge, learn } from '../../../../electron/queue/estimate/knowledge.ts';
import { evolve } from '../../../../electron/queue/evolve.ts';
import { type DayState, newDay } from '../../../../electron/queue/state.ts';
import { type Cell, noCounters, noFigures } from '../../../../electron/queue/statistics/figures.ts';
import { durationSums, momentsOf } from '../../../../electron/queue/statistics/sums.ts';

const MINUTE_MS = 60_000;
/** Nine in the morning in Milan, in winter. */
const NINE_MS = Date.UTC(2026, 1, 10, 8);
/** Past the last ticket, so that nobody else comes. */
const ELEVEN_MS = NINE_MS + 120 * MINUTE_MS;

const rules: DayRules = {
  queues: [
    { letter: 'A', dailyCap: 999 },
    { letter: 'B', dailyCap: 999 },
  ],
  openingWindows: [
    {
      opensAtMs: NINE_MS,
      lastTicketAtMs: NINE_MS + 110 * MINUTE_MS,
      closesAtMs: NINE_MS + 150 * MINUTE_MS,
    },
  ],
  priorityHeadStartMs: 15 * MINUTE_MS,
  preferenceStepMs: 10 * MINUTE_MS,
  mostOvertaken: 6,
  appointments: { earlyLimitMs: 30 * MINUTE_MS, lateLimitMs: 15 * MINUTE_MS },
  returnGuardMs: 5 * MINUTE_MS,
  noShow: { afterCalls: 1, afterMs: MINUTE_MS },
  undoWithinMs: 10_000,
};

const office = {
  queues: ['A', 'B'],
  counters: [
    { counter: '1', queues: ['A', 'B'] },
    { counter: '2', queues: ['B', 'A'] },
  ],
};

/** A day on which services took about so many minutes; half of them 20 % less, half 20 % more. */
function pastDay(serviceMinutes: number): Cell[] {
  const services = Array.from(
    { length: 30 },
    (_, index) => serviceMinutes * MINUTE_MS * (index % 2 === 0 ? 0.8 : 1.2),
  );
  const short = Array.from({ length: 30 }, () => 15_000);
  const counts = { people: 30, issued: 30, served: 30 };
  const queue = (letter: string): Cell => ({
    hour: null,
    queue: letter,
    figures: {
      ...noFigures,
      counts,
      times: {
        service: durationSums(services),
        walk: durationSums(short),
        betweenCalls: durationSums(short),
      },
    },
  });
  const hour = (at: number): Cell => ({
    hour: at,
    queue: null,
    figures: {
      ...noFigures,
      counters: {
        ...noCounters,
        openMs: 120 * MINUTE_MS,
        kioskMs: 60 * MINUTE_MS,
        openings: momentsOf(at === 9 ? [MINUTE_MS, 2 * MINUTE_MS] : []),
      },
    },
  });
  return [queue('A'), queue('B'), hour(9), hour(10)];
}

const tenMinutes = learn(
  Array.from({ length: 20 }, () => pastDay(10)),
  office,
);
const nothing = learn([], office);

function dayOf(
  commands: readonly QueueCommand[],
  nowMs = ELEVEN_MS,
  state = newDay(rules),
): DayState {
  let next = state;
  for (const command of commands) {
    const decision = decide(next, command, nowMs);
    if (!decision.ok) throw new Error(`Refused: ${JSON.stringify(decision.error)}`);
    for (const recorded of decision.value) next = evolve(next, recorded);
  }
  return next;
}

function open(counter: string, queues: readonly string[]): QueueCommand {
  return { type: 'openCounter', counter, queues };
}

function issue(ticketId: string, queue = 'A', hasPriority = false): QueueCommand {
  return { type: 'issueTicket', ticketId, queue, entry: 'walkIn', hasPriority, at: 'desk' };
}

function waiting(count: number, queue = 'A'): QueueCommand[] {
  return Array.from({ length: count }, (_, index) => issue(`${queue}${index + 1}`, queue));
}

function minutes(estimate: WaitEstimate | undefined): {
  low: number;
  median: number;
  high: number;
} {
  if (estimate === undefined) throw new Error('Nobody can say');
  return {
    low: estimate.lowMs / MINUTE_MS,
    median: estimate.medianMs / MINUTE_MS,
    high: estimate.highMs / MINUTE_MS,
  };
}

function ask(state: DayState, knowledge: Knowledge, nowMs = ELEVEN_MS) {
  return estimateWaits({
    state,
    knowledge,
    nowMs,
    seed: 1,
    tickets: 'everyone',
    newIn: ['A', 'B'],
  });
}

function waitOf(ticketId: string, state: DayState, knowledge = tenMinutes) {
  return minutes(ask(state, knowledge).byTicket.get(ticketId));
}

describe('how long people will wait', () => {
  it('is about as long as the people before them take', () => {
    const state = dayOf([open('1', ['A']), ...waiting(6), { type: 'callNext', counter: '1' }]);
    // Five people before A6 has gone: ten minutes each, and half a minute to come and to call.
    const { low, median, high } = waitOf('A6', state);
    expect(low).toBeGreaterThan(40);
    expect(median).toBeGreaterThan(48);
    expect(median).toBeLessThan(60);
    expect(high).toBeLessThan(75);
  });

  it('is half as long with twice the counters', () => {
    const one = waitOf('A10', dayOf([open('1', ['A']), ...waiting(10)]));
    const two = waitOf('A10', dayOf([open('1', ['A']), open('2', ['A']), ...waiting(10)]));
    expect(two.median / one.median).toBeGreaterThan(0.38);
    expect(two.median / one.median).toBeLessThan(0.6);
  });

  it('counts on a counter that is shared with another queue', () => {
    const alone = dayOf([open('1', ['B', 'A']), ...waiting(5)]);
    const shared = dayOf(waiting(5, 'B'), ELEVEN_MS, alone);
    const newcomer = (state: DayState) => minutes(ask(state, tenMinutes).byQueue.get('A')).median;
    expect(newcomer(shared) / newcomer(alone)).toBeGreaterThan(1.6);
  });

  it('is shorter with priority', () => {
    const state = dayOf([open('1', ['A']), ...waiting(5), issue('first', 'A', true)]);
    expect(waitOf('first', state).high).toBeLessThan(waitOf('A2', state).median);
  });

  it('is nothing where a counter waits for people', () => {
    const { byQueue } = ask(dayOf([open('1', ['A'])]), tenMinutes);
    expect(byQueue.get('A')).toEqual({ lowMs: 0, medianMs: 0, highMs: 0 });
  });

  it('is longer while a counter pauses', () => {
    const working = dayOf([open('1', ['A']), ...waiting(2)]);
    const pausing = dayOf(
      [{ type: 'pauseCounter', counter: '1', reason: 'break' }],
      ELEVEN_MS,
      working,
    );
    expect(waitOf('A1', pausing).median).toBeGreaterThan(waitOf('A1', working).median + 3);
  });

  it('cannot be said where nobody serves the queue', () => {
    const onlyA = learn([pastDay(10)], { ...office, counters: [{ counter: '1', queues: ['A'] }] });
    const state = dayOf([open('1', ['A']), issue('B1', 'B'), ...waiting(2)]);
    const { byTicket, byQueue } = ask(state, onlyA);
    expect(byTicket.has('B1')).toBe(false);
    expect(byQueue.has('B')).toBe(false);
    expect(byTicket.has('A2')).toBe(true);
  });

  it('counts on counters that usually open', () => {
    const state = dayOf(waiting(1), NINE_MS);
    const { median, high } = minutes(ask(state, tenMinutes, NINE_MS).byTicket.get('A1'));
    expect(median).toBeGreaterThan(0);
    expect(high).toBeLessThan(5);
  });
});

describe('what is not known', () => {
  it('widens the range', () => {
    const state = dayOf([open('1', ['A']), ...waiting(6)]);
    const width = (knowledge: Knowledge) => {
      const { low, high } = waitOf('A6', state, knowledge);
      return high - low;
    };
    expect(width(nothing)).toBeGreaterThan(2 * width(tenMinutes));
  });

  it('is learned from the day itself', () => {
    let state = dayOf([open('1', ['A']), ...waiting(15)], NINE_MS);
    // Twelve people who took three minutes each, in an office that knows nothing yet.
    for (let person = 0; person < 12; person += 1) {
      const atMs = NINE_MS + person * 3.5 * MINUTE_MS;
      const about = { counter: '1', ticketId: `A${person + 1}` };
      state = dayOf([{ type: 'callTicket', ...about }], atMs, state);
      state = dayOf([{ type: 'startService', ...about }], atMs + MINUTE_MS / 2, state);
      state = dayOf([{ type: 'closeTicket', ...about }], atMs + 3.5 * MINUTE_MS, state);
    }
    const fresh = dayOf([open('1', ['A']), ...waiting(3)]);
    expect(waitOf('A15', state, nothing).high).toBeLessThan(
      waitOf('A3', fresh, nothing).high / 1.5,
    );
  });

  it('makes a slow day slower than the past says', () => {
    let state = dayOf([open('1', ['A']), ...waiting(12)], NINE_MS);
    for (let person = 0; person < 6; person += 1) {
      const atMs = NINE_MS + person * 20 * MINUTE_MS;
      const about = { counter: '1', ticketId: `A${person + 1}` };
      state = dayOf([{ type: 'callTicket', ...about }], atMs, state);
      state = dayOf([{ type: 'startService', ...about }], atMs, state);
      state = dayOf([{ type: 'closeTicket', ...about }], atMs + 20 * MINUTE_MS, state);
    }
    const usual = dayOf([open('1', ['A']), ...waiting(6)]);
    expect(waitOf('A12', state).median).toBeGreaterThan(waitOf('A6', usual).median * 1.05);
  });
});

it('is the same for the same question and seed', () => {
  const state = dayOf([open('1', ['A', 'B']), ...waiting(6), ...waiting(4, 'B')]);
  expect(ask(state, tenMinutes)).toEqual(ask(state, tenMinutes));
});

it('says about one person what it says about all', () => {
  const state = dayOf([open('1', ['A', 'B']), ...waiting(6), ...waiting(4, 'B')]);
  const one = estimateWaits({
    state,
    knowledge: tenMinutes,
    nowMs: ELEVEN_MS,
    seed: 9,
    tickets: ['A4'],
    newIn: [],
  });
  const { median } = minutes(one.byTicket.get('A4'));
  expect(median / waitOf('A4', state).median).toBeGreaterThan(0.9);
  expect(median / waitOf('A4', state).median).toBeLessThan(1.1);
});
