import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { isAbsolute, join, resolve } from 'node:path';
import type { Config } from './config.ts';

/** Where the office's data is kept unless `--data` says otherwise: the user's data folder. */
export function defaultDataFolder(
  platform: NodeJS.Platform,
  environment: Readonly<Record<string, string | undefined>>,
): string {
  if (platform === 'win32') {
    const local = environment['LOCALAPPDATA'];
    return join(local ?? join(homedir(), 'AppData', 'Local'), 'sportello');
  }
  // XDG base directory specification: a relative value is invalid and is ignored.
  const xdg = environment['XDG_DATA_HOME'];
  const base = xdg !== undefined && isAbsolute(xdg) ? xdg : join(homedir(), '.local', 'share');
  return join(base, 'sportello');
}

/**
 * The folder of the office's own content: the one that the configuration names, from the data
 * folder on, or `content` in the data folder; undefined where the office has none.
 */
export function officeContentFolder(
  { contentFolder }: Pick<Config, 'contentFolder'>,
  dataFolder: string,
): string | undefined {
  if (contentFolder !== undefined) return resolve(dataFolder, contentFolder);
  const own = join(dataFolder, 'content');
  return existsSync(own) ? own : undefined;
}
