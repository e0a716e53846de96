import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The files the server reads that are not the office's own. */
export type Places = {
  readonly contentFolder: string;
  readonly staticFolder: string;
  /** The page that follows the queue on a phone; built apart from the others. */
  readonly phoneFolder: string;
  readonly version: string;
};

/**
 * Finds content and pages: beside the bundle (`dist/server/server.cjs`), or in the repository when
 * the source runs as it is.
 */
export function findPlaces(folderOfThisFile: string): Places {
  const bundled = join(folderOfThisFile, '..');
  // Only the bundle has the content beside it; in the source that folder holds the loader's code.
  const isBundle = existsSync(join(bundled, 'content', 'offerings.json'));
  const root = isBundle ? bundled : join(folderOfThisFile, '..', '..');
  return {
    contentFolder: join(root, 'content'),
    staticFolder: isBundle ? join(root, 'renderer') : join(root, 'dist', 'renderer'),
    phoneFolder: isBundle ? join(root, 'phone') : join(root, 'dist', 'phone'),
    version: readVersion(join(root, 'package.json')),
  };
}

function readVersion(file: string): string {
  const parsed: unknown = JSON.parse(readFileSync(file, 'utf8'));
  const hasVersion = typeof parsed === 'object' && parsed !== null && 'version' in parsed;
  return hasVersion ? String(parsed.version) : 'unknown';
}
