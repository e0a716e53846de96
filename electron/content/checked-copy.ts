import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { MAX_FILE_BYTES, TEXT_FILE } from './content-files.ts';
import { writeWhole } from './whole-file.ts';

/*
 * Content that has been checked, kept as JSON with the mark of what it was made of: to read and check
 * it anew takes longer than all else of a start (200 ms on the machine of `npm run bench:kiosk`; the
 * copy, 10). It is used only while all that it was made of is as it was.
 */

/** What a content is made of, and where the copy is. */
export interface CheckedCopy {
  readonly file: string;
  /** The office's own content; undefined where it has none. */
  readonly ownFolder: string | undefined;
  /** What else has a say: the program, which brings and checks the rest, and what it keeps. */
  readonly alsoFiles: readonly string[];
}

const LINE_FEED = 0x0a;

/** The copy, as JSON; null where there is none of just these files. */
export function readCheckedCopy(copy: CheckedCopy): string | null {
  try {
    const bytes = readFileSync(copy.file);
    const end = bytes.indexOf(LINE_FEED);
    const json = bytes.subarray(end + 1);
    return bytes.toString('latin1', 0, end) === heading(copy, json) ? json.toString('utf8') : null;
  } catch {
    return null;
  }
}

/**
 * Keeps a copy.
 *
 * @throws where it cannot be written
 */
export function keepCheckedCopy(copy: CheckedCopy, json: string): void {
  const bytes = Buffer.from(json);
  writeWhole(copy.file, Buffer.concat([Buffer.from(`${heading(copy, bytes)}\n`), bytes]));
}

/** What the copy begins with: what it was made of, and what it says, which a disk may damage. */
function heading({ ownFolder, alsoFiles }: CheckedCopy, json: Uint8Array): string {
  const sources = createHash('sha256');
  for (const { name, bytes } of [...filesIn(ownFolder), ...alsoFiles.map(readIfThere)]) {
    sources.update(`${name}\0${bytes.length}\0`).update(bytes);
  }
  return `${sources.digest('hex')} ${createHash('sha256').update(json).digest('hex')}`;
}

interface NamedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The texts in a folder; of other files, such as recordings, only that they are there matters. */
function filesIn(folder: string | undefined): NamedFile[] {
  if (folder === undefined || statSync(folder, { throwIfNoEntry: false }) === undefined) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => {
      const path = join(entry.parentPath, entry.name);
      const isText = TEXT_FILE.test(entry.name) && statSync(path).size <= MAX_FILE_BYTES;
      const bytes = isText ? readFileSync(path) : new Uint8Array();
      return { name: relative(folder, path), bytes };
    });
}

function readIfThere(name: string): NamedFile {
  const isThere = statSync(name, { throwIfNoEntry: false }) !== undefined;
  return { name, bytes: isThere ? readFileSync(name) : new Uint8Array() };
}
