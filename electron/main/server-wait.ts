/** How often a server that does not answer is asked again. */
const ASK_AGAIN_MS = 1_000;

export interface ServerWaitOptions {
  /** Whether the server answers at all. */
  readonly answers: () => Promise<boolean>;
  /** Shows its page. */
  readonly showServer: () => void;
  /** Shows, once, that it is waited for. */
  readonly showWaiting: () => void;
  readonly startTimer: (delayMs: number, action: () => void) => () => void;
}

/**
 * Shows a server's page as soon as the server answers, and until then that it is waited for: a
 * load that fails would leave the window blank. The function it returns begins, or begins anew.
 */
export function createServerWait(options: ServerWaitOptions): () => void {
  let latest = 0;

  async function tryServer(attempt: number, isWaitingShown: boolean): Promise<void> {
    const isThere = await options.answers();
    if (attempt !== latest) return;
    if (isThere) {
      options.showServer();
      return;
    }
    if (!isWaitingShown) options.showWaiting();
    options.startTimer(ASK_AGAIN_MS, () => void tryServer(attempt, true));
  }

  return () => {
    latest += 1;
    void tryServer(latest, false);
  };
}
