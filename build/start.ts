import { spawn } from 'node:child_process';
import { constants, setPriority } from 'node:os';
import { join } from 'node:path';
import { type Account, ensureAccount } from './account.ts';
import { allParts, buildParts, serverParts } from './build-parts.ts';
import { runInForeground } from './child.ts';
import { prepareDataFolder } from './data-folder.ts';
import { isDisplayThere } from './display.ts';
import { electronCommand, stageApp } from './electron-runtime/electron-command.ts';
import { cacheFolder, currentCaller, defaultDataFolder, distFolder } from './places.ts';
import { say } from './progress.ts';
import {
  forwardedOptions,
  parseStartOptions,
  type StartOptions,
  startHelp,
} from './start-options.ts';
import { runCommand, Stop } from './stop.ts';
import { voicesFolder } from './voice/voices.ts';

// `npm start`: everything from a fresh clone to a kiosk on the screen.
await runCommand(async () => {
  // npm runs scripts in the repository's folder; a relative --data means the caller's folder.
  const workingFolder = process.env['INIT_CWD'] ?? process.cwd();
  const options = parseStartOptions(process.argv.slice(2), workingFolder);
  if (options.help) {
    process.stdout.write(`${startHelp}\n`);
    return 0;
  }
  if (options.role === 'server') return startServer(options);
  if (hasDisplay()) {
    await requireDisplay();
    return startElectron(options);
  }
  say('There is no display here, so the server runs alone; open its addresses in a browser.');
  return startServer(options);
});

async function startElectron(options: StartOptions): Promise<number> {
  const timing = stopwatch(options.timing);
  await buildParts(allParts);
  timing('build');
  const command = await electronCommand();
  timing('Electron');
  const dataFolder = dataFolderFor(options, command.account);
  timing('data folder');
  const windows = options.display === undefined ? [] : [`--${options.display}`];
  const hasKiosk = options.role === 'all' || options.role === 'kiosk';
  const stopSpeaking = hasKiosk ? makeVoicesMeanwhile() : () => undefined;
  return runInForeground(
    command.executablePath,
    [
      command.appFolder,
      `--role=${options.role}`,
      // Chromium's own words are for its developers; this program's come through regardless.
      '--log-level=3',
      ...forwardedOptions(options, dataFolder),
      `--voices=${voicesFolder()}`,
      ...windows,
    ],
    command.environment,
  ).finally(stopSpeaking);
}

/**
 * Voices take a minute or two when they are made for the first time, so the kiosk does not wait for
 * them. What has been made by the end is not made again. Answers what ends it.
 */
function makeVoicesMeanwhile(): () => void {
  const maker = spawn(process.execPath, [join(import.meta.dirname, 'audio.ts')], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  maker.once('spawn', () => {
    // The screens come first.
    if (maker.pid !== undefined) setPriority(maker.pid, constants.priority.PRIORITY_LOW);
  });
  maker.once('error', (error) => say(`The kiosk has no voice: ${error.message}`));
  return () => void maker.kill();
}

async function startServer(options: StartOptions): Promise<number> {
  const timing = stopwatch(options.timing);
  await buildParts(serverParts);
  timing('build');
  const account = currentCaller().isRoot ? ensureAccount() : undefined;
  const appFolder =
    account === undefined ? distFolder : await stageApp(cacheFolder(currentCaller()));
  const dataFolder = dataFolderFor(options, account);
  timing('data folder');
  const environment: NodeJS.ProcessEnv = {
    ...process.env,
    SPORTELLO_SERVER: join(appFolder, 'server', 'server.cjs'),
  };
  if (account !== undefined) {
    const { userId, groupId, homeFolder } = account;
    environment['SPORTELLO_RUN_AS'] = `${userId}:${groupId}:${homeFolder}`;
  }
  const launcher = join(import.meta.dirname, 'run-server.cjs');
  return runInForeground(
    process.execPath,
    [launcher, ...forwardedOptions(options, dataFolder)],
    environment,
  );
}

function dataFolderFor(options: StartOptions, account: Account | undefined): string {
  const folder =
    options.dataFolder ?? defaultDataFolder(currentCaller(), account?.homeFolder ?? '');
  prepareDataFolder(folder, account);
  return folder;
}

function hasDisplay(): boolean {
  if (process.platform !== 'linux') return true;
  if (process.env['DISPLAY']) return true;
  // A Wayland session belongs to its user: the account that root steps down to is not let in.
  return Boolean(process.env['WAYLAND_DISPLAY']) && !currentCaller().isRoot;
}

/** On a display that is not there Electron would end with a segmentation fault. */
async function requireDisplay(): Promise<void> {
  const name = process.env['DISPLAY'];
  if (process.platform !== 'linux' || !name || (await isDisplayThere(name))) return;
  throw new Stop(
    `The display ${name}, which DISPLAY names, does not answer: correct DISPLAY, or unset it to start the server alone.`,
  );
}

function stopwatch(enabled: boolean): (what: string) => void {
  return (what) => {
    if (enabled) say(`${what} ready ${performance.now().toFixed(0)} ms after the command began.`);
  };
}
