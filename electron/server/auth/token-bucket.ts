export type BucketRate = { readonly burst: number; readonly perMinute: number };

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
    this.#buckets.set(key, { tokens: isThere ? tokens - 1 : tokens, atMs: nowMs });
    return isThere ? 0 : Math.ceil(((1 - tokens) * 60_000) / perMinute);
  }
}
