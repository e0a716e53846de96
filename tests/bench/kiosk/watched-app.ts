import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder that Electron can be given, until it is removed. */
export interface StartableApp {
  readonly folder: string;
  remove(): void;
}

/**
 * Says on stdout, with the time, when the first button (in an empty window, the first word) is
 * there and two frames have passed: the second begins once the first is painted.
 */
const WATCH = `
const { app } = require('electron');
const painted = (selector) => \`new Promise((resolve) => {
  const look = () => {
    if (document.querySelector('\${selector}') === null) return false;
    requestAnimationFrame(() => requestAnimationFrame(() => resolve(Date.now())));
    return true;
  };
  if (look()) return;
  const observer = new MutationObserver(() => { if (look()) observer.disconnect(); });
  observer.observe(document, { childList: true, subtree: true });
})\`;
const tell = (word, atMs) => process.stdout.write(word + ' ' + atMs + '\\n');
const watch = (selector) => app.on('web-contents-created', (_event, contents) => {
  contents.once('dom-ready', () => {
    contents.executeJavaScript(painted(selector)).then((atMs) => tell('painted', atMs), () => {});
  });
});
`;

/** The real program, which tells when its kiosk is painted. */
const WATCHED = `${WATCH}
watch('.attract__begin');
const appFolder = process.env.SPORTELLO_APP;
app.setAppPath(appFolder);
require(require('node:path').join(appFolder, require(appFolder + '/package.json').main));
`;

/** As little as can be shown, with the locks that every window of the program has. */
const EMPTY = `${WATCH}
watch('p');
const { BrowserWindow } = require('electron');
app.enableSandbox();
app.whenReady().then(() => {
  const window = new BrowserWindow({
    width: 1080, height: 1920, useContentSize: true, backgroundColor: '#ffffff',
    webPreferences: { sandbox: true, contextIsolation: true, nodeIntegration: false },
  });
  window.loadFile('empty.html');
});
`;

export function watchedApp(): StartableApp {
  const appFolder = process.env['SPORTELLO_APP'];
  if (appFolder === undefined) throw new Error('SPORTELLO_APP is not set');
  const file = join(appFolder, 'package.json');
  const description = JSON.parse(readFileSync(file, 'utf8')) as object;
  return writeApp({ 'main.cjs': WATCHED }, description);
}

/** One word. */
const WORD = '<p>empty</p>';

/** An app whose window shows the body of a page: without one, a word. */
export function emptyApp(body = WORD): StartableApp {
  return writeApp(
    { 'main.cjs': EMPTY, 'empty.html': `<!doctype html><title>empty</title>${body}` },
    { name: 'empty', version: '0.0.0' },
  );
}

function writeApp(files: Readonly<Record<string, string>>, description: object): StartableApp {
  const folder = mkdtempSync(join(tmpdir(), 'sportello-bench-'));
  // Electron may run as another account than the command.
  chmodSync(folder, 0o755);
  const manifest = JSON.stringify({ ...description, main: 'main.cjs', type: 'commonjs' });
  for (const [name, text] of Object.entries({ ...files, 'package.json': manifest })) {
    writeFileSync(join(folder, name), text);
  }
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
