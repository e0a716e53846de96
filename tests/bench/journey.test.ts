import { expect, it } from 'vitest';
import { runJourney } from './run-journey.ts';

const flawless = { duplicates: 0, doubleCalls: 0, errors: 0, lost: 0, isDataOnDisk: true };

it('gives every ticket once and calls it once, many kiosks and desks at a time', {
  timeout: 60_000,
}, async () => {
  const report = await runJourney({
    ...{ servers: 1, offices: 1, database: 'sqlite' },
    ...{ kiosks: 8, ticketsPerKiosk: 6, desks: 4 },
  });
  expect(report).toMatchObject({ issued: 48, distinctNumbers: 48, ...flawless });
});

it('does so for several offices on two servers that share a PostgreSQL', {
  timeout: 120_000,
}, async () => {
  const report = await runJourney({
    ...{ servers: 2, offices: 3, database: 'postgres' },
    ...{ kiosks: 4, ticketsPerKiosk: 5, desks: 3 },
  });
  expect(report).toMatchObject({ issued: 60, distinctNumbers: 60, ...flawless });
});
