import type { PauseReason } from '../../electron/contract/vocabulary.ts';

/** Each reason for a pause within a sentence. */
export const PAUSE_TEXTS = {
  break: 'desk.pauseReasons.break',
  backOffice: 'desk.pauseReasons.backOffice',
  meeting: 'desk.pauseReasons.meeting',
  technical: 'desk.pauseReasons.technical',
} as const satisfies Record<PauseReason, string>;

/** Each reason as a choice, in the order in which they are offered. */
export const PAUSE_CHOICES = {
  break: 'desk.pauseChoices.break',
  backOffice: 'desk.pauseChoices.backOffice',
  meeting: 'desk.pauseChoices.meeting',
  technical: 'desk.pauseChoices.technical',
} as const satisfies Record<PauseReason, string>;

export const PAUSE_REASONS = Object.keys(PAUSE_CHOICES) as PauseReason[];
