/** Failures that cost nothing: people mistype. */
const FREE_FAILURES = { account: 5, address: 20 } as const;
const FIRST_DELAY_MS = 1_000;
/** Never a lock-out: anyone could then close a counter by typing nonsense. */
const LONGEST_DELAY_MS = 30_000;
const FORGOTTEN_AFTER_MS = 15 * 60_000;
const MOST_ENTRIES = 10_000;

type Entry = { failures: number; lastFailureAtMs: number };

/** Slows down guessing of passwords, for each account and each address, with growing delays. */
export class AttemptLimit {
  readonly #entries = new Map<string, Entry>();

  /** How long this account, from this address, has to wait before the next attempt; 0 for none. */
  retryAfterMs(account: string, address: string, nowMs: number): number {
    return Math.max(
      this.#delayMs(`account ${account}`, FREE_FAILURES.account, nowMs),
      this.#delayMs(`address ${address}`, FREE_FAILURES.address, nowMs),
    );
  }

  failed(account: string, address: string, nowMs: number): void {
    for (const key of [`account ${account}`, `address ${address}`]) {
      const failures = (this.#entries.get(key)?.failures ?? 0) + 1;
      // Set anew, so that the map stays in order of the last failure.
      this.#entries.delete(key);
      this.#entries.set(key, { failures, lastFailureAtMs: nowMs });
    }
    for (const [key, entry] of this.#entries) {
      const isOld = nowMs - entry.lastFailureAtMs > FORGOTTEN_AFTER_MS;
      if (!isOld && this.#entries.size <= MOST_ENTRIES) break;
      this.#entries.delete(key);
    }
  }

  /** Forgets the account's failures, and takes back the attempt counted for the address. */
  succeeded(account: string, address: string): void {
    this.#entries.delete(`account ${account}`);
    const entry = this.#entries.get(`address ${address}`);
    if (entry !== undefined) entry.failures -= 1;
  }

  #delayMs(key: string, free: number, nowMs: number): number {
    const entry = this.#entries.get(key);
    if (entry === undefined || entry.failures < free) return 0;
    const delayMs = Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** (entry.failures - free));
    // A clock that was set back makes nobody wait longer than the delay.
    return Math.min(delayMs, Math.max(0, entry.lastFailureAtMs + delayMs - nowMs));
  }
}
