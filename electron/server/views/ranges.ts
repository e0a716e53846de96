import type { WaitingRange } from '../../contract/vocabulary.ts';

/** How long people may wait, as far as it is known. */
export type Ranges = {
  /** Of who waits, by ticket. */
  readonly byTicket: ReadonlyMap<string, WaitingRange>;
  /** Of who takes a number now without priority, by queue. */
  readonly byQueue: ReadonlyMap<string, WaitingRange>;
};

/** Before anything is estimated. */
export const nothingKnown: Ranges = { byTicket: new Map(), byQueue: new Map() };
