/** Time that passes only when a test lets it. */
export function createFakeTimers() {
  let nowMs = 0;
  let timers: { atMs: number; action: () => void }[] = [];
  return {
    nowMs: () => nowMs,
    startTimer(delayMs: number, action: () => void): () => void {
      const timer = { atMs: nowMs + delayMs, action };
      timers.push(timer);
      return () => {
        timers = timers.filter((other) => other !== timer);
      };
    },
    /** Runs all that falls due within the next `ms`, in order, and what follows from each. */
    async pass(ms: number): Promise<void> {
      const untilMs = nowMs + ms;
      for (;;) {
        const [next] = timers
          .filter(({ atMs }) => atMs <= untilMs)
          .sort((one, other) => one.atMs - other.atMs);
        if (next === undefined) break;
        timers = timers.filter((other) => other !== next);
        nowMs = next.atMs;
        next.action();
        await settle();
      }
      nowMs = untilMs;
    },
  };
}

/** Lets promises that are settled already be heard by all who wait for them. */
function settle(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
