import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';

/** Where the parts of the built app lie. */
export interface AppFolders {
  readonly renderer: string;
  readonly content: string;
  readonly serverFile: string;
  readonly preloadFile: string;
}

/** @param appFolder the folder of the app's package.json */
export function appFolders(appFolder: string): AppFolders {
  return {
    renderer: join(appFolder, 'renderer'),
    content: join(appFolder, 'content'),
    serverFile: join(appFolder, 'server', 'server.cjs'),
    preloadFile: join(appFolder, 'preload', 'bridge.cjs'),
  };
}

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
