/** A paragraph of an official text, a heading of it, or an item of a list that has no numbers. */
export interface Paragraph {
  readonly kind: 'text' | 'heading' | 'item';
  readonly text: string;
}
