import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { shippedLanguages } from '../../support/texts.ts';
import {
  problemsOf,
  replaceIn,
  shippedContentDir,
  temporaryFolder,
  writeIn,
} from './content-folder.ts';

/** An office's own folder, with files of what ships to be changed. */
function ownCopiesOf(...files: readonly string[]): string {
  const own = temporaryFolder();
  for (const file of files) writeIn(own, file, readFileSync(join(shippedContentDir, file), 'utf8'));
  return own;
}

describe('the help that an office must show', () => {
  it.each(['112', '1522'])('is refused without %s', (missing) => {
    const own = ownCopiesOf('help.json');
    const { contacts } = JSON.parse(readFileSync(join(own, 'help.json'), 'utf8')) as {
      contacts: { phone: string }[];
    };
    const others = contacts.filter(({ phone }) => phone !== missing);
    writeIn(own, 'help.json', JSON.stringify({ contacts: others }));
    expect(problemsOf(shippedContentDir, own)).toMatchObject([
      { file: 'help.json', line: 1, reason: `the number ${missing} is missing` },
    ]);
  });
});

describe('a number of help', () => {
  it.each([
    ['is written wrong', 'it', '"text": "112"', '"text": "113"', 'is "113"'],
    ['is written wrong in a translation', 'ar', '"text": "1522"', '"text": "1552"', 'is "1552"'],
    ['is in other digits', 'ar', '"text": "112"', '"text": "١١٢"', 'is "١١٢"'],
    ['is said wrong', 'en', '"spoken": "one, one, two"', '"spoken": "1, 1, 3"', 'is "1, 1, 3"'],
    ['is another in its title', 'it', '"112 per ogni', '"118 per ogni', 'names 118'],
    ['is another in its sentence', 'zh', '请拨打1522', '请拨打1523', 'names 1523'],
    ['is another in it aloud', 'it', 'il quindici ventidue', 'il 1523', 'names 1523'],
    ['has other words in it', 'si', 'එක, එක, දෙක අමතන්න', 'එක, එක, තුන අමතන්න', 'aloud'],
  ])('is refused where it %s', (_, language, from, to, reason) => {
    const file = `languages/${language}/help.json`;
    const own = ownCopiesOf(file);
    replaceIn(own, file, from, to);
    expect(problemsOf(shippedContentDir, own)).toMatchObject([
      { file, path: join(own, file), reason: expect.stringContaining(reason) },
    ]);
  });

  it('is refused with the line where it is said otherwise than alone', () => {
    const file = 'languages/it/help.json';
    const own = ownCopiesOf(file);
    const line = replaceIn(own, file, 'l’uno uno due', 'l’uno uno tre');
    // The text begins two lines above its spoken form.
    expect(problemsOf(shippedContentDir, own)).toMatchObject([
      { file, line: line - 2, reason: expect.stringContaining('"uno, uno, due"') },
    ]);
  });

  it.each([
    ['beside a number of days', 'il 1522: è gratuito', 'il 1522: 365 giorni, è gratuito'],
    ['with other pauses', 'il quindici ventidue', 'il quindici… ventidue'],
    ['in digits aloud', 'il quindici ventidue', 'il 1522'],
    ['in its title alone', 'Chiami il 1522: è', 'La telefonata è'],
    ['in its title alone, beside a number of days', 'Chiami il 1522: è', '365 giorni l’anno, è'],
  ])('may be named %s', (_, from, to) => {
    const file = 'languages/it/help.json';
    const own = ownCopiesOf(file);
    replaceIn(own, file, from, to);
    expect(problemsOf(shippedContentDir, own)).toEqual([]);
  });

  it.each([
    ['a wrong number', 'call 112.', 'call 113.', 'names 113'],
    ['another aloud', 'call one, one, two.', 'call one, one, three.', 'aloud'],
  ])('is refused where a child alone is told %s', (_, from, to, reason) => {
    const file = 'languages/en/kiosk.json';
    const own = ownCopiesOf(file);
    replaceIn(own, file, from, to);
    expect(problemsOf(shippedContentDir, own)).toMatchObject([
      { file, reason: expect.stringContaining(reason) },
    ]);
  });

  it('may be one of the office’s own, in groups of digits', () => {
    const files = shippedLanguages().map((code) => `languages/${code}/help.json`);
    const own = ownCopiesOf('help.json', ...files);
    const contact =
      '{"id": "own", "phone": "800123456", "order": 3, "languages": [], "source": "https://example.org"}';
    replaceIn(own, 'help.json', '"contacts": [', `"contacts": [${contact},`);
    const text = (number: string) =>
      `"own": {"label": "Il nostro numero", "line": "Chiami l’${number}.", "body": "Ogni giorno.", "number": "800 123 456"},`;
    for (const file of files)
      replaceIn(own, file, '"emergency"', `${text('800 123 456')} "emergency"`);
    expect(problemsOf(shippedContentDir, own)).toEqual([]);
    replaceIn(own, files[0] ?? '', 'Chiami l’800 123 456', 'Chiami l’800 123 457');
    expect(problemsOf(shippedContentDir, own)).toMatchObject([
      { reason: expect.stringContaining('names 800123457') },
    ]);
  });
});
