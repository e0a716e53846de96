import { chmodSync, existsSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type Account, ensureAccount, handOverDisplay } from '../account.ts';
import { buildId } from '../build-stamp.ts';
import { capture } from '../child.ts';
import { cacheFolder, currentCaller, distFolder } from '../places.ts';
import { Stop } from '../stop.ts';
import { ensureLibraries } from '../system-packages.ts';
import { obtainRuntime } from './obtain.ts';
import type { Runtime } from './runtime.ts';
import { armSandboxHelper, ensureReadableFolder, removeOldStages, stageFolder } from './stage.ts';

/** How to start Electron here: for `child_process` and for Playwright's `_electron.launch`. */
export type ElectronCommand = {
  /** An executable file; where the caller is root, a script that steps down to the account. */
  readonly executablePath: string;
  /** The folder of the built app, to be given as the first argument. */
  readonly appFolder: string;
  readonly environment: NodeJS.ProcessEnv;
  /** The account Electron runs as, where that is not the caller. */
  readonly account: Account | undefined;
  readonly runtime: Runtime;
};

/**
 * Obtains the runtime and its libraries and makes it startable by this caller with the Chromium
 * sandbox on. The app must have been built before.
 */
export async function electronCommand(): Promise<ElectronCommand> {
  const caller = currentCaller();
  const runtime = await obtainRuntime('development');
  const environment = { ...process.env };
  // Editors built on Electron set this in their terminals; it would turn ours into a plain Node.
  delete environment['ELECTRON_RUN_AS_NODE'];
  if (!caller.isRoot) {
    await ensureLibraries(runtime.executable);
    requireSandbox(runtime);
    const { executable: executablePath } = runtime;
    return { executablePath, appFolder: distFolder, environment, account: undefined, runtime };
  }
  const cache = cacheFolder(caller);
  ensureReadableFolder(cache);
  const staged = await stageRuntime(runtime, cache);
  await ensureLibraries(staged.executable);
  armSandboxHelper(staged.folder);
  const account = ensureAccount();
  const authority = handOverDisplay(account);
  const executablePath = writeWrapper(
    join(cache, 'electron-as-account'),
    staged.executable,
    account,
    authority,
  );
  return {
    executablePath,
    appFolder: await stageApp(cache),
    environment,
    account,
    runtime: staged,
  };
}

/**
 * Debian's Chromium refuses root as Electron does; the script makes it run as the account.
 * `chromium` is the browser's path.
 */
export function chromiumCommand(chromium: string): string {
  const caller = currentCaller();
  if (!caller.isRoot) return chromium;
  const cache = cacheFolder(caller);
  ensureReadableFolder(cache);
  return writeWrapper(join(cache, 'chromium-as-account'), chromium, ensureAccount(), undefined);
}

async function stageRuntime(runtime: Runtime, cache: string): Promise<Runtime> {
  if (runtime.folder.startsWith(`${cache}/`)) return runtime;
  const staging = join(cache, 'runtimes');
  ensureReadableFolder(staging);
  const { mtimeMs } = statSync(runtime.executable);
  const folder = join(staging, `electron-${runtime.electronVersion}-${mtimeMs.toFixed(0)}`);
  await stageFolder(runtime.folder, folder);
  return { ...runtime, folder, executable: join(folder, basename(runtime.executable)) };
}

/** Copies the built app to where the account can read it; returns the copy. */
export async function stageApp(cache: string): Promise<string> {
  const staging = join(cache, 'apps');
  ensureReadableFolder(staging);
  const folder = join(staging, buildId());
  await stageFolder(distFolder, folder);
  removeOldStages(staging, folder);
  return folder;
}

/**
 * Writes the script that runs a program as the account. While it is still root it hands over the
 * folders that the caller made for the program, when the caller asks for that: tests do, whose
 * profile and data folders are temporary.
 */
function writeWrapper(
  path: string,
  program: string,
  account: Account,
  authority: string | undefined,
): string {
  const { name, homeFolder } = account;
  const script = `#!/bin/sh
# Written by build/electron-runtime: runs the program as the account ${name}, since the Chromium
# sandbox refuses root.
if [ -n "$SPORTELLO_HAND_OVER" ]; then
  for argument in "$@"; do
    case "$argument" in
      --user-data-dir=*|--data=*) chown -R ${name}: "\${argument#*=}" ;;
    esac
  done
fi
cd ${homeFolder} || exit 1
unset XDG_RUNTIME_DIR XDG_CONFIG_HOME XDG_CACHE_HOME XDG_DATA_HOME XDG_STATE_HOME
unset DBUS_SESSION_BUS_ADDRESS WAYLAND_DISPLAY XAUTHORITY
export HOME=${homeFolder} USER=${name} LOGNAME=${name}
${authority === undefined ? '' : `export XAUTHORITY=${authority}\n`}exec setpriv --reuid=${account.userId} --regid=${account.groupId} --clear-groups '${program}' "$@"
`;
  if (existsSync(path) && readFileSync(path, 'utf8') === script) return path;
  // Another command may be starting the script right now: replace it, never rewrite it in place.
  const partial = `${path}.${process.pid}`;
  writeFileSync(partial, script);
  chmodSync(partial, 0o755);
  renameSync(partial, path);
  return path;
}

/** The sandbox needs user namespaces or its set-user-ID helper; says what to do without either. */
function requireSandbox(runtime: Runtime): void {
  if (process.platform !== 'linux') return;
  const helper = join(runtime.folder, 'chrome-sandbox');
  const state = statSync(helper, { throwIfNoEntry: false });
  if (state?.uid === 0 && (state.mode & 0o4000) !== 0) return;
  if (capture('unshare', ['--user', 'true']).exitCode === 0) return;
  throw new Stop(
    `This computer keeps user namespaces from ordinary programs, so Electron's sandbox needs its helper; prepare it once with\n  sudo chown root:root '${helper}' && sudo chmod 4755 '${helper}'\nand try again.`,
  );
}
