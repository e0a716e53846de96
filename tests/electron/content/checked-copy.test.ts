import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
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
async function computerWithCopy() {
  const folder = temporaryFolder();
  writeIn(folder, 'own/office/nord.json', '{"id":"nord"}');
  writeIn(folder, 'own/audio/it/0011223344556677.mp3', 'sound');
  writeIn(folder, 'package.json', 'a build');
  const copy: CheckedCopy = {
    file: join(folder, 'content-checked.json'),
    ownFolder: join(folder, 'own'),
    alsoFiles: [join(folder, 'package.json'), join(folder, 'content-last-good.json')],
  };
  await keepCheckedCopy(copy, JSON_TEXT);
  return { folder, copy, write: (file: string, text: string) => writeIn(folder, file, text) };
}

describe('the copy of checked content', () => {
  it('is used while nothing has changed', async () => {
    const { copy } = await computerWithCopy();
    expect(readCheckedCopy(copy)).toBe(JSON_TEXT);
  });

  it('is for the account of the program alone, and leaves nothing unfinished', async () => {
    const { folder, copy } = await computerWithCopy();
    expect(statSync(copy.file).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder).sort()).toEqual(['content-checked.json', 'own', 'package.json']);
  });

  it('is not used before there is one', () => {
    const folder = temporaryFolder();
    const copy = { file: join(folder, 'content-checked.json'), ownFolder: folder, alsoFiles: [] };
    expect(readCheckedCopy(copy)).toBeNull();
  });

  it.each([
    ['a file says something else', 'own/office/nord.json', '{"id":"sud"}'],
    ['a file is new', 'own/languages/it/kiosk.json', '{}'],
    ['a recording is new', 'own/audio/it/8899aabbccddeeff.mp3', 'sound'],
    ['the program is another', 'package.json', 'a newer build'],
    ['the office’s own files of before are others', 'content-last-good.json', '{}'],
  ])('is not used where %s', async (_, file, text) => {
    const { copy, write } = await computerWithCopy();
    write(file, text);
    expect(readCheckedCopy(copy)).toBeNull();
  });

  it('is not used where a file is gone, or has another name', async () => {
    const { folder, copy, write } = await computerWithCopy();
    rmSync(join(folder, 'own/office/nord.json'));
    expect(readCheckedCopy(copy)).toBeNull();
    write('own/office/sud.json', '{"id":"nord"}');
    expect(readCheckedCopy(copy)).toBeNull();
  });

  it('is not used where the folder of the office is gone', async () => {
    const { folder, copy } = await computerWithCopy();
    rmSync(join(folder, 'own'), { recursive: true });
    expect(readCheckedCopy(copy)).toBeNull();
  });

  it('is not used where the disk has damaged it', async () => {
    const { copy } = await computerWithCopy();
    const text = readFileSync(copy.file, 'utf8');
    writeFileSync(copy.file, text.replace('Buongiorno', 'Buonanotte'));
    expect(readCheckedCopy(copy)).toBeNull();
    writeFileSync(copy.file, text.slice(0, -5));
    expect(readCheckedCopy(copy)).toBeNull();
  });

  it('says where it cannot be kept', async () => {
    const { folder, copy } = await computerWithCopy();
    const nowhere = { ...copy, file: join(folder, 'nowhere', 'content-checked.json') };
    await expect(keepCheckedCopy(nowhere, JSON_TEXT)).rejects.toThrow('ENOENT');
    expect(existsSync(nowhere.file)).toBe(false);
  });
});
