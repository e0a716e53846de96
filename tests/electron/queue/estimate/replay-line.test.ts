import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ReplayLine, type ReplayPerson } from '../../../../electron/queue/estimate/replay-line.ts';
import type { WaitingPerson } from '../../../../electron/queue/lane.ts';
import { PAPER_ROLL_LETTER } from '../../../../electron/queue/ticket.ts';
import { WaitingLine } from '../../../../electron/queue/waiting-line.ts';

const rules = { priorityHeadStartMs: 15, preferenceStepMs: 10, mostOvertaken: 3 };
const queues = ['A', 'B', PAPER_ROLL_LETTER];
const counters = [
  { counter: '1', queues: ['A', 'B'] },
  { counter: '2', queues: ['B', 'A'] },
  { counter: '3', queues: ['B'] },
];

/** In a replay, the lanes are those of the queues, of the paper roll, and of the counters. */
function laneOf({ queue, reservedFor }: WaitingPerson): number {
  if (reservedFor === null) return queues.indexOf(queue);
  return queues.length + counters.findIndex(({ counter }) => counter === reservedFor);
}

function lanesOf({ counter, queues: served }: (typeof counters)[number]): number[] {
  const own = queues.length + counters.findIndex((one) => one.counter === counter);
  return [own, queues.indexOf(PAPER_ROLL_LETTER), ...served.map((queue) => queues.indexOf(queue))];
}

const someone = fc.record({
  kind: fc.constant('comes' as const),
  queue: fc.constantFrom(...queues),
  reservedFor: fc.option(fc.constantFrom('1', '2'), { freq: 6 }),
  hasPriority: fc.boolean(),
  isBooked: fc.boolean(),
  // Few different times, so that people come in the same millisecond.
  arrivedMs: fc.integer({ min: 0, max: 60 }),
  bookedMs: fc.integer({ min: 0, max: 90 }),
  notBeforeMs: fc.constantFrom(0, 0, 0, 50),
});
const call = fc.record({
  kind: fc.constant('call' as const),
  counter: fc.constantFrom(...counters),
  nowMs: fc.integer({ min: 40, max: 100 }),
});

it('always calls the person whom the real line calls', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(someone, call), { maxLength: 120 }), (steps) => {
      let line = WaitingLine.empty(rules);
      const replay = new ReplayLine<ReplayPerson>(rules, queues.length + counters.length);
      let order = 0;
      for (const step of steps) {
        if (step.kind === 'comes') {
          order += 1;
          const { bookedMs, kind: _, ...known } = step;
          const countsFromMs = step.isBooked ? bookedMs : step.arrivedMs;
          const person = { ...known, ticketId: `t${order}`, order, countsFromMs };
          line = line.add(person);
          replay.add({ ...person, lane: laneOf(person), overtaken: 0 });
          continue;
        }
        const { counter, nowMs } = step;
        const next = line.next(counter, nowMs);
        const replayed = replay.next(lanesOf(counter), nowMs);
        expect(replayed?.order).toBe(next?.person.order);
        if (next === null || replayed === null) continue;
        line = line.call(next.person, counter, nowMs);
        replay.call(replayed, lanesOf(counter), nowMs);
      }
    }),
    { numRuns: 400 },
  );
});
