import { describe, expect, it } from 'vitest';
import { expectedVariance } from '../../../../electron/queue/estimate/belief.ts';
import { learn, type OfficeSetting } from '../../../../electron/queue/estimate/knowledge.ts';
import {
  type Cell,
  type Figures,
  noCounters,
  noFigures,
} from '../../../../electron/queue/statistics/figures.ts';
import { durationSums, momentsOf } from '../../../../electron/queue/statistics/sums.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

const office: OfficeSetting = { queues: ['A', 'B'], counters: [] };

function cell(hour: number | null, queue: string | null, figures: Partial<Figures>): Cell {
  return { hour, queue, figures: { ...noFigures, ...figures } };
}

function openHour(hour: number, minutes: { open?: number; paused?: number } = {}): Cell {
  const { open = 60, paused = 0 } = minutes;
  return cell(hour, null, {
    counters: {
      ...noCounters,
      kioskMs: HOUR_MS,
      openMs: open * MINUTE_MS,
      pausedMs: paused * MINUTE_MS,
    },
  });
}

function days(count: number, cells: readonly Cell[]): Cell[][] {
  return Array.from({ length: count }, () => [...cells]);
}

function people(issued: number, more: Figures['counts'] = {}): Partial<Figures> {
  return { counts: { people: issued, issued, ...more } };
}

function services(minutes: readonly number[]): Partial<Figures> {
  return { times: { service: durationSums(minutes.map((one) => one * MINUTE_MS)) } };
}

function learned(past: readonly (readonly Cell[])[], queue = 'A', setting = office) {
  const knowledge = learn(past, setting);
  const found = knowledge.queues.get(queue);
  if (found === undefined) throw new Error(`Nothing is known of queue ${queue}`);
  return { ...knowledge, queue: found };
}

/** The mean duration that a belief comes to, in minutes. */
function meanMinutes(belief: Parameters<typeof expectedVariance>[0] & { mean: number }): number {
  return Math.exp(belief.mean + expectedVariance(belief) / 2) / MINUTE_MS;
}

describe('how many people come', () => {
  it('is learned by the hour', () => {
    const past = days(30, [
      openHour(9),
      openHour(10),
      cell(9, 'A', people(12)),
      cell(10, 'A', people(6)),
    ]);
    const { walkInsPerHour } = learned(past).queue;
    expect(walkInsPerHour[9]).toBeCloseTo(12, 0);
    expect(walkInsPerHour[10]).toBeCloseTo(6, 0);
  });

  it('leaves those with an entry in the list aside: the list tells of them', () => {
    const past = days(30, [openHour(9), cell(9, 'A', people(12, { listed: 5 }))]);
    expect(learned(past).queue.walkInsPerHour[9]).toBeCloseTo(7, 0);
  });

  it('spreads the people of a merged cell over the hours that have none of their own', () => {
    const past = days(30, [
      openHour(9),
      openHour(10),
      openHour(11),
      cell(9, 'A', people(12)),
      cell(null, 'A', people(6)),
    ]);
    const { walkInsPerHour } = learned(past).queue;
    expect(walkInsPerHour[9]).toBeCloseTo(12, 0);
    expect(walkInsPerHour[10]).toBeCloseTo(3, 0);
    expect(walkInsPerHour[11]).toBeCloseTo(3, 0);
  });

  it('varies by day as much as it did', () => {
    const alike = days(30, [openHour(9), cell(9, 'A', people(40))]);
    const unlike = [
      ...days(15, [openHour(9), cell(9, 'A', people(20))]),
      ...days(15, [openHour(9), cell(9, 'A', people(60))]),
    ];
    expect(learned(unlike).arrivalsVaryByDay).toBeGreaterThan(
      10 * learned(alike).arrivalsVaryByDay,
    );
  });
});

describe('how long services take', () => {
  it('comes out with the mean that was seen, also of short and long ones mixed', () => {
    const past = days(20, [cell(9, 'A', services([3, 3, 3, 3, 30, 30]))]);
    expect(meanMinutes(learned(past).queue.service)).toBeCloseTo(12, 0);
  });

  it('is believed to be like the office where a queue has no past', () => {
    const past = days(20, [cell(9, 'A', services([25, 30, 35, 30, 28]))]);
    const { service } = learned(past, 'B').queue;
    expect(meanMinutes(service)).toBeGreaterThan(22);
    // And far less surely so than of the queue itself.
    expect(service.weight).toBeLessThan(10);
    expect(learned(past, 'A').queue.service.weight).toBeGreaterThan(100);
  });

  it('varies by day as much as it did', () => {
    const alike = days(30, [cell(9, 'A', services([8, 10, 12, 10, 10, 9, 11, 10]))]);
    const slow = days(15, [cell(9, 'A', services([16, 20, 24, 20, 20, 18, 22, 20]))]);
    expect(learned([...alike, ...slow]).serviceVariesByDay).toBeGreaterThan(
      10 * learned(alike).serviceVariesByDay,
    );
  });
});

describe('shares', () => {
  it('are those seen, where enough was seen', () => {
    const counts = {
      people: 100,
      issued: 100,
      priority: 30,
      served: 80,
      noShows: 10,
      transferredOut: 10,
      listed: 90,
      missed: 10,
    };
    const { queue, missed } = learned(days(30, [cell(9, 'A', { counts })]));
    const share = ({ yes, no }: { yes: number; no: number }) => yes / (yes + no);
    expect(share(queue.priority)).toBeCloseTo(0.3, 1);
    expect(share(queue.noShow)).toBeCloseTo(0.1, 1);
    expect(share(queue.transferred)).toBeCloseTo(10 / 90, 1);
    expect(share(missed)).toBeCloseTo(0.1, 1);
  });

  it('of where people are sent are those seen', () => {
    const three: OfficeSetting = { queues: ['A', 'B', 'C'], counters: [] };
    const past = days(10, [cell(9, 'A', { sentTo: { B: 9, C: 1 } })]);
    const { sentTo } = learned(past, 'A', three).queue;
    expect((sentTo.get('B') ?? 0) / (sentTo.get('C') ?? 1)).toBeCloseTo(9, 0);
    expect(sentTo.has('A')).toBe(false);
  });
});

describe('what counters do', () => {
  it('is learned by the hour: pauses from the minutes paused', () => {
    const pauses = durationSums(Array.from({ length: 10 }, () => 12 * MINUTE_MS));
    const past = days(200, [
      openHour(9, { open: 120, paused: 0 }),
      openHour(10, { open: 96, paused: 24 }),
      cell(null, null, { counters: { ...noCounters, pauses } }),
    ]);
    const { pausesPerHour, pause } = learned(past);
    expect(meanMinutes(pause)).toBeCloseTo(12, 0);
    // 24 minutes are two pauses, in 1.6 hours of work.
    expect(pausesPerHour[10]).toBeGreaterThan(1.1);
    expect(pausesPerHour[9]).toBeLessThan(0.2);
  });

  it('is learned of openings: how many, and when', () => {
    const openings = momentsOf([2 * MINUTE_MS, 6 * MINUTE_MS]);
    const past = days(10, [cell(8, null, { counters: { ...noCounters, openings } })]);
    expect(learned(past).openings[8]).toEqual({
      perDay: 2,
      meanMs: 4 * MINUTE_MS,
      deviationMs: 2 * MINUTE_MS,
    });
    expect(learned(past).openings[9]?.perDay).toBe(0);
  });
});
