import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Holds the program back, once Electron is ready, until Playwright is attached and says so by
 * calling `__playwright_run`. Playwright brings a loader that does this, but leaves it out where an
 * `executablePath` is given; attaching that then meets the opening of a window waits for ever,
 * about once in fifty starts.
 */
const HOLD = `
const { app } = require('electron');
const { whenReady } = app;
const attached = new Promise((resolve) => {
  globalThis.__playwright_run = resolve;
});
app.whenReady = () => Promise.all([whenReady.call(app), attached]).then(() => undefined);
const appFolder = process.env.SPORTELLO_APP;
app.setAppPath(appFolder);
require(require('node:path').join(appFolder, require(appFolder + '/package.json').main));
`;

/** A folder that Electron can be given in place of the app's own. */
export function heldApp(appFolder: string): { readonly folder: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'sportello-held-'));
  // The program may run as another account than the test.
  chmodSync(folder, 0o755);
  const description = JSON.parse(readFileSync(join(appFolder, 'package.json'), 'utf8')) as object;
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ ...description, main: 'hold.cjs' }));
  writeFileSync(join(folder, 'hold.cjs'), HOLD);
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
