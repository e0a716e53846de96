import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeWhole } from '../../../electron/content/whole-file.ts';
import { temporaryFolder } from './content-folder.ts';

describe('a file that is written whole or not at all', () => {
  it('takes the place of the one before, for the account of the program alone', () => {
    const folder = temporaryFolder();
    const file = join(folder, 'kept.json');
    writeFileSync(file, 'before');
    writeWhole(file, 'after');
    expect(readFileSync(file, 'utf8')).toBe('after');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder)).toEqual(['kept.json']);
  });

  it('leaves nothing unfinished where it cannot have its name', () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'kept.json', 'in the way'), { recursive: true });
    expect(() => writeWhole(join(folder, 'kept.json'), 'after')).toThrow('EISDIR');
    expect(readdirSync(folder)).toEqual(['kept.json']);
  });
});
