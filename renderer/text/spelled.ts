import type { Phrase } from './phrase.ts';

/** A code, or what somebody writes: a voice says it character by character. */
export function spelled(text: string): Phrase {
  return { text, spoken: [...text].join(' ') };
}
