/*
 * A reader of bar and QR codes types what it reads, like a keyboard, and ends with Enter. It is
 * told from a person by its pace.
 */

/**
 * Milliseconds a key of a reader takes at the most, on average. Readers leave some 1 to 20 ms
 * between two keys; fast typists, on average, about 120 ms (Dhakal et al., CHI 2018).
 */
export const SLOWEST_READER_MS = 40;

/** After a pause as long as this, keys begin something new; a busy computer makes shorter ones. */
export const PAUSE_MS = 300;

/** Fewer keys than this are no code. */
const SHORTEST_SCAN = 2;

/** The keys that have come without a pause. */
export interface KeyRun {
  readonly text: string;
  readonly firstAtMs: number;
  readonly lastAtMs: number;
}

export const noKeys: KeyRun = { text: '', firstAtMs: 0, lastAtMs: 0 };

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
  const goesOn = run.text !== '' && atMs - run.lastAtMs < PAUSE_MS;
  const isOfReader = goesOn && atMs - run.firstAtMs <= run.text.length * SLOWEST_READER_MS;
  if (key === 'Enter') {
    const isScan = isOfReader && run.text.length >= SHORTEST_SCAN;
    return { run: noKeys, scanned: isScan ? run.text : null, isOfReader: isScan };
  }
  const grown = goesOn
    ? { ...run, text: run.text + key, lastAtMs: atMs }
    : { text: key, firstAtMs: atMs, lastAtMs: atMs };
  return { run: grown, scanned: null, isOfReader };
}
