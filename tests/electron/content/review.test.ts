import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadContent } from '../../../electron/content/load-content.ts';
import type { Content } from '../../../electron/contract/content.ts';
import { offeredLanguages } from '../../../electron/contract/content-rules.ts';
import { copyOfContent, replaceIn } from './content-folder.ts';

const script = join(import.meta.dirname, '..', '..', '..', 'electron', 'content', 'review.ts');

function review(...args: string[]): { status: number | null; says: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], {
    encoding: 'utf8',
  });
  return { status, says: `${stdout}${stderr}` };
}

function contentOf(folder: string): Content {
  const loaded = loadContent({ baseDir: folder });
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.error));
  return loaded.value;
}

/** The languages of a real office, which shows what is reviewed unless it chose otherwise. */
function offeredIn(folder: string, chosen: 'hidden' | 'beside-italian' = 'hidden'): string[] {
  const content = contentOf(folder);
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
