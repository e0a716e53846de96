import { accessSync, constants, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { app } from 'electron';
import { defaultDataFolder } from '../config/data-folder.ts';
import { type AppFolders, appFolders } from './app-folders.ts';
import { type Options, parseOptions } from './arguments.ts';
import { lockApp } from './lockdown/app-lock.ts';
import { type Log, openLog } from './log.ts';
import { logChildProcessDeaths } from './recovery/child-processes.ts';
import { EXIT_START_REFUSED, EXIT_WRONG_SETTINGS } from './recovery/exit-codes.ts';
import { logUncaughtErrors } from './recovery/uncaught-errors.ts';

/** What a start has found out before it opens anything. */
export interface Setup {
  readonly options: Options;
  readonly dataFolder: string;
  readonly folders: AppFolders;
  readonly log: Log;
}

/** Ends the start with one sentence; nothing is ever shown in a dialog. */
export function refuse(exitCode: number, sentence: string, log?: Log): null {
  process.stderr.write(`${sentence}\n`);
  log?.({ event: 'startRefused', sentence });
  app.exit(exitCode);
  return null;
}

/**
 * Reads the options, opens the log and locks the program down: all that must happen before Electron
 * is ready. Null where the start has been refused.
 */
export function prepare(): Setup | null {
  const parsed = parseOptions(process.argv.slice(1));
  if (!parsed.ok) return refuse(EXIT_WRONG_SETTINGS, parsed.error);
  const options = parsed.value;
  if (options.devTools && app.isPackaged) {
    return refuse(
      EXIT_WRONG_SETTINGS,
      'The option --dev-tools is for development: an installed program has none.',
    );
  }
  const dataFolder = resolve(
    options.dataFolder ?? defaultDataFolder(process.platform, process.env),
  );

  const logFile = join(dataFolder, 'logs', 'main.log');
  let log: Log;
  try {
    mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
    accessSync(dataFolder, constants.W_OK);
    log = openLog(logFile);
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    return refuse(
      EXIT_START_REFUSED,
      `The data folder ${dataFolder} cannot be written (${reason}): correct its permissions or choose another with --data.`,
    );
  }
  logUncaughtErrors(log);

  // Chromium's own files, and with them its lock against a second start, belong to this role on
  // this data folder: kiosk and board may stand side by side.
  app.setPath('userData', join(dataFolder, 'chromium', options.role));
  lockApp({ devTools: options.devTools, log });
  logChildProcessDeaths(log);
  const folders = appFolders(app.getAppPath());
  return { options, dataFolder, folders, log };
}
