import { expect, it } from 'vitest';
import { runJourney } from './run-journey.ts';

it('gives every ticket once and calls it once, many kiosks and desks at a time', {
  timeout: 60_000,
}, async () => {
  const report = await runJourney({ kiosks: 8, ticketsPerKiosk: 6, desks: 4 });
  expect(report).toMatchObject({
    issued: 48,
    distinctNumbers: 48,
    duplicates: 0,
    doubleCalls: 0,
    errors: 0,
    lost: 0,
    isDataOnDisk: true,
  });
});
