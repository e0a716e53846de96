import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { distFolder, repositoryFolder } from './places.ts';

const stampFolder = join(distFolder, '.stamps');

/**
 * Digest of the contents of files and folders (paths from the repository's root). Contents, not
 * times: a fresh clone or a change of branch touches every time.
 */
export function digestSources(paths: readonly string[]): string {
  const hash = createHash('sha256');
  for (const path of paths) {
    for (const file of filesBelow(join(repositoryFolder, path))) {
      hash.update(relative(repositoryFolder, file)).update('\0').update(readFileSync(file));
    }
  }
  return hash.digest('hex');
}

function filesBelow(path: string): readonly string[] {
  if (!existsSync(path)) return [];
  try {
    return readdirSync(path, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOTDIR') return [path];
    throw error;
  }
}

/** The digest a part was last built from, or undefined. */
export function readStamp(part: string): string | undefined {
  const file = join(stampFolder, part);
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

/** Notes that a part is built; written last, so that an interrupted build is done again. */
export function writeStamp(part: string, digest: string): void {
  const file = join(stampFolder, part);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, digest);
}

/** Names what dist/ holds as a whole. */
export function buildId(): string {
  const hash = createHash('sha256');
  for (const file of filesBelow(stampFolder)) {
    hash.update(relative(stampFolder, file)).update(readFileSync(file));
  }
  return hash.digest('hex').slice(0, 16);
}
