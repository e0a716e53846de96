import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
} from 'node:fs';
import { join } from 'node:path';
import { withLock } from '../lock.ts';
import { say } from '../progress.ts';

/**
 * Copies a folder to `folder` for an account that cannot read the original, unless it is there
 * already. The copy appears whole or not at all.
 */
export async function stageFolder(original: string, folder: string): Promise<void> {
  if (existsSync(folder)) {
    const now = new Date();
    utimesSync(folder, now, now);
    return;
  }
  await withLock(`${folder}.lock`, `copying ${original}`, async () => {
    if (existsSync(folder)) return;
    const partial = `${folder}.partial`;
    rmSync(partial, { recursive: true, force: true });
    cpSync(original, partial, { recursive: true, verbatimSymlinks: true });
    makeReadable(partial);
    renameSync(partial, folder);
  });
}

/**
 * Removes the staged folders that nobody has asked for since a day: what was started from one may still
 * run, and a tour of all screens takes hours.
 */
export function removeOldStages(parent: string, keep: string): void {
  const aDayAgoMs = Date.now() - 24 * 3_600_000;
  for (const name of readdirSync(parent)) {
    const path = join(parent, name);
    const state = statSync(path, { throwIfNoEntry: false });
    if (path === keep || state === undefined || state.mtimeMs > aDayAgoMs) continue;
    rmSync(path, { recursive: true, force: true });
  }
}

/**
 * Chromium's helper for computers whose kernel keeps user namespaces from ordinary programs: it
 * works only when root owns it and the set-user-ID bit is on.
 */
export function armSandboxHelper(runtimeFolder: string): void {
  const helper = join(runtimeFolder, 'chrome-sandbox');
  const state = statSync(helper, { throwIfNoEntry: false });
  if (state === undefined || (state.uid === 0 && (state.mode & 0o7777) === 0o4755)) return;
  chownSync(helper, 0, 0);
  chmodSync(helper, 0o4755);
  say('The helper of the Chromium sandbox is ready.');
}

/** The world-readable folder that holds everything staged. */
export function ensureReadableFolder(folder: string): void {
  mkdirSync(folder, { recursive: true });
  chmodSync(folder, 0o755);
}

/** What was written under a strict umask must still be readable by the account. */
export function makeReadable(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isSymbolicLink()) continue;
    const executable = entry.isDirectory() || (statSync(path).mode & 0o100) !== 0;
    chmodSync(path, executable ? 0o755 : 0o644);
  }
}
