/** About what a screen shows, for the Page keys. */
const PAGE_ROWS = 10;

/** The row to which a key moves from another; null where it moves nowhere. */
export function rowOfKey(key: string, from: number, count: number): number | null {
  const wanted = {
    ArrowDown: from + 1,
    ArrowUp: from - 1,
    PageDown: from + PAGE_ROWS,
    PageUp: from - PAGE_ROWS,
    Home: 0,
    End: count - 1,
  }[key];
  if (wanted === undefined || count === 0) return null;
  return Math.min(Math.max(wanted, 0), count - 1);
}
