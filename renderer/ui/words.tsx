import type { ReactNode } from 'react';
import type { Phrase } from '../text/phrase.ts';

/** Words on a screen: what is read, what is said and, for an unreviewed translation, the Italian. */
export interface Words extends Phrase {
  readonly italian?: Phrase | null;
  /** What is said in their place where others hear it, for these would tell of the person. */
  readonly inPublic?: Phrase;
}

/** For what reads a screen aloud: what is said of an element in place of what is written. */
interface SpokenAttributes {
  'data-spoken'?: string;
  'data-in-public'?: string;
}

/** The attributes for an element that shows these words; none where they are said as written. */
export function spokenAttribute({ text, spoken, inPublic }: Words): SpokenAttributes {
  return {
    ...(spoken === text ? {} : { 'data-spoken': spoken }),
    ...(inPublic === undefined ? {} : { 'data-in-public': inPublic.spoken }),
  };
}

/** Shows words and carries what is said in their place. */
export function Say({ words, className }: { words: Words; className?: string }): ReactNode {
  return (
    <span className={className} {...spokenAttribute(words)}>
      {words.text}
    </span>
  );
}
