export type BucketRate = { readonly burst: number; readonly perMinute: number };

/** Few enough for the memory, more than ever ask at once. */
const MOST_KEYS = 10_000;

/** Lets a burst through and then a steady rate, for each key. */
export class TokenBucket {
  readonly #rate: BucketRate;
  readonly #buckets = new Map<string, { tokens: number; atMs: number }>();

  constructor(rate: BucketRate) {
    this.#rate = rate;
  }

  /** Takes one token; answers 0, or how long until there is one. */
  take(key: string, nowMs: number): number {
    const { burst, perMinute } = this.#rate;
    const bucket = this.#buckets.get(key) ?? { tokens: burst, atMs: nowMs };
    const elapsedMs = Math.max(0, nowMs - bucket.atMs);
    const tokens = Math.min(burst, bucket.tokens + (elapsedMs * perMinute) / 60_000);
    const isThere = tokens >= 1;
    // Set anew, so that the map stays in order of use, and who asked longest ago is forgotten first.
    this.#buckets.delete(key);
    this.#buckets.set(key, { tokens: isThere ? tokens - 1 : tokens, atMs: nowMs });
    const [oldest] = this.#buckets.keys();
    if (this.#buckets.size > MOST_KEYS && oldest !== undefined) this.#buckets.delete(oldest);
    return isThere ? 0 : Math.ceil(((1 - tokens) * 60_000) / perMinute);
  }
}
