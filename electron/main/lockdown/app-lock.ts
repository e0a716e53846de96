import { app, type BrowserWindow, Menu } from 'electron';
import type { Log } from '../log.ts';
import { lockContents, type NavigationRule } from './contents-lock.ts';
import { mayReachPage } from './keyboard.ts';
import { lockSession } from './session-lock.ts';

const navigationRules = new Map<number, NavigationRule>();

/** Must run before the app is ready. */
export function lockApp(options: { devTools: boolean; log: Log }): void {
  const { devTools, log } = options;
  app.enableSandbox();
  Menu.setApplicationMenu(null);
  // Two fingers on the glass neither zoom nor go back.
  app.commandLine.appendSwitch('disable-pinch');
  app.commandLine.appendSwitch('overscroll-history-navigation', '0');
  // The default one too, should anything ever use it: it is made then.
  app.on('session-created', (created) => lockSession(created, log));
  app.on('web-contents-created', (_event, contents) => {
    const mayNavigate = (id: number, url: string) => navigationRules.get(id)?.(url) ?? false;
    lockContents(contents, { mayNavigate, devTools, log });
    contents.once('destroyed', () => navigationRules.delete(contents.id));
  });
}

/** Where this window may go by itself; every other one, nowhere. */
export function allowNavigation(window: BrowserWindow, rule: NavigationRule): void {
  navigationRules.set(window.webContents.id, rule);
}

/** Lets only the keys through that a page in a public room needs. */
export function lockKeyboard(window: BrowserWindow): void {
  window.webContents.on('before-input-event', (event, input) => {
    if (!mayReachPage(input)) event.preventDefault();
  });
  // The extra buttons of mice and keyboards on Windows: back, forward, search.
  window.on('app-command', (event) => event.preventDefault());
}
