import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { writeWhole } from './whole-file.ts';

/** The office's own files, by their path in the content folder, with "/". */
export type OwnFiles = Readonly<Record<string, string>>;

/** A name that is no way out of the folder it is written into, on any system. */
const namePattern = /^(?!\.)[^/\\:]+$/;
const keptSchema = z.record(
  z.string().refine((path) => path.split('/').every((name) => namePattern.test(name))),
  z.string(),
);

/** The files of the content in use, as a start kept them; null where none did, or none can be read. */
export function readKeptFiles(keptFile: string): OwnFiles | null {
  try {
    return keptSchema.parse(JSON.parse(readFileSync(keptFile, 'utf8')));
  } catch {
    return null;
  }
}

/**
 * Keeps the files of the content in use, where they are not those that were kept before.
 *
 * @throws where they cannot be written
 */
export function keepFiles(keptFile: string, own: OwnFiles, before: OwnFiles | null): void {
  if (before !== null && JSON.stringify(own) === JSON.stringify(before)) return;
  writeWhole(keptFile, JSON.stringify(own));
}
