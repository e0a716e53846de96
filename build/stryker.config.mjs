// What `npm run mutation` does: it changes the queue's code in small ways, one at a time, and sees
// whether a test notices. Others' parts of the folder have their own measures.

export default {
  mutate: [
    'electron/queue/**/*.ts',
    '!electron/queue/estimate/**',
    '!electron/queue/statistics/aggregate.ts',
  ],
  plugins: ['@stryker-mutator/vitest-runner'],
  testRunner: 'vitest',
  vitest: { configFile: 'build/vitest.mutation.config.ts' },
  // Stryker reads this file through TypeScript's old interface, which TypeScript 7 has no more;
  // Vitest needs none.
  tsconfigFile: 'none',
  coverageAnalysis: 'perTest',
  concurrency: 2,
  // A busy computer must not be taken for a mutant that never ends.
  timeoutMS: 20_000,
  tempDirName: 'mutation/sandbox',
  ignorePatterns: ['/dist', '/release', '/screens', '/test-results', '/.tsbuild', '/mutation'],
  reporters: ['clear-text', 'html', 'json', 'progress-append-only'],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  htmlReporter: { fileName: 'mutation/report.html' },
  jsonReporter: { fileName: 'mutation/report.json' },
  thresholds: { high: 95, low: 90, break: 85 },
};
