/*
 * A reader of bar and QR codes types what it reads, like a keyboard, and ends with Enter. It is
 * told from a person by its pace.
 */

/**
 * Milliseconds between two keys of a reader at the most. Readers leave some 1 to 20 ms; fast
 * typists, on average, about 120 ms (Dhakal et al., CHI 2018).
 */
export const SLOWEST_READER_MS = 40;

/** Fewer keys than this are no code. */
const SHORTEST_SCAN = 2;

/** The keys that have come in one go. */
export interface KeyRun {
  readonly text: string;
  readonly lastAtMs: number;
}

export const noKeys: KeyRun = { text: '', lastAtMs: Number.NEGATIVE_INFINITY };

export interface HeardKey {
  readonly run: KeyRun;
  /** What a reader has read, once it is complete. */
  readonly scanned: string | null;
  /** True for a key that no person has pressed: no button may take it for a press. */
  readonly isOfReader: boolean;
}

/**
 * What becomes of a run of keys with one more.
 *
 * @param key as in `KeyboardEvent.key`; keys that type nothing are not for here, but for Enter.
 * @param atMs when it was pressed, in milliseconds of a clock that only goes forward.
 */
export function hearKey(run: KeyRun, key: string, atMs: number): HeardKey {
  const isFast = atMs - run.lastAtMs <= SLOWEST_READER_MS;
  if (key === 'Enter') {
    const isScan = isFast && run.text.length >= SHORTEST_SCAN;
    return { run: noKeys, scanned: isScan ? run.text : null, isOfReader: isScan };
  }
  return {
    run: { text: isFast ? run.text + key : key, lastAtMs: atMs },
    scanned: null,
    isOfReader: isFast,
  };
}
