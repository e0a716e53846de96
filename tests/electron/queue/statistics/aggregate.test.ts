import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { QueueCommand } from '../../../../electron/queue/command.ts';
import type { DayRules } from '../../../../electron/queue/day-rules.ts';
import { decide } from '../../../../electron/queue/decide.ts';
import type { RecordedEvent } from '../../../../electron/queue/event.ts';
import { evolve } from '../../../../electron/queue/evolve.ts';
import { newDay } from '../../../../electron/queue/state.ts';
import {
  aggregateDay,
  dayCells,
  FEWEST_PEOPLE,
} from '../../../../electron/queue/statistics/aggregate.ts';
import {
  addFigures,
  type Cell,
  noCounters,
  noFigures,
  parseFigures,
  TIMES,
  writeFigures,
} from '../../../../electron/queue/statistics/figures.ts';
import { observeDay } from '../../../../electron/queue/statistics/observe-day.ts';

const MINUTE_MS = 60_000;
/** Nine in the morning in Milan, in winter. */
const NINE_MS = Date.UTC(2026, 1, 10, 8);

const rules: DayRules = {
  queues: [
    { letter: 'A', dailyCap: 999 },
    { letter: 'B', dailyCap: 999 },
  ],
  openingWindows: [
    {
      opensAtMs: NINE_MS,
      lastTicketAtMs: NINE_MS + 150 * MINUTE_MS,
      closesAtMs: NINE_MS + 180 * MINUTE_MS,
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

/** The ledger of a day on which these commands were given, in minutes after nine. */
function ledgerOf(commands: readonly (readonly [number, QueueCommand])[]): RecordedEvent[] {
  let state = newDay(rules);
  const ledger: RecordedEvent[] = [];
  for (const [minute, command] of commands) {
    const decision = decide(state, command, NINE_MS + minute * MINUTE_MS);
    if (!decision.ok) continue;
    for (const recorded of decision.value) {
      state = evolve(state, recorded);
      ledger.push(recorded);
    }
  }
  return ledger;
}

function issue(ticketId: string, queue = 'A'): QueueCommand {
  return { type: 'issueTicket', ticketId, queue, entry: 'walkIn', hasPriority: false, at: 'desk' };
}

function cell(cells: readonly Cell[], hour: number | null, queue: string | null) {
  return cells.find((one) => one.hour === hour && one.queue === queue)?.figures;
}

/** A visit from the call to the end, at counter 1. */
function served(ticketId: string, calledAt: number, minutes: number) {
  const about = { counter: '1', ticketId };
  return [
    [calledAt, { type: 'callTicket', ...about }],
    [calledAt + 1, { type: 'startService', ...about }],
    [calledAt + 1 + minutes, { type: 'closeTicket', ...about }],
  ] as const;
}

const open = [0, { type: 'openCounter', counter: '1', queues: ['A', 'B'] }] as const;
const five = ['t1', 't2', 't3', 't4', 't5'];

describe('what stays of a day', () => {
  it('keeps by hour and queue what five people did', () => {
    const ledger = ledgerOf([
      open,
      ...five.map((ticketId) => [0, issue(ticketId)] as const),
      ...five.flatMap((ticketId, index) => served(ticketId, index * 10, 5)),
      [200, { type: 'endDay' }],
    ]);
    const figures = cell(dayCells(rules, ledger), 9, 'A');
    expect(figures?.counts).toMatchObject({ people: 5, issued: 5, served: 5 });
    expect(figures?.times.waiting).toMatchObject({ count: 5, sum: 100 * MINUTE_MS });
    expect(figures?.times.service).toMatchObject({ count: 5, sum: 25 * MINUTE_MS });
  });

  it('merges four people of an hour into the day of their queue', () => {
    const ledger = ledgerOf([
      ...five.slice(1).map((ticketId) => [10, issue(ticketId)] as const),
      [70, issue('t1')],
    ]);
    const cells = dayCells(rules, ledger);
    expect(cell(cells, 9, 'A')).toBeUndefined();
    expect(cell(cells, null, 'A')?.counts).toMatchObject({ people: 5, issued: 5 });
  });

  it('merges queues of few people into the day of the office', () => {
    const ledger = ledgerOf([
      ...['t1', 't2', 't3'].map((ticketId) => [10, issue(ticketId)] as const),
      ...['t4', 't5'].map((ticketId) => [10, issue(ticketId, 'B')] as const),
    ]);
    expect(cell(dayCells(rules, ledger), null, null)?.counts).toMatchObject({ issued: 5 });
  });

  it('drops a day of four people', () => {
    const ledger = ledgerOf(five.slice(1).map((ticketId) => [10, issue(ticketId)] as const));
    expect(
      dayCells(rules, ledger).every(({ figures }) => figures.counts.issued === undefined),
    ).toBe(true);
  });

  it('does not tell how long the only service of a full hour took', () => {
    const ledger = ledgerOf([
      open,
      ...five.map((ticketId) => [0, issue(ticketId)] as const),
      ...served('t1', 5, 20),
    ]);
    const cells = dayCells(rules, ledger);
    expect(cell(cells, 9, 'A')?.counts).toMatchObject({ issued: 5, served: 1 });
    expect(cells.every(({ figures }) => figures.times.service === undefined)).toBe(true);
  });

  it('counts minutes in which counters were open and paused, by the hour on the wall', () => {
    const ledger = ledgerOf([
      open,
      [0, { type: 'openCounter', counter: '2', queues: ['B'] }],
      [30, { type: 'pauseCounter', counter: '1', reason: 'break' }],
      [75, { type: 'resumeCounter', counter: '1' }],
      [90, { type: 'closeCounter', counter: '1' }],
      [90, { type: 'closeCounter', counter: '2' }],
    ]);
    const cells = dayCells(rules, ledger);
    expect(cell(cells, 9, null)?.counters).toMatchObject({
      openMs: 90 * MINUTE_MS,
      pausedMs: 30 * MINUTE_MS,
      kioskMs: 60 * MINUTE_MS,
      openings: { count: 2, sum: 0 },
    });
    expect(cell(cells, 10, null)?.counters).toMatchObject({
      openMs: 45 * MINUTE_MS,
      pausedMs: 15 * MINUTE_MS,
    });
    expect(cell(cells, null, null)?.counters?.pauses).toMatchObject({
      count: 1,
      sum: 45 * MINUTE_MS,
    });
  });

  it('keeps no record of who sat at the only counter', () => {
    const ledger = ledgerOf([
      open,
      [30, { type: 'pauseCounter', counter: '1', reason: 'break' }],
      [75, { type: 'resumeCounter', counter: '1' }],
      [90, { type: 'closeCounter', counter: '1' }],
    ]);
    const cells = dayCells(rules, ledger);
    expect(cell(cells, null, null)?.counters).toEqual({ ...noCounters, openMs: 45 * MINUTE_MS });
    expect(cell(cells, 9, null)?.counters).toEqual({ ...noCounters, kioskMs: 60 * MINUTE_MS });
  });

  it('forgets what was undone', () => {
    const about = { counter: '1', ticketId: 't1' };
    const ledger = ledgerOf([
      open,
      ...five.map((ticketId) => [0, issue(ticketId)] as const),
      [5, { type: 'callTicket', ...about }],
      [6, { type: 'startService', ...about }],
      [9, { type: 'closeTicket', ...about }],
      [9, { type: 'undo', counter: '1' }],
      [16, { type: 'closeTicket', ...about }],
    ]);
    const services = observeDay(rules, ledger).people.filter(
      (one) => one.kind === 'time' && one.name === 'service',
    );
    expect(services).toMatchObject([{ ms: 10 * MINUTE_MS }]);
  });

  it('counts who did not come to an appointment', () => {
    const appointments = [1, 2, 3, 4, 5].map((index) => ({
      code: `C${index}`,
      queue: 'A',
      bookedAtMs: NINE_MS + 30 * MINUTE_MS,
    }));
    const ledger = ledgerOf([[0, { type: 'importAppointments', appointments }]]);
    expect(cell(dayCells(rules, ledger), 9, 'A')?.counts).toMatchObject({ missed: 5 });
  });
});

const counter = fc.constantFrom('1', '2');
const ticketId = fc.integer({ min: 1, max: 40 }).map((number) => `t${number}`);
const about = { counter, ticketId };
const command: fc.Arbitrary<QueueCommand> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.tuple(ticketId, fc.constantFrom('A', 'B')).map(([id, queue]) => issue(id, queue)),
  },
  { weight: 4, arbitrary: fc.record({ type: fc.constant('callNext' as const), counter }) },
  ...(
    [
      'startService',
      'closeTicket',
      'markNoShow',
      'returnTicket',
      'parkTicket',
      'resumeTicket',
      'cancelTicket',
    ] as const
  ).map((type) => ({ weight: 2, arbitrary: fc.record({ type: fc.constant(type), ...about }) })),
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constant('transferTicket' as const),
      ...about,
      to: fc.record({ queue: fc.constantFrom('A', 'B') }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('undo' as const), counter }) },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constant('pauseCounter' as const),
      counter,
      reason: fc.constant('break' as const),
    }),
  },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('resumeCounter' as const), counter }) },
);
const anyDay = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 3 }), command), { minLength: 50, maxLength: 300 })
  .map((steps) => {
    let minute = 0;
    const commands = steps.map(([pause, one]) => {
      minute += pause;
      return [minute, one] as const;
    });
    const openOther = [0, { type: 'openCounter', counter: '2', queues: ['B'] }] as const;
    return ledgerOf([open, openOther, ...commands]);
  });

describe('on any day', () => {
  it('no figure is about fewer than five people', () => {
    fc.assert(
      fc.property(anyDay, (ledger) => {
        for (const { figures } of dayCells(rules, ledger)) {
          const { counts, times } = figures;
          expect(counts.people ?? FEWEST_PEOPLE).toBeGreaterThanOrEqual(FEWEST_PEOPLE);
          for (const sums of Object.values(times)) {
            expect(sums.count).toBeGreaterThanOrEqual(FEWEST_PEOPLE);
          }
        }
      }),
    );
  });

  it('the cells add up to the day, where every queue has five people or none', () => {
    fc.assert(
      fc.property(anyDay, fc.constantFrom(...TIMES), (ledger, name) => {
        const { people } = observeDay(rules, ledger);
        const ofQueue = (queue: string) =>
          people.flatMap((one) =>
            one.kind === 'time' && one.name === name && one.queue === queue ? [one] : [],
          );
        const inQueues = [ofQueue('A'), ofQueue('B')];
        fc.pre(
          inQueues.every((all) => {
            const size = new Set(all.map(({ person }) => person)).size;
            return size === 0 || size >= FEWEST_PEOPLE;
          }),
        );
        const all = inQueues.flat();
        const kept = dayCells(rules, ledger)
          .map(({ figures }) => figures)
          .reduce(addFigures, noFigures).times[name];
        expect(kept?.count ?? 0).toBe(all.length);
        expect(kept?.sum ?? 0).toBeCloseTo(
          all.reduce((ms, one) => ms + one.ms, 0),
          3,
        );
      }),
    );
  });

  it('of what is counted, fewer than five people can be missing', () => {
    fc.assert(
      fc.property(anyDay, (ledger) => {
        const issued = ledger.filter(({ event }) => event.type === 'ticketIssued').length;
        const kept = dayCells(rules, ledger)
          .map(({ figures }) => figures)
          .reduce(addFigures, noFigures).counts.issued;
        expect(issued - (kept ?? 0)).toBeGreaterThanOrEqual(0);
        expect(issued - (kept ?? 0)).toBeLessThan(FEWEST_PEOPLE);
      }),
    );
  });

  it('what is written can be read again', () => {
    fc.assert(
      fc.property(anyDay, (ledger) => {
        const cells = dayCells(rules, ledger);
        const read = aggregateDay(rules, ledger).map(({ figures }) => parseFigures(figures));
        expect(read).toEqual(cells.map(({ figures }) => figures));
      }),
    );
  });
});

describe('figures that cannot be read', () => {
  it('count as not there', () => {
    expect(parseFigures('not JSON')).toEqual(noFigures);
    expect(parseFigures('null')).toEqual(noFigures);
    expect(parseFigures('{"version":99,"counts":{"issued":7}}')).toEqual(noFigures);
    expect(parseFigures('{"version":1,"times":{"service":{"count":7}}}')).toEqual(noFigures);
  });

  it('do not take the others with them', () => {
    const text = writeFigures({ ...noFigures, counts: { issued: 7 } });
    const withMore = JSON.stringify({ ...JSON.parse(text), somethingNew: 1, times: 'broken' });
    expect(parseFigures(withMore).counts).toEqual({ issued: 7 });
  });
});
