import { describe, expect, it } from 'vitest';
import { paragraphsOf, piecesOf } from '../../../renderer/text/notice-paragraphs.ts';

describe('an official text', () => {
  const paragraphs = (format: 'markdown' | 'plain', lines: readonly string[]) =>
    paragraphsOf({ format, text: `${lines.join('\n')}\n` });

  it('has headings where it is Markdown, and paragraphs', () => {
    const lines = ['# Titolo', 'Primo,', 'che va a capo.', '  ', 'Secondo.'];
    expect(paragraphs('markdown', lines)).toEqual([
      { kind: 'heading', text: 'Titolo' },
      { kind: 'text', text: 'Primo, che va a capo.' },
      { kind: 'text', text: 'Secondo.' },
    ]);
  });

  it('has the lists of Markdown, each item by itself', () => {
    const lines = [
      'I dati:',
      '',
      '- nome',
      '- salute:',
      '  - cure',
      '',
      '3. chiedere',
      '4. opporsi',
    ];
    expect(paragraphs('markdown', lines)).toEqual([
      { kind: 'text', text: 'I dati:' },
      { kind: 'item', text: 'nome' },
      { kind: 'item', text: 'salute:' },
      { kind: 'item', text: 'cure' },
      { kind: 'text', text: '3. chiedere' },
      { kind: 'text', text: '4. opporsi' },
    ]);
  });

  it('shows no sign of Markdown, and the address that a link leads to', () => {
    const lines = [
      'Il **titolare** è il [Comune](https://www.comune.milano.it/), <dpo@comune.example>.<!-- bozza -->',
      '',
      '| Dato | Fino a |',
      '| --- | --- |',
      '| *nome* | un anno |',
    ];
    expect(paragraphs('markdown', lines)).toEqual([
      {
        kind: 'text',
        text: 'Il titolare è il Comune (https://www.comune.milano.it/), dpo@comune.example.',
      },
      { kind: 'item', text: 'Dato; Fino a' },
      { kind: 'item', text: 'nome; un anno' },
    ]);
  });

  it('keeps the signs of plain text, and its lists', () => {
    const lines = ['# Titolo', '', 'I dati:', '- nome', '1) salute', ' ', 'Fine.'];
    expect(paragraphs('plain', lines)).toEqual([
      { kind: 'text', text: '# Titolo' },
      { kind: 'text', text: 'I dati:' },
      { kind: 'item', text: 'nome' },
      { kind: 'text', text: '1) salute' },
      { kind: 'text', text: 'Fine.' },
    ]);
  });

  it('comes out on as many pieces of paper as it needs, and all of it', () => {
    const many = Array.from({ length: 9 }, (_, index) => ({
      kind: 'text' as const,
      text: `${index} ${'parola '.repeat(150)}`.trim(),
    }));
    const pieces = piecesOf(many);
    expect(pieces).toHaveLength(3);
    expect(pieces.flat()).toEqual(many);
  });

  it('is cut between words where one paragraph is longer than a piece', () => {
    const text = 'parola '.repeat(1_200).trim();
    const pieces = piecesOf([{ kind: 'text', text }]);
    expect(pieces.length).toBeGreaterThan(1);
    expect(
      pieces
        .flat()
        .map((piece) => piece.text)
        .join(' '),
    ).toBe(text);
  });

  it('that is short is one piece', () => {
    expect(piecesOf([{ kind: 'text', text: 'Breve.' }])).toHaveLength(1);
  });
});
