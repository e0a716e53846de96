/** How many tests of a run passed and how many did not. */
export type Tally = { readonly passed: number; readonly failed: number };

/** The counts in vitest's JSON report (`--reporter=json`). */
export type VitestReport = {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly numFailedTestSuites: number;
};

/** The counts in Playwright's JSON report. */
export type PlaywrightReport = {
  readonly stats: {
    readonly expected: number;
    readonly unexpected: number;
    readonly flaky: number;
    readonly skipped: number;
  };
  readonly errors: readonly unknown[];
};

/**
 * Counts a vitest run. A skipped test counts as failed: it is not known to pass. A file that
 * could not be loaded has no tests to count, so it counts as one itself.
 */
export function tallyVitest(report: VitestReport): Tally {
  const failed = report.numFailedTests + report.numPendingTests + report.numTodoTests;
  const brokenFiles = failed === 0 ? report.numFailedTestSuites : 0;
  return { passed: report.numPassedTests, failed: failed + brokenFiles };
}

/** Counts a Playwright run by the same rules; a test that passed only on a retry failed. */
export function tallyPlaywright(report: PlaywrightReport): Tally {
  const { expected, unexpected, flaky, skipped } = report.stats;
  return { passed: expected, failed: unexpected + flaky + skipped + report.errors.length };
}

/** The two runners together. */
export function sumTallies(tallies: readonly Tally[]): Tally {
  return {
    passed: tallies.reduce((sum, tally) => sum + tally.passed, 0),
    failed: tallies.reduce((sum, tally) => sum + tally.failed, 0),
  };
}

/**
 * What counts for a runner: its report, corrected by how it ended. One that crashed, left no
 * report, or found nothing to run is a failure even if nothing in a report says so.
 */
export function judge(tally: Tally | undefined, exitCode: number): Tally {
  if (tally === undefined) return { passed: 0, failed: 1 };
  const nothingRan = tally.passed + tally.failed === 0;
  const silentFailure = exitCode !== 0 && tally.failed === 0;
  return nothingRan || silentFailure ? { ...tally, failed: tally.failed + 1 } : tally;
}
