/** What is read and what is said. Every text of the screens has both. */
export interface Phrase {
  readonly text: string;
  /** For the voice and for screen readers. */
  readonly spoken: string;
}

/** What may stand in a placeholder; a phrase is read as its text and said as its spoken form. */
export type TextValue = string | number | Phrase;
