import { join } from 'node:path';

/** Where the parts of the built app lie. */
export interface AppFolders {
  /** Says which build it is. */
  readonly manifestFile: string;
  readonly renderer: string;
  readonly content: string;
  /** The voices, as far as they have been made. */
  readonly voices: string;
  readonly serverFile: string;
  readonly preloadFile: string;
}

/** @param appFolder the folder of the app's package.json */
export function appFolders(appFolder: string): AppFolders {
  return {
    manifestFile: join(appFolder, 'package.json'),
    renderer: join(appFolder, 'renderer'),
    content: join(appFolder, 'content'),
    voices: join(appFolder, 'voices'),
    serverFile: join(appFolder, 'server', 'server.cjs'),
    preloadFile: join(appFolder, 'preload', 'bridge.cjs'),
  };
}
