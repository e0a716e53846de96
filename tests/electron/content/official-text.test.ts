import { describe, expect, it } from 'vitest';
import { readOfficialText } from '../../../electron/content/official-text.ts';

const read = (text: string) => readOfficialText('markdown', text);

describe('the file of an official text', () => {
  it('may begin with its date and version, which are no part of the text', () => {
    expect(read('---\ndate: 2025-06-30\nversion: 2.1\n---\n# Informativa\n\nTesto.')).toEqual({
      ok: true,
      value: {
        format: 'markdown',
        text: '# Informativa\n\nTesto.',
        issue: { date: '2025-06-30', version: '2.1' },
      },
    });
  });

  it('may have a date alone', () => {
    expect(read('---\ndate: 2025-06-30\n---\nTesto.')).toMatchObject({
      value: { text: 'Testo.', issue: { date: '2025-06-30', version: null } },
    });
  });

  it('is of no known day where it does not say so', () => {
    expect(read('Testo.\n\n---\n\nAltro.')).toMatchObject({
      value: { text: 'Testo.\n\n---\n\nAltro.', issue: null },
    });
  });

  it('may end its lines as Windows does', () => {
    expect(read('---\r\ndate: 2025-06-30\r\n---\r\nUno.\r\n\r\nDue.\r\n')).toMatchObject({
      value: { text: 'Uno.\n\nDue.\n', issue: { date: '2025-06-30' } },
    });
  });

  it.each([
    [
      'has a date in other words',
      '---\nversion: 2\ndate: 30/06/2025\n---\nTesto.',
      3,
      'not a date',
    ],
    ['has a day that is not', '---\ndate: 2025-02-30\n---\nTesto.', 2, 'not a date'],
    ['has a version in words', '---\ndate: 2025-06-30\nversion: due\n---\nTesto.', 3, 'a version'],
    ['says something else', '---\nauthor: Comune\n---\nTesto.', 2, 'author: Comune'],
    ['has a version but no date', '---\nversion: 2.1\n---\nTesto.', 1, 'the date of the text'],
    ['does not end what it says first', '---\ndate: 2025-06-30\nTesto.', 1, 'no second "---"'],
    ['has a date and no text', '---\ndate: 2025-06-30\n---\n', 1, 'no text'],
    ['is empty', ' \n', 1, 'no text'],
  ])('is refused, with the line and what to do, where it %s', (_, text, line, reason) => {
    expect(read(text)).toEqual({
      ok: false,
      error: {
        line,
        reason: expect.stringContaining(reason),
        advice: expect.stringMatching(/^(Write|Put) /),
      },
    });
  });
});
