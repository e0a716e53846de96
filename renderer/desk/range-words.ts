import type { WaitingRange } from '../../electron/contract/vocabulary.ts';
import type { Phrase } from '../text/phrase.ts';
import type { Translator } from '../text/translator.ts';

/** How long somebody may wait: always a range, never a promise; a dash where nothing is known. */
export function rangePhrase(texts: Translator, range: WaitingRange | null): Phrase {
  if (range === null) return texts.phrase('desk.estimate.none');
  const { fromMinutes: from, toMinutes: to } = range;
  return from === 0
    ? texts.phrase('desk.estimate.upTo', { to: Math.max(1, to) })
    : texts.phrase('desk.estimate.range', { from, to });
}
