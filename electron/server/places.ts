import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';

/** The files the server reads that are not the office's own. */
export type Places = {
  readonly contentFolder: string;
  readonly staticFolder: string;
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
    version: readVersion(join(root, 'package.json')),
  };
}

function readVersion(file: string): string {
  const parsed: unknown = JSON.parse(readFileSync(file, 'utf8'));
  const hasVersion = typeof parsed === 'object' && parsed !== null && 'version' in parsed;
  return hasVersion ? String(parsed.version) : 'unknown';
}

/** Where data is kept unless `--data` names a folder (XDG base directory specification). */
export function defaultDataFolder(
  environment: Readonly<Record<string, string | undefined>>,
): string {
  const named = environment['XDG_DATA_HOME'];
  const base =
    named !== undefined && isAbsolute(named) ? named : join(homedir(), '.local', 'share');
  return join(base, 'sportello');
}
