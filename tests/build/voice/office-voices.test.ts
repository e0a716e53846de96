import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeOfficeVoices } from '../../../build/voice/office-voices.ts';
import { clipFile } from '../../../build/voice/voices.ts';
import { loadContent } from '../../../electron/content/load-content.ts';
import { readClips } from '../../../electron/main/clips.ts';
import {
  replaceIn,
  shippedContentDir,
  temporaryFolder,
  writeIn,
} from '../../electron/content/content-folder.ts';

const script = join(import.meta.dirname, '..', '..', '..', 'build', 'audio.ts');

function list(...args: string[]): { status: number | null; lines: string[] } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, '--list', ...args], {
    encoding: 'utf8',
  });
  return { status, lines: `${stdout}${stderr}`.trim().split('\n') };
}

/** An office in Italian alone that says one sentence in its own words, and has an official notice. */
function officeContent(): string {
  const own = temporaryFolder();
  const file = 'languages/it/help.json';
  cpSync(join(shippedContentDir, file), join(own, file));
  replaceIn(own, file, 'Chiami l’uno uno due', 'Telefoni all’uno uno due');
  writeIn(own, 'notices/first-level.official.it.txt', 'Un testo di prova.');
  const { languages } = JSON.parse(
    readFileSync(join(shippedContentDir, 'languages.json'), 'utf8'),
  ) as { languages: unknown[] };
  writeIn(own, 'languages.json', JSON.stringify({ languages: languages.slice(0, 1) }));
  return own;
}

describe('the voices of an office', () => {
  const sentence = 'Telefoni all’uno uno due se qualcuno è in pericolo';
  const paragraph = 'Un testo di prova';

  it('speak what only this office says, where its kiosk finds it, and over no recording', async () => {
    const own = officeContent();
    writeIn(own, `audio/it/${clipFile(paragraph)}.ogg`, 'recorded');
    await makeOfficeVoices(own);
    const folders = { spoken: temporaryFolder(), recorded: join(own, 'audio') };
    const noStartYet = join(own, 'content-last-good.json');
    expect(await readClips(folders, 'it', noStartYet)).toEqual({
      [sentence]: `${clipFile(sentence)}.mp3`,
      [paragraph]: `${clipFile(paragraph)}.ogg`,
    });
    const content = loadContent({ baseDir: shippedContentDir, overrideDir: own });
    expect(content.ok).toBe(true);
  });

  it('can be recorded by a list of just these texts', () => {
    expect(list('it', '--override', officeContent())).toEqual({
      status: 0,
      lines: [`${clipFile(sentence)}\t${sentence}.`, `${clipFile(paragraph)}\t${paragraph}.`],
    });
  });
});

describe('npm run audio:generate -- --list', () => {
  it('says what is wrong with a language that is not there', () => {
    expect(list('xx')).toEqual({ status: 1, lines: ['There is no language "xx".'] });
  });
});
