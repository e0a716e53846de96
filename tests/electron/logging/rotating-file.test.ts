import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openRotatingFile } from '../../../electron/logging/rotating-file.ts';
import { openLog as openMainLog } from '../../../electron/main/log.ts';
import { openLog as openServerLog } from '../../../electron/server/log.ts';
import { removeFolder, temporaryFolder } from '../../support/temporary-folder.ts';

/** Linux's device that is always full. */
const FULL = '/dev/full';
const MEGABYTE = 'x'.repeat(1024 * 1024 - 1);

let folder: string;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => removeFolder(folder));

it('a log goes on where it ended, for its own account alone', () => {
  const file = join(folder, 'logs', 'a.log');
  openRotatingFile(file).write('one\n');
  openRotatingFile(file).write('two\n');
  expect(readFileSync(file, 'utf8')).toBe('one\ntwo\n');
  expect(statSync(file).mode & 0o777).toBe(0o600);
});

it('a log never takes more than four files of five megabytes', () => {
  const file = join(folder, 'a.log');
  const log = openRotatingFile(file);
  for (let written = 0; written < 40; written += 1) log.write(`${MEGABYTE}\n`);
  expect(readdirSync(folder).sort()).toEqual(['a.log', 'a.log.1', 'a.log.2', 'a.log.3']);
  for (const name of readdirSync(folder)) {
    expect(statSync(join(folder, name)).size).toBeLessThanOrEqual(6 * 1024 * 1024);
  }
});

it('a log of the time before is put aside when it is too large', () => {
  const main = join(folder, 'logs', 'main.log');
  openMainLog(main)({ event: 'stopping' });
  writeFileSync(main, MEGABYTE.repeat(6));
  openMainLog(main)({ event: 'stopping' });
  expect(readFileSync(main, 'utf8')).toContain('"event":"stopping"');
  openServerLog(folder)({ event: 'serverStopped' });
  expect(readdirSync(join(folder, 'logs')).sort()).toEqual([
    'main.log',
    'main.log.1',
    'server.log',
  ]);
});

it('a line that finds no room on the disk ends nothing', () => {
  expect(() => openRotatingFile(FULL).write('one\n')).not.toThrow();
  expect(() => openMainLog(FULL)({ event: 'stopping' })).not.toThrow();
});
