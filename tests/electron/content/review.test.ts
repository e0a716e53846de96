import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadContent } from '../../../electron/content/load-content.ts';
import type { Content } from '../../../electron/contract/content.ts';
import { offeredLanguages } from '../../../electron/contract/content-rules.ts';
import {
  copyOfContent,
  replaceIn,
  shippedContentDir,
  temporaryFolder,
  writeIn,
} from './content-folder.ts';

const script = join(import.meta.dirname, '..', '..', '..', 'electron', 'content', 'review.ts');

function review(...args: string[]): { status: number | null; says: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], {
    encoding: 'utf8',
  });
  return { status, says: `${stdout}${stderr}` };
}

function contentOf(folder: string, overrideDir?: string): Content {
  const loaded = loadContent({ baseDir: folder, overrideDir });
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.error));
  return loaded.value;
}

/** The languages of a real office, which shows what is reviewed unless it chose otherwise. */
function offeredIn(folder: string, chosen: 'hidden' | 'beside-italian' = 'hidden'): string[] {
  return offeredOf(contentOf(folder), chosen);
}

/** Those of an office with a folder of its own. */
function offeredWith(own: string): string[] {
  return offeredOf(contentOf(shippedContentDir, own), 'hidden');
}

function offeredOf(content: Content, chosen: 'hidden' | 'beside-italian'): string[] {
  const kiosk = { ...content.office.kiosk, unreviewedLanguages: chosen };
  const office = { ...content.office, invented: false, kiosk };
  return offeredLanguages({ ...content, office }).map(({ code }) => code);
}

describe('npm run content:review', () => {
  it('lets a real office offer a language, until a text changes', () => {
    const folder = copyOfContent();
    expect(offeredIn(folder)).toEqual(['it']);
    const { status, says } = review('--language', 'en', '--by', 'Nome Cognome', '--dir', folder);
    expect({ status, says }).toMatchObject({
      status: 0,
      says: expect.stringContaining('of "en" are reviewed'),
    });
    expect(offeredIn(folder)).toEqual(['it', 'en']);
    replaceIn(folder, 'languages/en/help.json', 'Call 112', 'Please call 112');
    expect(offeredIn(folder)).toEqual(['it']);
  });

  it('writes down the texts of desk and board too, on which no language of citizens depends', () => {
    const folder = copyOfContent();
    review('--language', 'en', '--by', 'Nome', '--dir', folder);
    const all = contentOf(folder).reviewedKeys['en'] ?? [];
    replaceIn(folder, 'languages/en/board.json', 'Counter', 'Desk');
    const left = new Set(contentOf(folder).reviewedKeys['en']);
    const again = all.filter((key) => !left.has(key));
    expect(again.map((key) => key.split('.')[0])).toEqual(['board']);
    expect(offeredIn(folder)).toEqual(['it', 'en']);
  });

  it('can be done part by part', () => {
    const folder = copyOfContent();
    review('--language', 'en', '--by', 'Nome', '--only', 'residence.', '--dir', folder);
    review('--language', 'en', '--by', 'Cognome', '--only', 'help.', '--dir', folder);
    const reviewed = contentOf(folder).reviewedKeys['en'] ?? [];
    expect(new Set(reviewed.map((key) => key.split('.')[0]))).toEqual(
      new Set(['residence', 'help']),
    );
    expect(offeredIn(folder)).toEqual(['it']);
  });

  it('lets an office offer a language that it has corrected in its own folder', () => {
    const own = temporaryFolder();
    const file = 'languages/en/help.json';
    writeIn(own, file, readFileSync(join(shippedContentDir, file), 'utf8'));
    replaceIn(own, file, 'Call 112', 'Please call 112');
    const { status, says } = review('--language', 'en', '--by', 'Nome Cognome', '--override', own);
    expect(status).toBe(0);
    expect(says).toContain(join(own, 'languages/en/reviews.json'));
    expect(says).toContain('every computer of the office');
    expect(readdirSync(join(own, 'languages', 'en')).sort()).toEqual(['help.json', 'reviews.json']);
    expect(offeredWith(own)).toEqual(['it', 'en']);
    replaceIn(own, file, 'Please call 112', 'Call 112');
    expect(offeredWith(own)).toEqual(['it']);
  });

  it('keeps what was reviewed before where an office goes on in its own folder', () => {
    const base = copyOfContent();
    const own = temporaryFolder();
    review('--language', 'en', '--by', 'Nome', '--only', 'residence.', '--dir', base);
    const before = readFileSync(join(base, 'languages/en/reviews.json'), 'utf8');
    const args = ['--language', 'en', '--by', 'Cognome', '--dir', base, '--override', own];
    review(...args, '--only', 'help.');
    const reviewed = contentOf(base, own).reviewedKeys['en'] ?? [];
    expect(new Set(reviewed.map((key) => key.split('.')[0]))).toEqual(
      new Set(['residence', 'help']),
    );
    expect(readFileSync(join(base, 'languages/en/reviews.json'), 'utf8')).toBe(before);
  });

  it('writes nothing down of a damaged folder, or one that is not there', () => {
    const own = temporaryFolder();
    writeIn(own, 'languages/en/reviews.json', '{\n"reviews": []}');
    const damaged = review('--language', 'en', '--by', 'Nome', '--override', own);
    expect(damaged.status).toBe(1);
    expect(damaged.says).toContain(`${join(own, 'languages/en/reviews.json')}:2: `);
    const missing = review('--language', 'en', '--by', 'Nome', '--override', join(own, 'none'));
    expect(missing.status).toBe(1);
    expect(missing.says).toContain('the folder does not exist');
    expect(existsSync(join(own, 'none'))).toBe(false);
  });

  it('says what is wrong with a language that is not there', () => {
    const { status, says } = review('--language', 'xx', '--by', 'Nome');
    expect(status).toBe(1);
    expect(says).toContain('There is no language "xx".');
  });
});

describe('the languages a citizen may choose', () => {
  it('are all of them in an invented office, and where the office shows Italian beside', () => {
    const folder = copyOfContent();
    const content = contentOf(folder);
    const all = content.languages.map(({ code }) => code);
    expect(offeredLanguages(content).map(({ code }) => code)).toEqual(all);
    expect(offeredIn(folder, 'beside-italian')).toEqual(all);
  });
});
