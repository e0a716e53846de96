import { expect, it } from 'vitest';
import { runBench } from './run-bench.ts';

it('measures everything it promises; how fast, no test says', { timeout: 120_000 }, async () => {
  const report = await runBench(
    {
      rounds: 6,
      ...{ waiting: [10, 100], waitingRounds: 3 },
      ...{ readers: 20, calls: 3 },
      ...{ tickets: 100, offices: 2, days: 2 },
    },
    () => undefined,
  );
  const time = { p50Ms: expect.any(Number), p95Ms: expect.any(Number) };
  const cost = { bytes: expect.any(Number), bare: time, store: time, http: time };
  expect(report).toMatchObject({
    machine: { isDataOnDisk: true },
    writes: { rounds: 6, issue: cost, callNext: cost },
    waiting: { at: [{ waiting: 10 }, { waiting: 100 }] },
    feed: { readers: 20, calls: 3, first: time, quarter: time, last: time },
    memory: { tickets: 100, offices: 2, days: 2 },
  });
  expect(report.goals).toHaveLength(3);
  // Two durable writes cannot be faster than the rows they hold.
  expect(report.writes.issue.bytes).toBeGreaterThan(300);
  expect(report.feed.first.p50Ms).toBeLessThanOrEqual(report.feed.last.p50Ms);
});
