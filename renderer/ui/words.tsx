import type { ReactNode } from 'react';
import type { Phrase } from '../text/phrase.ts';

/** Words on a screen: what is read, what is said and, for an unreviewed translation, the Italian. */
export interface Words extends Phrase {
  readonly italian?: Phrase | null;
}

/** Names the spoken form of an element, for what reads a screen aloud. */
const SPOKEN_ATTRIBUTE = 'data-spoken';

/** The attribute for an element that shows these words; none where both forms are the same. */
export function spokenAttribute(words: Phrase): { 'data-spoken'?: string } {
  return words.spoken === words.text ? {} : { [SPOKEN_ATTRIBUTE]: words.spoken };
}

/** Shows words and carries their spoken form. */
export function Say({ words, className }: { words: Phrase; className?: string }): ReactNode {
  return (
    <span className={className} {...spokenAttribute(words)}>
      {words.text}
    </span>
  );
}
