import type { PauseReason } from '../../electron/contract/vocabulary.ts';

/** The words of each reason for a pause, in the order in which they are offered. */
export const PAUSE_TEXTS = {
  break: 'desk.pauseReasons.break',
  backOffice: 'desk.pauseReasons.backOffice',
  meeting: 'desk.pauseReasons.meeting',
  technical: 'desk.pauseReasons.technical',
} as const satisfies Record<PauseReason, string>;

export const PAUSE_REASONS = Object.keys(PAUSE_TEXTS) as PauseReason[];
