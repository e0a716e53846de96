import { describe, expect, it } from 'vitest';
import { judge, sumTallies, tallyPlaywright, tallyVitest } from '../../build/test-report.ts';

const vitest = {
  numPassedTests: 40,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  numFailedTestSuites: 0,
};

describe('the last line of npm test', () => {
  it('adds up what both runners say', () => {
    expect(
      sumTallies([
        { passed: 40, failed: 1 },
        { passed: 3, failed: 2 },
      ]),
    ).toEqual({ passed: 43, failed: 3 });
  });

  it('counts a skipped test as failed, since nobody knows that it passes', () => {
    expect(tallyVitest({ ...vitest, numPendingTests: 2 })).toEqual({ passed: 40, failed: 2 });
    const stats = { expected: 5, unexpected: 1, flaky: 1, skipped: 1 };
    expect(tallyPlaywright({ stats, errors: [] })).toEqual({ passed: 5, failed: 3 });
  });

  it('counts a file that could not be loaded', () => {
    expect(tallyVitest({ ...vitest, numFailedTestSuites: 1 }).failed).toBe(1);
  });

  it('never calls a crashed runner a success', () => {
    expect(judge({ passed: 40, failed: 0 }, 1)).toEqual({ passed: 40, failed: 1 });
    expect(judge(undefined, 0)).toEqual({ passed: 0, failed: 1 });
  });

  it('never calls an empty run a success', () => {
    expect(judge({ passed: 0, failed: 0 }, 0).failed).toBe(1);
  });

  it('leaves an ordinary run as it is', () => {
    expect(judge({ passed: 40, failed: 2 }, 1)).toEqual({ passed: 40, failed: 2 });
  });
});
