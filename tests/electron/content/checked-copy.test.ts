import { existsSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  type CheckedCopy,
  keepCheckedCopy,
  readCheckedCopy,
} from '../../../electron/content/checked-copy.ts';
import { temporaryFolder, writeIn } from './content-folder.ts';

const JSON_TEXT = JSON.stringify({ greeting: 'Buongiorno. Perché è qui?' });

/** A computer with content of its own, of which a copy was kept at the start before. */
function computerWithCopy() {
  const folder = temporaryFolder();
  writeIn(folder, 'own/office/nord.json', '{"id":"nord"}');
  writeIn(folder, 'own/audio/it/0011223344556677.mp3', 'sound');
  writeIn(folder, 'own/audio/it/clips.json', '{"Sede":"0011223344556677"}');
  writeIn(folder, 'package.json', 'a build');
  const copy: CheckedCopy = {
    file: join(folder, 'content-checked.json'),
    ownFolder: join(folder, 'own'),
    alsoFiles: [join(folder, 'package.json'), join(folder, 'content-last-good.json')],
  };
  keepCheckedCopy(copy, JSON_TEXT);
  return { folder, copy, write: (file: string, text: string) => writeIn(folder, file, text) };
}

describe('the copy of checked content', () => {
  it('is used while nothing has changed', () => {
    const { copy } = computerWithCopy();
    expect(readCheckedCopy(copy)).toBe(JSON_TEXT);
  });

  it('is not used before there is one', () => {
    const folder = temporaryFolder();
    const copy = { file: join(folder, 'content-checked.json'), ownFolder: folder, alsoFiles: [] };
    expect(readCheckedCopy(copy)).toBeNull();
  });

  it.each([
    ['a file says something else', 'own/office/nord.json', '{"id":"sud"}'],
    ['a file is new', 'own/languages/it/kiosk.json', '{}'],
    ['a list of recordings says something else', 'own/audio/it/clips.json', '{"Sede": 1}'],
    ['a recording is new', 'own/audio/it/8899aabbccddeeff.mp3', 'sound'],
    ['the program is another', 'package.json', 'a newer build'],
    ['the office’s own files of before are others', 'content-last-good.json', '{}'],
  ])('is not used where %s', (_, file, text) => {
    const { copy, write } = computerWithCopy();
    write(file, text);
    expect(readCheckedCopy(copy)).toBeNull();
  });

  it('is not used where a file is gone, or has another name', () => {
    const { folder, copy, write } = computerWithCopy();
    rmSync(join(folder, 'own/office/nord.json'));
    expect(readCheckedCopy(copy)).toBeNull();
    write('own/office/sud.json', '{"id":"nord"}');
    expect(readCheckedCopy(copy)).toBeNull();
  });

  it('is not used where a file that is a link leads to other words', () => {
    const { folder, copy, write } = computerWithCopy();
    write('elsewhere.json', '{}');
    symlinkSync(join(folder, 'elsewhere.json'), join(folder, 'own/help.json'));
    keepCheckedCopy(copy, JSON_TEXT);
    expect(readCheckedCopy(copy)).toBe(JSON_TEXT);
    write('elsewhere.json', '{"contacts":[]}');
    expect(readCheckedCopy(copy)).toBeNull();
  });

  it('is not used where the folder of the office is gone', () => {
    const { folder, copy } = computerWithCopy();
    rmSync(join(folder, 'own'), { recursive: true });
    expect(readCheckedCopy(copy)).toBeNull();
  });

  it('is not used where the disk has damaged it', () => {
    const { copy } = computerWithCopy();
    const text = readFileSync(copy.file, 'utf8');
    writeFileSync(copy.file, text.replace('Buongiorno', 'Buonanotte'));
    expect(readCheckedCopy(copy)).toBeNull();
    writeFileSync(copy.file, text.slice(0, -5));
    expect(readCheckedCopy(copy)).toBeNull();
  });

  it('says where it cannot be kept', () => {
    const { folder, copy } = computerWithCopy();
    const nowhere = { ...copy, file: join(folder, 'nowhere', 'content-checked.json') };
    expect(() => keepCheckedCopy(nowhere, JSON_TEXT)).toThrow('ENOENT');
    expect(existsSync(nowhere.file)).toBe(false);
  });
});
