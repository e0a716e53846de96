import type { Config } from '../config/config.ts';
import { officeContentFolder } from '../config/data-folder.ts';
import type { ContentForWindows } from '../content/read-for-windows.ts';
import { ownsServer } from './arguments.ts';
import { type OnceAsked, onceAsked } from './once-asked.ts';
import { EXIT_WRONG_SETTINGS } from './recovery/exit-codes.ts';
import { refuse, type Setup } from './setup.ts';
import { readWindowContent } from './window-content.ts';

/**
 * What a start reads while its first page is on the way, or before another window: until then, all
 * that this process does keeps the page away.
 */
export interface Readings {
  readonly config: OnceAsked<Config>;
  readonly content: OnceAsked<ContentForWindows>;
}

export function readings(setup: Setup): Readings {
  const config = onceAsked(() => readConfig(setup));
  return { config, content: onceAsked(async () => readContent(setup, await config.ask())) };
}

/** Reads the configuration; does not resolve where it is wrong, and the program ends. */
async function readConfig({ dataFolder, log }: Setup): Promise<Config> {
  const { configProblemSentence, loadConfig } = await import('../config/load-config.ts');
  const config = loadConfig({ dataFolder, environment: process.env });
  if (config.ok) return config.value;
  refuse(EXIT_WRONG_SETTINGS, configProblemSentence(config.error), log);
  return new Promise(() => undefined);
}

/** Reads the content; does not resolve where there is none to go on with, and the program ends. */
async function readContent(setup: Setup, config: Config): Promise<ContentForWindows> {
  const { options, dataFolder, folders, log } = setup;
  const reading = await readWindowContent({
    baseDir: folders.content,
    overrideDir: officeContentFolder(config, dataFolder),
    dataFolder,
    manifestFile: folders.manifestFile,
  });
  if (!reading.ok) {
    refuse(EXIT_WRONG_SETTINGS, reading.error, log);
    return new Promise(() => undefined);
  }
  const { notKept, problems, unused } = reading.value;
  if (notKept !== null) log({ event: 'contentNotKept', message: notKept });
  if (problems.length > 0) {
    log({ event: 'lastGoodContentUsed', problems });
    // A server of this program says it on stderr itself.
    if (!ownsServer(options.role)) process.stderr.write(`${unused.join('\n')}\n`);
  }
  return reading.value;
}
