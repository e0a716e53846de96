import { describe, expect, it } from 'vitest';
import { paragraphsOf, piecesOf } from '../../../renderer/text/notice-paragraphs.ts';

describe('an official text', () => {
  it('has headings where it is Markdown, and paragraphs', () => {
    const text = '# Titolo\n\nPrimo.\n\n\nSecondo.\n';
    expect(paragraphsOf({ format: 'markdown', text })).toEqual([
      { text: 'Titolo', isHeading: true },
      { text: 'Primo.', isHeading: false },
      { text: 'Secondo.', isHeading: false },
    ]);
    expect(paragraphsOf({ format: 'plain', text })[0]).toEqual({
      text: '# Titolo',
      isHeading: false,
    });
  });

  it('comes out on as many pieces of paper as it needs, and all of it', () => {
    const paragraphs = Array.from({ length: 9 }, (_, index) => ({
      text: `${index} ${'parola '.repeat(150)}`.trim(),
      isHeading: false,
    }));
    const pieces = piecesOf(paragraphs);
    expect(pieces).toHaveLength(3);
    expect(pieces.flat()).toEqual(paragraphs);
  });

  it('is cut between words where one paragraph is longer than a piece', () => {
    const text = 'parola '.repeat(1_200).trim();
    const pieces = piecesOf([{ text, isHeading: false }]);
    expect(pieces.length).toBeGreaterThan(1);
    expect(
      pieces
        .flat()
        .map((piece) => piece.text)
        .join(' '),
    ).toBe(text);
  });

  it('that is short is one piece', () => {
    expect(piecesOf([{ text: 'Breve.', isHeading: false }])).toHaveLength(1);
  });
});
