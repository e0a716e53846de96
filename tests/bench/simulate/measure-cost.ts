import type { QueueCommand } from '../../../electron/queue/command.ts';
import { decide } from '../../../electron/queue/decide.ts';
import { estimateWaits } from '../../../electron/queue/estimate/estimate-waits.ts';
import { Random } from '../../../electron/queue/estimate/random.ts';
import { evolve } from '../../../electron/queue/evolve.ts';
import { newDay } from '../../../electron/queue/state.ts';
import { learnPast, playPast } from './compare-days.ts';
import { clockMs, rulesOf, type Scenario } from './scenario.ts';
import { seedOf } from './seed.ts';

const MINUTE_MS = 60_000;
const REPEATS = 20;

/** Processor time, in milliseconds, of telling everyone who waits, and every queue, how long. */
export interface EstimateCost {
  readonly waiting: number;
  readonly counters: number;
  readonly p50: number;
  readonly p95: number;
}

/** With so many people in line before four counters, half an hour after opening. */
export function measureCost(
  scenario: Scenario,
  waiting: readonly number[],
  seed: number,
): readonly EstimateCost[] {
  const past = playPast(scenario, new Random(seedOf(seed, 'cost')));
  const knowledge = learnPast(scenario, past);
  const queues = scenario.queues.map(({ letter }) => letter);
  const nowMs = clockMs(scenario.windows[0]?.opens ?? '08:30') + 30 * MINUTE_MS;
  return waiting.map((people) => {
    const counters = ['1', '2', '3', '4'];
    const open = counters.map(
      (counter): QueueCommand => ({ type: 'openCounter', counter, queues }),
    );
    const called = counters.map((counter): QueueCommand => ({ type: 'callNext', counter }));
    const issued = Array.from(
      { length: people + counters.length },
      (_, index): QueueCommand => ({
        type: 'issueTicket',
        ticketId: `t${index}`,
        queue: queues[index % queues.length] ?? '',
        entry: 'walkIn',
        hasPriority: index % 7 === 0,
        at: 'desk',
      }),
    );
    let state = newDay(rulesOf(scenario));
    for (const command of [...open, ...issued, ...called]) {
      const decision = decide(state, command, nowMs);
      if (!decision.ok) throw new Error(`The office refused ${JSON.stringify(decision.error)}`);
      for (const recorded of decision.value) state = evolve(state, recorded);
    }
    const tookMs = Array.from({ length: REPEATS }, (_, repeat) => {
      const before = process.threadCpuUsage();
      estimateWaits({
        state,
        knowledge,
        nowMs: nowMs + MINUTE_MS,
        seed: repeat,
        tickets: 'everyone',
        newIn: queues,
      });
      const { user, system } = process.threadCpuUsage(before);
      return (user + system) / 1000;
    }).sort((a, b) => a - b);
    const at = (share: number) => tookMs[Math.floor(share * (REPEATS - 1))] ?? 0;
    return { waiting: people, counters: counters.length, p50: at(0.5), p95: at(0.95) };
  });
}
