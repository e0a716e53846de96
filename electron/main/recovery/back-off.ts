/** What to do after a failure: try again later, or stop trying. */
export type Retry = { readonly afterMs: number } | 'giveUp';

export interface BackOffPolicy {
  /** How long to wait after the first, second, … failure; the last holds for all that follow. */
  readonly delaysMs: readonly number[];
  /** Failures older than this are forgotten. */
  readonly windowMs: number;
  /** More failures than this within the window: give up. Without it, never. */
  readonly mostFailures?: number;
}

/** First at once, for a person may be standing there; then gently. */
const delaysMs = [0, 2_000, 5_000, 15_000];
const windowMs = 10 * 60_000;

/** For pages: one that keeps dying needs a new process, which the outer supervisor starts. */
export const pageBackOff: BackOffPolicy = { delaysMs, windowMs, mostFailures: 5 };

/** For the server: the program has nothing better to do than to try again. */
export const serverBackOff: BackOffPolicy = { delaysMs, windowMs };

/** Counts failures; the function it returns is told the monotonic time of each, in milliseconds. */
export function createBackOff(policy: BackOffPolicy): (nowMs: number) => Retry {
  let failuresAtMs: number[] = [];
  return (nowMs) => {
    failuresAtMs = [...failuresAtMs.filter((atMs) => nowMs - atMs < policy.windowMs), nowMs];
    const failures = failuresAtMs.length;
    if (policy.mostFailures !== undefined && failures > policy.mostFailures) return 'giveUp';
    return { afterMs: policy.delaysMs[Math.min(failures, policy.delaysMs.length) - 1] ?? 0 };
  };
}
