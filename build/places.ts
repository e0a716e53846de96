import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';

/** The repository's root folder. */
export const repositoryFolder = join(import.meta.dirname, '..');

/** Where the built app is written; git ignores it. */
export const distFolder = join(repositoryFolder, 'dist');

/** What the choice of folders depends on, so that tests can pretend to be any caller. */
export type Caller = {
  readonly isRoot: boolean;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly homeFolder: string;
};

/** The user who runs this process. */
export function currentCaller(): Caller {
  return { isRoot: process.getuid?.() === 0, environment: process.env, homeFolder: homedir() };
}

/**
 * Folder for what can be fetched or built again. Root's is shared and world-readable, because
 * Electron then runs as another account, which cannot look into root's home.
 */
export function cacheFolder(caller: Caller): string {
  if (caller.isRoot) return '/var/cache/sportello';
  return join(xdgFolder(caller, 'XDG_CACHE_HOME', '.cache'), 'sportello');
}

/** Folder where the demo office keeps its data unless `--data` names another. */
export function defaultDataFolder(caller: Caller, accountHomeFolder: string): string {
  if (caller.isRoot) return join(accountHomeFolder, 'data');
  return join(xdgFolder(caller, 'XDG_DATA_HOME', join('.local', 'share')), 'sportello');
}

/** The XDG base directory specification: a relative value is invalid and is ignored. */
function xdgFolder(caller: Caller, variable: string, fallback: string): string {
  const value = caller.environment[variable];
  return value !== undefined && isAbsolute(value) ? value : join(caller.homeFolder, fallback);
}
