import type { Office } from '../../electron/contract/operations.ts';
import type { Translator } from '../text/translator.ts';

/** What a queue is for, as the screen at the entrance says it: staff choose by it, not by letter. */
export function offeringsLine(texts: Translator, office: Office, letter: string): string {
  const offerings = office.queues.find((queue) => queue.letter === letter)?.offerings ?? [];
  return offerings.map((id) => texts.phraseAt(`offerings.${id}.label`).text).join(' · ');
}
