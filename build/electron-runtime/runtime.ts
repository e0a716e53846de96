import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Where a runtime came from: `override` is the folder named by ELECTRON_OVERRIDE_DIST_PATH,
 * `official` the release site's download, `substitute` the one for development and tests on
 * machines that reach only a package registry.
 */
export type RuntimeOrigin = 'override' | 'official' | 'substitute';

/** An unpacked Electron on this computer. */
export type Runtime = {
  readonly origin: RuntimeOrigin;
  readonly folder: string;
  readonly executable: string;
  readonly electronVersion: string;
};

/** File that marks a folder as the substitute, however it is reached later. */
export const substituteMark = 'NOT-FOR-RELEASE';

/** Path of the Electron executable inside an unpacked runtime. */
export function executableName(platform: NodeJS.Platform): string {
  if (platform === 'win32') return 'electron.exe';
  return platform === 'darwin' ? 'Electron.app/Contents/MacOS/Electron' : 'electron';
}

/** Reads an unpacked runtime from its folder; undefined where there is none that is complete. */
export function readRuntime(folder: string, origin: RuntimeOrigin): Runtime | undefined {
  const executable = join(folder, executableName(process.platform));
  const versionFile = join(folder, 'version');
  if (!existsSync(executable) || !existsSync(versionFile)) return undefined;
  const electronVersion = readFileSync(versionFile, 'utf8').trim().replace(/^v/, '');
  const isSubstitute = existsSync(join(folder, substituteMark));
  return { origin: isSubstitute ? 'substitute' : origin, folder, executable, electronVersion };
}

/** One line that says which Electron is used and why. */
export function describeRuntime(runtime: Runtime): string {
  const reasons: Record<RuntimeOrigin, string> = {
    override: `the one in ELECTRON_OVERRIDE_DIST_PATH (${runtime.folder})`,
    official: 'the official release',
    substitute: 'a substitute for development and tests only, never for a release',
  };
  return `Electron ${runtime.electronVersion}: ${reasons[runtime.origin]}.`;
}
