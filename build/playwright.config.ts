import { join } from 'node:path';
import { defineConfig } from 'playwright/test';
import { repositoryFolder } from './places.ts';

const twoMinutesMs = 120_000;
// Far above what they take, for a machine that is busy with other things.
const anHourMs = 3_600_000;

export default defineConfig({
  testDir: join(repositoryFolder, 'tests', 'e2e'),
  testMatch: '**/*.e2e.ts',
  outputDir: join(repositoryFolder, 'test-results', 'e2e'),
  // Each test runs a whole office; two at once would compete for two cores and give false alarms.
  workers: 1,
  // A test that needs a second try hides a fault.
  retries: 0,
  forbidOnly: true,
  timeout: twoMinutesMs,
  globalTimeout: anHourMs,
  use: {
    trace: 'off',
    launchOptions: {
      chromiumSandbox: true,
      ...(process.env['SPORTELLO_CHROMIUM'] === undefined
        ? {}
        : { executablePath: process.env['SPORTELLO_CHROMIUM'] }),
    },
  },
});
