import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { ownFiles } from './own-files.ts';
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
  const add = (name: string, bytes: Uint8Array) =>
    sources.update(`${name}\0${bytes.length}\0`).update(bytes);
  const nothing = new Uint8Array();
  for (const { path, text } of ownFiles(ownFolder)) add(path, text ?? nothing);
  for (const file of alsoFiles) add(file, existsSync(file) ? readFileSync(file) : nothing);
  return `${sources.digest('hex')} ${createHash('sha256').update(json).digest('hex')}`;
}
