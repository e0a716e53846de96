import type { ReactNode } from 'react';

/** One text: what is read, and what is said where reading it aloud would be wrong. */
export interface Words {
  readonly text: string;
  readonly spoken: string;
}

/** Names the spoken form of an element; read by {@link spokenText} in speech.ts. */
export const SPOKEN_ATTRIBUTE = 'data-spoken';

/** The attribute for an element that shows these words; none where both forms are the same. */
export function spokenAttribute(words: Words): { 'data-spoken'?: string } {
  return words.spoken === words.text ? {} : { [SPOKEN_ATTRIBUTE]: words.spoken };
}

/** Shows words and carries their spoken form. */
export function Say({ words, className }: { words: Words; className?: string }): ReactNode {
  return (
    <span className={className} {...spokenAttribute(words)}>
      {words.text}
    </span>
  );
}
