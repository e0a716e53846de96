import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadContent } from '../../../electron/content/load-content.ts';
import { contentSchema } from '../../../electron/contract/content.ts';
import { PUBLIC_LANGUAGE_FILES } from '../../../electron/contract/content-rules.ts';
import { shippedLanguages } from '../../support/texts.ts';
import {
  copyOfContent,
  problemsOf,
  replaceIn,
  shippedContentDir,
  temporaryFolder,
  writeIn,
} from './content-folder.ts';

function contentOf(overrideDir: string) {
  const loaded = loadContent({ baseDir: shippedContentDir, overrideDir });
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.error));
  return loaded.value;
}

describe('the content that ships', () => {
  it('loads, and survives the journey over IPC or as /content.json unchanged', () => {
    const loaded = loadContent({ baseDir: shippedContentDir });
    expect(loaded.ok).toBe(true);
    if (!loaded.ok) return;
    const travelled: unknown = JSON.parse(JSON.stringify(loaded.value));
    expect(contentSchema.parse(travelled)).toEqual(loaded.value);
  });
});

describe('a damaged file is named with its line and what to do', () => {
  it('for a comma that is missing', () => {
    const folder = copyOfContent();
    const line = replaceIn(
      folder,
      'residence.json',
      '"start": "residence",',
      '"start": "residence"',
    );
    expect(problemsOf(folder)).toMatchObject([
      {
        file: 'residence.json',
        path: join(folder, 'residence.json'),
        line: line + 1,
        reason: expect.stringContaining('CommaExpected'),
        advice: expect.stringContaining('comma'),
      },
    ]);
  });

  it('for a key nobody knows', () => {
    const folder = copyOfContent();
    const line = replaceIn(
      folder,
      'office/demo.json',
      '"invented"',
      '"invneted": true,\n  "invented"',
    );
    expect(problemsOf(folder)).toMatchObject([
      { file: 'office/demo.json', line, reason: '"invneted" is not known here' },
    ]);
  });

  it('for a key written twice', () => {
    const folder = copyOfContent();
    const line = replaceIn(
      folder,
      'languages/it/kiosk.json',
      '"back": "Indietro",',
      '"back": "Indietro",\n    "back": "Torno",',
    );
    expect(problemsOf(folder)).toMatchObject([
      { file: 'languages/it/kiosk.json', line: line + 1, reason: '"back" is written twice' },
    ]);
  });

  it('for a value that is not allowed', () => {
    const folder = copyOfContent();
    const line = replaceIn(folder, 'offices.json', '"telephone-only"', '"walk-in"');
    expect(problemsOf(folder)).toMatchObject([{ file: 'offices.json', line }]);
  });

  it('for a message whose braces do not close', () => {
    const folder = copyOfContent();
    const line = replaceIn(
      folder,
      'languages/en/desk.json',
      '"Open counter {counter}"',
      '"Open counter {counter"',
    );
    expect(problemsOf(folder)).toMatchObject([
      { file: 'languages/en/desk.json', line, reason: expect.stringContaining('ICU') },
    ]);
  });

  it('for a file that is missing', () => {
    const folder = copyOfContent();
    rmSync(join(folder, 'help.json'));
    expect(problemsOf(folder)).toMatchObject([
      { file: 'help.json', line: 1, reason: 'the file is missing' },
    ]);
  });

  it('for a file that is not UTF-8', () => {
    const folder = copyOfContent();
    writeIn(folder, 'audience.json', new Uint8Array([0x7b, 0xe8, 0x7d]));
    expect(problemsOf(folder)).toMatchObject([
      { file: 'audience.json', reason: 'the file is not UTF-8 text' },
    ]);
  });

  it('for every damage at once, not only the first', () => {
    const folder = copyOfContent();
    replaceIn(folder, 'help.json', '"phone": "112"', '"phone": "one one two"');
    replaceIn(folder, 'offices.json', '"telephone-only"', '"walk-in"');
    expect(problemsOf(folder).map(({ file }) => file)).toEqual(['offices.json', 'help.json']);
  });
});

describe('files must agree with each other', () => {
  it('a text missing in one language is shown with the Italian to translate', () => {
    const folder = copyOfContent();
    replaceIn(folder, 'languages/en/kiosk.json', '"title": "Your number is",', '');
    expect(problemsOf(folder)).toMatchObject([
      {
        file: 'languages/en/kiosk.json',
        reason: '"kiosk.ticket.title" is missing',
        advice: 'Translate: Il suo numero è',
      },
    ]);
  });

  it('a placeholder lost in translation is found', () => {
    const folder = copyOfContent();
    const line = replaceIn(
      folder,
      'languages/en/board.json',
      '{code}, counter {counter}',
      '{code}',
    );
    replaceIn(folder, 'languages/en/board.json', 'Counter {counter}.', 'Counter.');
    // The announcement starts one line above its text.
    expect(problemsOf(folder)).toMatchObject([
      { line: line - 1, advice: 'Use the same placeholders.' },
    ]);
  });

  it('an answer that leads nowhere is found: nobody is refused', () => {
    const folder = copyOfContent();
    const line = replaceIn(
      folder,
      'residence.json',
      '"outcome": "not-resident"',
      '"outcome": "refused"',
    );
    expect(problemsOf(folder)).toContainEqual(
      expect.objectContaining({ line, reason: expect.stringContaining('"refused"') }),
    );
  });

  it('a question that leads back to itself is found', () => {
    const folder = copyOfContent();
    const line = replaceIn(
      folder,
      'residence.json',
      '"outcome": "not-resident"',
      '"question": "residence"',
    );
    expect(problemsOf(folder)).toContainEqual(
      expect.objectContaining({ line, reason: expect.stringContaining('back to itself') }),
    );
  });

  it('an offering in no queue, or in two, is found', () => {
    const folder = copyOfContent();
    replaceIn(folder, 'office/demo.json', '"family-mediation"', '"help-project"');
    expect(problemsOf(folder).map(({ reason }) => reason)).toEqual([
      '"help-project" is already in the queue A',
      'no queue answers for "family-mediation"',
    ]);
  });

  it('a queue never answers for a service on a mandate of the Judicial Authority', () => {
    const folder = copyOfContent();
    replaceIn(folder, 'office/demo.json', '"family-mediation"', '"family-mediation", "giunco"');
    expect(problemsOf(folder)).toMatchObject([
      { reason: '"giunco" is not an offering', advice: expect.stringContaining('takes no number') },
    ]);
  });

  it.each([
    ['as it ships', '"Piazzale Segesta"', '"11"'],
    ['however it is written', '"P.le SEGESTA"', '"11/A"'],
  ])(
    'the office that is reached by telephone only, %s, sends nobody there',
    (_, street, number) => {
      const own = temporaryFolder();
      writeIn(own, 'offices.json', readFileSync(join(shippedContentDir, 'offices.json'), 'utf8'));
      replaceIn(own, 'offices.json', '"Piazzale Segesta"', street);
      replaceIn(own, 'offices.json', '"11"', number);
      expect(problemsOf(shippedContentDir, own)).toEqual([]);
      const line = replaceIn(own, 'offices.json', '"telephone-only"', '"by-appointment"');
      expect(problemsOf(shippedContentDir, own)).toMatchObject([
        { file: 'offices.json', line, reason: expect.stringContaining('by telephone only') },
      ]);
    },
  );

  it('another office of the same square may receive people', () => {
    const own = temporaryFolder();
    writeIn(own, 'offices.json', readFileSync(join(shippedContentDir, 'offices.json'), 'utf8'));
    replaceIn(own, 'offices.json', '"11"', '"112"');
    replaceIn(own, 'offices.json', '"telephone-only"', '"by-appointment"');
    expect(problemsOf(shippedContentDir, own)).toEqual([]);
  });

  it('an offering without words is found', () => {
    const folder = copyOfContent();
    for (const code of shippedLanguages()) {
      replaceIn(folder, `languages/${code}/offerings.json`, '"whom":', '"whomever":');
    }
    expect(problemsOf(folder)).toMatchObject([
      { file: 'offerings.json', reason: 'its text "offerings.information.whom" is missing' },
    ]);
  });
});

describe('an office overrides any file without a rebuild', () => {
  it('its file takes the place of the shipped one of the same path, and the others stay', () => {
    const own = temporaryFolder();
    const shipped = contentOf(own);
    writeIn(
      own,
      'help.json',
      JSON.stringify({
        contacts: shipped.help.contacts.map((each) => ({ ...each, order: 9 - each.order })),
      }),
    );
    const content = contentOf(own);
    expect(content.help.contacts.map(({ phone }) => phone)).toEqual(['1522', '112']);
    expect(content.offerings).toEqual(shipped.offerings);
  });

  it('its office takes the place of the demo office, whatever the name of the file', () => {
    const own = temporaryFolder();
    const { office } = contentOf(own);
    writeIn(
      own,
      'office/viale-tibaldi.json',
      JSON.stringify({ ...office, id: 'viale-tibaldi', invented: false }),
    );
    expect(contentOf(own).office).toMatchObject({ id: 'viale-tibaldi', invented: false });
  });

  it('the official text of a notice is dropped in as it is', () => {
    const own = temporaryFolder();
    writeIn(own, 'notices/first-level.official.it.md', '# Informativa\n\nTesto.');
    const notice = contentOf(own).notices.find(({ id }) => id === 'first-level');
    expect(notice?.officialTexts).toEqual({
      it: { format: 'markdown', text: '# Informativa\n\nTesto.', issue: null },
    });
  });

  it('an official text whose date cannot be read is said, with its line', () => {
    const own = temporaryFolder();
    const file = 'notices/first-level.official.it.md';
    writeIn(own, file, '---\ndate: 30/06/2025\n---\n# Informativa\n\nTesto.');
    expect(problemsOf(shippedContentDir, own)).toMatchObject([
      { file, path: join(own, file), line: 2, reason: expect.stringContaining('30/06/2025') },
    ]);
  });

  it('a damaged file of its own stops the start, and is the one that is named', () => {
    const own = temporaryFolder();
    writeIn(own, 'offerings.json', '{ "offerings": [ }');
    expect(problemsOf(shippedContentDir, own)).toMatchObject([
      { file: 'offerings.json', path: join(own, 'offerings.json'), line: 1 },
    ]);
  });

  it.each([
    ['is not JSON', '{\n"Indietro": "0123456789abcdef",\n}', 3, 'not valid JSON'],
    ['names no file of sound', '{\n\n"Indietro": "../../secret" }', 3, 'sixteen of the signs'],
    ['is no list', '[]', 1, 'the file: '],
  ])('a list of what was spoken for it that %s is said, with its line', (_, text, line, reason) => {
    const own = temporaryFolder();
    writeIn(own, 'audio/it/clips.json', text);
    expect(problemsOf(shippedContentDir, own)).toMatchObject([
      {
        file: 'audio/it/clips.json',
        path: join(own, 'audio/it/clips.json'),
        line,
        reason: expect.stringContaining(reason),
      },
    ]);
  });

  it('a file whose name is a slip is not passed over in silence', () => {
    const own = temporaryFolder();
    writeIn(own, 'offering.json', '{}');
    writeIn(own, 'languages/it/kiosks.json', '{}');
    expect(
      problemsOf(shippedContentDir, own)
        .map(({ file }) => file)
        .sort(),
    ).toEqual(['languages/it/kiosks.json', 'offering.json']);
  });

  it('a file in place of the override folder is said', () => {
    const file = join(temporaryFolder(), 'content');
    writeFileSync(file, '');
    expect(problemsOf(shippedContentDir, file)).toMatchObject([
      { path: file, reason: 'the folder does not exist' },
    ]);
  });

  it('an override that is nested without end is said', () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'help.json'), '['.repeat(200_000));
    expect(problemsOf(shippedContentDir, folder)).toContainEqual(
      expect.objectContaining({ file: 'help.json', line: 1 }),
    );
  });

  it('an override folder that does not exist is said', () => {
    const missing = join(temporaryFolder(), 'none');
    expect(problemsOf(shippedContentDir, missing)).toMatchObject([
      { path: missing, reason: 'the folder does not exist' },
    ]);
  });

  it('a new language needs only a line in languages.json and the files that citizens read', () => {
    const folder = copyOfContent();
    const loaded = loadContent({ baseDir: folder });
    if (!loaded.ok) throw new Error('the copy does not load');
    const { languages } = loaded.value;
    const polish = { code: 'pl', autonym: 'Polski', direction: 'ltr', localeTag: 'pl-PL' };
    writeIn(
      folder,
      'languages.json',
      JSON.stringify({ languages: [...languages, { ...polish, isForStaff: false }] }),
    );
    const missing = problemsOf(folder);
    expect(missing).toHaveLength(PUBLIC_LANGUAGE_FILES.length);
    expect(missing.every(({ file }) => file.startsWith('languages/pl/'))).toBe(true);
    expect(missing.some(({ file }) => file.endsWith('/desk.json'))).toBe(false);
  });

  it('the first language must be one for staff: the board speaks it', () => {
    const folder = copyOfContent();
    const line = replaceIn(folder, 'languages.json', '"isForStaff": true', '"isForStaff": false');
    expect(problemsOf(folder)).toContainEqual(
      expect.objectContaining({ file: 'languages.json', line, reason: '"it" is not for staff' }),
    );
  });
});
