import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { describeUnused, loadWithLastGood } from '../../../electron/content/last-good.ts';
import { loadContent } from '../../../electron/content/load-content.ts';
import { shippedContentDir, temporaryFolder, writeIn } from './content-folder.ts';

const OFFICE_FILE = 'office/nord.json';

/** A computer of an office with content of its own, of which a start is made now and then. */
function computer() {
  const dataFolder = temporaryFolder();
  const overrideDir = join(dataFolder, 'content');
  const keptFile = join(dataFolder, 'content-last-good.json');
  const failures: unknown[] = [];
  const start = () =>
    loadWithLastGood({
      folders: {
        baseDir: shippedContentDir,
        overrideDir: existsSync(overrideDir) ? overrideDir : undefined,
      },
      dataFolder,
      load: loadContent,
      onNotKept: (error) => failures.push(error),
    });
  /** A start that succeeds. */
  const started = () => {
    const atHand = start();
    if (!atHand.ok) throw new Error(JSON.stringify(atHand.error));
    return atHand.value;
  };
  const write = (file: string, text: string) => writeIn(overrideDir, file, text);
  return { dataFolder, overrideDir, keptFile, failures, start, started, write };
}

/** The demo office under a name of its own, as a real office would write its file. */
function officeNamed(name: string): string {
  const demo = JSON.parse(readFileSync(join(shippedContentDir, 'office', 'demo.json'), 'utf8'));
  return JSON.stringify({ ...demo, id: 'nord', name: { it: name, en: name } }, null, 2);
}

describe('an office whose own files are good', () => {
  it('uses them, and keeps a copy for its account alone', () => {
    const { started, write, dataFolder, keptFile } = computer();
    write(OFFICE_FILE, officeNamed('Sede Nord'));
    const { content, problems } = started();
    expect(content.office.name.it).toBe('Sede Nord');
    expect(problems).toEqual([]);
    expect(Object.keys(JSON.parse(readFileSync(keptFile, 'utf8')))).toEqual([OFFICE_FILE]);
    expect(readdirSync(dataFolder).sort()).toEqual(['content', 'content-last-good.json']);
  });

  it('starts all the same where the copy cannot be written', () => {
    const { started, write, keptFile, failures } = computer();
    write(OFFICE_FILE, officeNamed('Sede Nord'));
    writeIn(keptFile, 'in the way', '');
    expect(started().content.office.id).toBe('nord');
    expect(failures).toHaveLength(1);
  });

  it('keeps no copy of what was taken away', () => {
    const { started, write, overrideDir, keptFile } = computer();
    write('help.json', readFileSync(join(shippedContentDir, 'help.json'), 'utf8'));
    started();
    rmSync(overrideDir, { recursive: true });
    expect(started().problems).toEqual([]);
    expect(JSON.parse(readFileSync(keptFile, 'utf8'))).toEqual({});
  });
});

describe('an office whose own files have been damaged', () => {
  it('goes on with the files of before, at every start, and says where the error is', () => {
    const { started, write, overrideDir } = computer();
    write(OFFICE_FILE, officeNamed('Sede Nord'));
    started();
    write(OFFICE_FILE, officeNamed('Sede Nord, nuova').replace('"id": "nord",', '"id": "nord"'));
    for (let attempt = 0; attempt < 2; attempt += 1) {
      const { content, problems } = started();
      expect(content.office.name.it).toBe('Sede Nord');
      expect(problems).toMatchObject([{ file: OFFICE_FILE, line: 4, severity: 'error' }]);
      expect(describeUnused(problems)).toEqual([
        expect.stringContaining(`${join(overrideDir, OFFICE_FILE)}:4: `),
        expect.stringContaining('stays in use'),
      ]);
    }
  });

  it('goes on with what ships where its very first file is damaged', () => {
    const { started, write } = computer();
    started();
    const file = 'notices/first-level.official.it.md';
    write(file, '---\ndate: 30/06/2025\n---\n# Informativa');
    const { content, problems } = started();
    expect(content.office.id).toBe('demo');
    expect(content.notices.every(({ officialTexts }) => !('it' in officialTexts))).toBe(true);
    expect(problems).toMatchObject([{ file, line: 2, severity: 'error' }]);
  });

  it('uses the corrected files at the next start', () => {
    const { started, write } = computer();
    write(OFFICE_FILE, officeNamed('Sede Nord'));
    started();
    write(OFFICE_FILE, '{');
    started();
    write(OFFICE_FILE, officeNamed('Sede Nord, nuova'));
    const { content, problems } = started();
    expect(content.office.name.it).toBe('Sede Nord, nuova');
    expect(problems).toEqual([]);
  });

  it.each([
    ['is incomplete', 'languages/en/board.json', '{}'],
    ['has a name that nobody reads', 'helpp.json', '{}'],
    ['is empty', 'notices/first-level.official.it.md', ''],
    ['lists no recordings', 'audio/it/clips.json', '{"Sede Nord":"sede-nord"}'],
  ])('goes on where a file %s', (_, file, text) => {
    const { started, write } = computer();
    write(OFFICE_FILE, officeNamed('Sede Nord'));
    started();
    write(file, text);
    const { content, problems } = started();
    expect(content.office.id).toBe('nord');
    expect(problems.map((problem) => problem.file)).toContain(file);
  });

  it('never becomes the demo office because its file, or its folder, is gone', () => {
    const { started, write, overrideDir, keptFile } = computer();
    write(OFFICE_FILE, officeNamed('Sede Nord'));
    write('help.json', readFileSync(join(shippedContentDir, 'help.json'), 'utf8'));
    started();
    for (const gone of [join(overrideDir, OFFICE_FILE), overrideDir]) {
      rmSync(gone, { recursive: true });
      const { content, problems } = started();
      expect(content.office.id).toBe('nord');
      expect(problems).toMatchObject([
        { file: 'office', advice: expect.stringContaining(keptFile) },
      ]);
    }
    // As the advice says.
    rmSync(keptFile);
    expect(started().content.office.id).toBe('demo');
  });

  it('is refused at its very first start, as nothing good is known', () => {
    const { start, write, keptFile } = computer();
    write(OFFICE_FILE, '{');
    expect(start()).toMatchObject({ ok: false, error: [{ file: OFFICE_FILE, line: 1 }] });
    expect(existsSync(keptFile)).toBe(false);
  });

  it.each([
    ['is damaged itself', 'not JSON'],
    ['is no longer good beside what ships', JSON.stringify({ [OFFICE_FILE]: '{}' })],
    ['would be written elsewhere', JSON.stringify({ '../office/nord.json': '{}' })],
  ])('is refused where the copy %s', (_, kept) => {
    const { start, started, write, keptFile } = computer();
    write(OFFICE_FILE, officeNamed('Sede Nord'));
    started();
    write(OFFICE_FILE, '{');
    writeFileSync(keptFile, kept);
    expect(start()).toMatchObject({ ok: false, error: [{ file: OFFICE_FILE, line: 1 }] });
    expect(readFileSync(keptFile, 'utf8')).toBe(kept);
  });
});
