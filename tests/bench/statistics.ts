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

/** How steeply the line rises that fits points best (least squares); 0 for fewer than two. */
export function slope(points: readonly (readonly [x: number, y: number])[]): number {
  const mean = (values: readonly number[]) =>
    values.reduce((sum, value) => sum + value, 0) / values.length;
  const middleX = mean(points.map(([x]) => x));
  const middleY = mean(points.map(([, y]) => y));
  const spread = points.reduce((sum, [x]) => sum + (x - middleX) ** 2, 0);
  const common = points.reduce((sum, [x, y]) => sum + (x - middleX) * (y - middleY), 0);
  return spread > 0 ? common / spread : 0;
}
