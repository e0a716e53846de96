import { expect, test } from 'playwright/test';
import { runKioskBench } from '../bench/kiosk/run-kiosk-bench.ts';

// The short form of `npm run bench:kiosk`; how fast it is, no test says.
test('the kiosk can be measured: how soon it is there, how it answers, how it ages', async () => {
  test.setTimeout(300_000);
  const report = await runKioskBench(
    { startPairs: 1, touchRounds: 2, sessions: 10, samples: 5 },
    () => undefined,
  );
  const time = expect.any(Number);
  expect(report).toMatchObject({
    coldStart: { pairs: 1, kioskMs: time, emptyMs: time, medianRatio: time, serverReadyMs: time },
    touch: { transitions: 10, p50Ms: time, p95Ms: time, emptyP50Ms: time, emptyP95Ms: time },
    memory: { sessions: 10, tickets: 1, heapKbPerSession: time, nodesPerSession: time },
  });
  expect(report.goals).toHaveLength(5);
  // Nothing is painted before the process is there.
  expect(report.coldStart.emptyMs).toBeGreaterThan(0);
});
