/** The value that a share of all values, from 0 to 1, does not exceed; 0 of none. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

/** To two digits behind the point: more would be noise. */
export function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}

/** How long something took, over many times; milliseconds. */
export class Samples {
  readonly #values: number[] = [];

  add(ms: number): void {
    this.#values.push(ms);
  }

  /** Adds how long an action takes. */
  async time<T>(action: () => Promise<T> | T): Promise<T> {
    const startedAt = performance.now();
    const result = await action();
    this.add(performance.now() - startedAt);
    return result;
  }

  get p50Ms(): number {
    return percentile(this.#values, 0.5);
  }

  get p95Ms(): number {
    return percentile(this.#values, 0.95);
  }

  summary(): { readonly p50Ms: number; readonly p95Ms: number } {
    return { p50Ms: rounded(this.p50Ms), p95Ms: rounded(this.p95Ms) };
  }
}
