/** The value that a share of all values, from 0 to 1, does not exceed; 0 of none. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

/** To two digits behind the point: more would be noise. */
export function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
