import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { MAX_FILE_BYTES, TEXT_FILE } from './content-files.ts';

/** A file of an office's own content. */
export interface OwnFile {
  /** Its path in the folder, with "/". */
  readonly path: string;
  /** What a check would read of it; null where only that it is there matters, as of a recording. */
  readonly text: Buffer | null;
}

/**
 * The files of a folder, those that are links too: they are read as any other. None where there is no
 * folder.
 *
 * @throws where something cannot be read
 */
export function* ownFiles(folder: string | undefined): Generator<OwnFile> {
  if (folder === undefined || statSync(folder, { throwIfNoEntry: false }) === undefined) return;
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (entry.isDirectory()) continue;
    const file = join(entry.parentPath, entry.name);
    const path = relative(folder, file).replaceAll('\\', '/');
    yield { path, text: TEXT_FILE.test(path) && isReadable(file) ? readFileSync(file) : null };
  }
}

function isReadable(file: string): boolean {
  // Missing where a link leads nowhere.
  const found = statSync(file, { throwIfNoEntry: false });
  return found?.isFile() === true && found.size <= MAX_FILE_BYTES;
}
