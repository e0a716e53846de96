import type { AppFolders } from './app-folders.ts';
import type { Options } from './arguments.ts';
import type { Log } from './log.ts';

/** What a start has found out before it opens anything. */
export interface Setup {
  readonly options: Options;
  readonly dataFolder: string;
  readonly folders: AppFolders;
  readonly log: Log;
}
