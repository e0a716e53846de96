import type { CounterTicket, PickReason } from '../../electron/contract/views.ts';
import type { Phrase } from '../text/phrase.ts';
import type { Translator } from '../text/translator.ts';
import { minutesSince } from './workplace-model.ts';

type ReasonCode = PickReason['code'];

const NEXT = {
  longestWaiting: 'desk.reasons.longestWaiting',
  longestWaitingAgain: 'desk.reasons.longestWaitingAgain',
  reserved: 'desk.reasons.reserved',
  priority: 'desk.reasons.priority',
  appointment: 'desk.reasons.appointment',
  overtakenEnough: 'desk.reasons.overtakenEnough',
  preferredQueue: 'desk.reasons.preferredQueue',
  chosen: 'desk.reasons.chosen',
  paperRoll: 'desk.reasons.paperRoll',
} as const satisfies Record<ReasonCode, string>;

const CALLED = {
  longestWaiting: 'desk.calledBecause.longestWaiting',
  longestWaitingAgain: 'desk.calledBecause.longestWaitingAgain',
  reserved: 'desk.calledBecause.reserved',
  priority: 'desk.calledBecause.priority',
  appointment: 'desk.calledBecause.appointment',
  overtakenEnough: 'desk.calledBecause.overtakenEnough',
  preferredQueue: 'desk.calledBecause.preferredQueue',
  chosen: 'desk.calledBecause.chosen',
  paperRoll: 'desk.calledBecause.paperRoll',
} as const satisfies Record<ReasonCode, string>;

/** Why somebody is next, with minutes and queue. `nowMs`: UTC epoch milliseconds. */
export function reasonPhrase(texts: Translator, reason: PickReason, nowMs: number): Phrase {
  const { code, queue, sinceMs } = reason;
  return texts.phraseAt(NEXT[code], { queue, count: minutesSince(sinceMs, nowMs) });
}

/** Why the person at the counter was called. */
export function calledBecausePhrase(texts: Translator, { reason }: CounterTicket): Phrase {
  return texts.phraseAt(CALLED[reason.code], { queue: reason.queue });
}
