import { allParts, buildParts } from './build-parts.ts';
import { findProgram } from './child.ts';
import { startVirtualDisplay } from './display.ts';
import { chromiumCommand, electronCommand } from './electron-runtime/electron-command.ts';
import { Stop } from './stop.ts';
import { ensurePrograms, testPrograms } from './system-packages.ts';
import { makeVoices, voicesFolder } from './voice/voices.ts';

/**
 * Prepares everything a test with real windows needs (programs, build, Electron, browser, a
 * display of its own), runs `work` with the environment variables that describe it, and takes the
 * display down again:
 *
 * - `SPORTELLO_ELECTRON`: executable for Playwright's `_electron.launch`, with `chromiumSandbox`
 * - `SPORTELLO_ELECTRON_VERSION`: of which version it is
 * - `SPORTELLO_APP`: the folder of the built app, its first argument
 * - `SPORTELLO_CHROMIUM`: executable of the browser, likewise with `chromiumSandbox`
 * - `SPORTELLO_VOICES`: the folder of the voices, for the option `--voices`
 * - `SPORTELLO_HAND_OVER`: folders named by `--data=` and `--user-data-dir=` are given to the
 *   account that both run as where the caller is root
 */
export async function withTestEnvironment<T>(
  work: (environment: NodeJS.ProcessEnv) => Promise<T>,
): Promise<T> {
  await ensurePrograms(testPrograms);
  await buildParts(allParts);
  await makeVoices();
  const electron = await electronCommand();
  const environment: NodeJS.ProcessEnv = {
    ...electron.environment,
    SPORTELLO_ELECTRON: electron.executablePath,
    SPORTELLO_ELECTRON_VERSION: electron.runtime.electronVersion,
    SPORTELLO_APP: electron.appFolder,
    SPORTELLO_CHROMIUM: chromiumCommand(chromiumExecutable()),
    SPORTELLO_VOICES: voicesFolder(),
    SPORTELLO_HAND_OVER: '1',
  };
  if (process.platform !== 'linux') return work(environment);
  const display = await startVirtualDisplay();
  try {
    return await work({ ...withoutDesktop(environment), DISPLAY: display.name });
  } finally {
    await display.stop();
  }
}

/** A test must not open windows on the developer's desktop, whatever its session offers. */
function withoutDesktop(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const desktop = ['WAYLAND_DISPLAY', 'XAUTHORITY'];
  return Object.fromEntries(
    Object.entries(environment).filter(([name]) => !desktop.includes(name)),
  );
}

function chromiumExecutable(): string {
  const names = ['chromium', 'chromium-browser', 'google-chrome'];
  const chosen = process.env['SPORTELLO_CHROMIUM'];
  const found = chosen ?? names.map(findProgram).find((path) => path !== undefined);
  if (found !== undefined) return found;
  throw new Stop('No Chromium was found: set SPORTELLO_CHROMIUM to the path of its executable.');
}
