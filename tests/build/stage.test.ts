import { existsSync, mkdirSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { removeOldStages, stageFolder } from '../../build/electron-runtime/stage.ts';
import { removeFolder, temporaryFolder } from '../support/temporary-folder.ts';

let parent: string;

beforeEach(() => {
  parent = temporaryFolder();
});

afterEach(() => removeFolder(parent));

/** A folder that was staged, or last asked for, so many hours ago. */
function stagedBefore(hours: number, name: string): string {
  const folder = join(parent, name);
  mkdirSync(folder);
  const then = new Date(Date.now() - hours * 3_600_000);
  utimesSync(folder, then, then);
  return folder;
}

it('keeps what a run of hours may still be running from', () => {
  const inUse = stagedBefore(5, 'in-use');
  const old = stagedBefore(30, 'old');
  const own = stagedBefore(30, 'own');
  removeOldStages(parent, own);
  expect([inUse, old, own].map((folder) => existsSync(folder))).toEqual([true, false, true]);
});

it('keeps what was asked for again', async () => {
  const folder = stagedBefore(30, 'again');
  await stageFolder('/nowhere', folder);
  removeOldStages(parent, join(parent, 'another'));
  expect(existsSync(folder)).toBe(true);
});
