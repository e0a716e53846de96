import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { ContentProblem } from '../contract/content.ts';
import { err, ok, type Result } from '../contract/result.ts';
import { LAST_GOOD_FILE } from './content-files.ts';
import { keepFiles, type OwnFiles, readKeptFiles } from './kept-files.ts';
import { type ContentFolders, describeProblem } from './load-content.ts';
import { ownFiles } from './own-files.ts';

/** What a start goes on with. */
export interface ContentAtHand<T> {
  readonly content: T;
  /** Why the office's own files of now are not used; empty where they are. */
  readonly problems: readonly ContentProblem[];
}

export interface LastGoodOptions<T> {
  readonly folders: Omit<ContentFolders, 'officeFile'>;
  /** Where the copy is kept. */
  readonly dataFolder: string;
  readonly load: (folders: ContentFolders) => Result<T, ContentProblem[]>;
  /** Hears that the copy could not be written: the start goes on all the same. */
  readonly onNotKept: (error: unknown) => void;
}

/**
 * Loads the content, and keeps a copy of the office's own files once they have proved good; that
 * there were none is kept as well. Where they no longer are good, the copy takes their place, checked
 * anew as any content is: beside what ships with a newer program it may have become wrong too. Content
 * is read at the start only.
 *
 * An office that had a file of its own never becomes the one that ships: an own office that has gone
 * missing is a problem as well.
 *
 * The error is what is wrong with the files of now, where there is no good copy to go on with.
 */
export function loadWithLastGood<T>(
  options: LastGoodOptions<T>,
): Result<ContentAtHand<T>, ContentProblem[]> {
  const { folders, dataFolder, load, onNotKept } = options;
  const keptFile = join(dataFolder, LAST_GOOD_FILE);
  const own = readOwnFiles(folders.overrideDir);
  const kept = readKeptFiles(keptFile);
  const loaded = tryToLoad(load, folders);
  const missing = missingOffice(own, kept, folders.overrideDir ?? dataFolder, keptFile);
  if (loaded.ok && missing === null) {
    try {
      keepFiles(keptFile, own, kept);
    } catch (error) {
      onNotKept(error);
    }
    return ok({ content: loaded.value, problems: [] });
  }
  const errors = loaded.ok ? [] : loaded.error.filter(({ severity }) => severity === 'error');
  const problems = missing === null ? errors : [missing, ...errors];
  const lastGood = kept === null ? null : loadKept(kept, folders.baseDir, load);
  if (lastGood?.ok === true) return ok({ content: lastGood.value, problems });
  return err(problems);
}

/** A folder that cannot be listed is damaged as a file is that cannot be read. */
function tryToLoad<T>(
  load: LastGoodOptions<T>['load'],
  folders: LastGoodOptions<T>['folders'],
): Result<T, ContentProblem[]> {
  try {
    return load(folders);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    return err([
      {
        severity: 'error',
        file: '.',
        path: folders.overrideDir ?? folders.baseDir,
        line: 1,
        reason: `the folder cannot be read (${String(error.code)})`,
        advice: 'Check that the program may read it and all that is in it.',
      },
    ]);
  }
}

function missingOffice(
  own: OwnFiles,
  kept: OwnFiles | null,
  folder: string,
  keptFile: string,
): ContentProblem | null {
  const hasOffice = (files: OwnFiles) =>
    Object.keys(files).some((path) => path.startsWith('office/'));
  if (kept === null || !hasOffice(kept) || hasOffice(own)) return null;
  return {
    severity: 'error',
    file: 'office',
    path: join(folder, 'office'),
    line: 1,
    reason: 'the office’s own file is gone',
    advice: `Put it back. To go on without an office of your own, delete ${keptFile}.`,
  };
}

/** Only what a check would let pass is read; whatever else is there makes the check fail. */
function readOwnFiles(folder: string | undefined): OwnFiles {
  const files: Record<string, string> = {};
  try {
    for (const { path, text } of ownFiles(folder)) {
      if (text !== null) files[path] = text.toString('utf8');
    }
  } catch {
    // The check says what cannot be read.
  }
  return files;
}

function loadKept<T>(
  kept: OwnFiles,
  baseDir: string,
  load: LastGoodOptions<T>['load'],
): Result<T, ContentProblem[]> {
  const overrideDir = mkdtempSync(join(tmpdir(), 'sportello-content-'));
  try {
    for (const [path, text] of Object.entries(kept)) {
      const file = join(overrideDir, path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
    return load({ baseDir, overrideDir });
  } finally {
    rmSync(overrideDir, { recursive: true, force: true });
  }
}

/** For the person who can mend it: every problem, and what is shown meanwhile. */
export function describeUnused(problems: readonly ContentProblem[]): string[] {
  if (problems.length === 0) return [];
  return [
    ...problems.map(describeProblem),
    'The content of before stays in use: correct these files and start the program again, which reads them at its start only.',
  ];
}
