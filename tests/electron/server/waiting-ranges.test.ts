import { beforeEach, describe, expect, it } from 'vitest';
import { addDays } from '../../../electron/queue/calendar/service-day.ts';
import type { QueueCommand } from '../../../electron/queue/command.ts';
import { decide } from '../../../electron/queue/decide.ts';
import type { RecordedEvent } from '../../../electron/queue/event.ts';
import { evolve } from '../../../electron/queue/evolve.ts';
import { type DayState, newDay } from '../../../electron/queue/state.ts';
import { aggregateDay } from '../../../electron/queue/statistics/aggregate.ts';
import { officeSetup } from '../../../electron/server/office.ts';
import type { AggregateRecord } from '../../../electron/server/store/store.ts';
import { WaitingRanges } from '../../../electron/server/waiting-ranges.ts';
import { repositoryContent } from '../../support/in-process-server.ts';

const setup = officeSetup(repositoryContent().office);
const TODAY = '2026-11-23';
const MINUTE_MS = 60_000;
const nineOn = (serviceDay: string) => Date.parse(`${serviceDay}T08:00:00Z`);

/** A day of the office that is written down command by command. */
class Day {
  state: DayState;
  readonly events: RecordedEvent[] = [];
  nowMs: number;

  constructor(serviceDay: string) {
    this.state = newDay(setup.dayRules(serviceDay));
    this.nowMs = nineOn(serviceDay);
  }

  do(command: QueueCommand): void {
    const decision = decide(this.state, command, this.nowMs);
    if (!decision.ok) throw new Error(decision.error.code);
    this.events.push(...decision.value);
    this.state = decision.value.reduce(evolve, this.state);
  }

  issue(ticketId: string, hasPriority = false, queue = 'A'): void {
    this.do({
      type: 'issueTicket',
      ticketId,
      queue,
      entry: 'walkIn',
      hasPriority,
      at: 'desk',
    });
  }
}

/** What is kept of a day on which twenty conversations took so long each. */
function figuresOf(serviceDay: string, serviceMinutes: number): readonly AggregateRecord[] {
  const day = new Day(serviceDay);
  day.do({ type: 'openCounter', counter: '1', queues: ['A'] });
  for (let person = 1; person <= 20; person += 1) {
    const ticketId = `${serviceDay} ${person}`;
    day.issue(ticketId);
    day.do({ type: 'callNext', counter: '1' });
    day.nowMs += MINUTE_MS / 2;
    day.do({ type: 'startService', counter: '1', ticketId });
    // No two conversations are quite alike.
    day.nowMs += serviceMinutes * MINUTE_MS * (0.9 + (person % 5) * 0.05);
    day.do({ type: 'closeTicket', counter: '1', ticketId });
  }
  return aggregateDay(setup.dayRules(serviceDay), day.events);
}

/** An office with a past in which every conversation took so long. */
async function officeWithPast(serviceMinutes: number): Promise<WaitingRanges> {
  const days = Array.from({ length: 20 }, (_, index) => addDays(TODAY, -1 - index));
  const records = days.flatMap((serviceDay) =>
    figuresOf(serviceDay, serviceMinutes).map((record) => ({ ...record, serviceDay })),
  );
  const ranges = new WaitingRanges({ readAggregates: async () => records }, setup);
  await ranges.learnBefore(TODAY);
  return ranges;
}

let today: Day;
beforeEach(() => {
  today = new Day(TODAY);
  today.do({ type: 'openCounter', counter: '1', queues: ['A'] });
  for (let person = 1; person <= 4; person += 1) today.issue(`t${person}`);
  today.do({ type: 'callNext', counter: '1' });
});

describe('how long people may wait', () => {
  it('is longer in an office whose conversations have been longer', async () => {
    const [quick, slow] = [await officeWithPast(5), await officeWithPast(20)];
    const last = (ranges: WaitingRanges) =>
      ranges.estimate(today.state, today.nowMs).byTicket.get('t4');
    expect(last(quick)?.toMinutes).toBeLessThan(last(slow)?.fromMinutes ?? 0);
  });

  it('grows with the people who wait before', async () => {
    const ranges = (await officeWithPast(10)).estimate(today.state, today.nowMs);
    const [second, fourth] = [ranges.byTicket.get('t2'), ranges.byTicket.get('t4')];
    expect(second?.toMinutes).toBeLessThan(fourth?.toMinutes ?? 0);
    expect(ranges.byQueue.get('A')?.toMinutes).toBeGreaterThanOrEqual(fourth?.toMinutes ?? 0);
  });

  it('is a wider range where nothing is known of the office', async () => {
    const [known, unknown] = [
      await officeWithPast(10),
      new WaitingRanges({ readAggregates: async () => [] }, setup),
    ].map((ranges) => ranges.estimate(today.state, today.nowMs).byTicket.get('t4'));
    const widthOf = (range: typeof known) => (range?.toMinutes ?? 0) - (range?.fromMinutes ?? 0);
    expect(widthOf(known)).toBeLessThan(widthOf(unknown));
  });

  it('is told to who takes a number, with priority as well', async () => {
    const ranges = await officeWithPast(10);
    ranges.estimate(today.state, today.nowMs);
    today.issue('plain');
    today.issue('urgent', true);
    const rangeOf = (ticketId: string) => {
      const ticket = today.state.tickets.get(ticketId);
      if (ticket === undefined) throw new Error(`No ticket ${ticketId}`);
      return ranges.ofNew(today.state, ticket, today.nowMs);
    };
    expect(rangeOf('urgent')?.toMinutes).toBeLessThan(rangeOf('plain')?.toMinutes ?? 0);
  });

  it('is not worked out for a line that no room could hold', async () => {
    const ranges = await officeWithPast(10);
    ranges.estimate(today.state, today.nowMs);
    for (const queue of ['B', 'C']) {
      for (let person = 1; person <= 500; person += 1) today.issue(queue + person, true, queue);
    }
    const last = today.state.tickets.get('C500');
    expect(last).toBeDefined();
    expect(ranges.estimate(today.state, today.nowMs).byTicket.size).toBe(0);
    expect(last && ranges.ofNew(today.state, last, today.nowMs)).toBeNull();
  });

  it('is what was estimated last, until it is estimated again', async () => {
    const ranges = await officeWithPast(10);
    expect(ranges.latest.byQueue.size).toBe(0);
    const estimated = ranges.estimate(today.state, today.nowMs);
    expect(ranges.latest).toBe(estimated);
    today.issue('late');
    expect(ranges.latest).toBe(estimated);
  });
});
