import { app, BrowserWindow, nativeTheme, session } from 'electron';
import { startTimer } from '../feed-relay.ts';
import { allowNavigation } from '../lockdown/app-lock.ts';
import { lockRequests } from '../lockdown/session-lock.ts';
import type { Log } from '../log.ts';
import { EXIT_PAGE_KEEPS_DYING } from '../recovery/exit-codes.ts';
import { keepPageAlive } from '../recovery/page-recovery.ts';
import { lockedPreferences } from './web-preferences.ts';

export interface DeskWindowOptions {
  /** For example `http://127.0.0.1:8400`. */
  readonly serverUrl: string;
  readonly devTools: boolean;
  readonly log: Log;
}

/**
 * A clerk's window: the server's own page, as any browser shows it, with no bridge to this
 * program. Its session is in memory, so that closing the window signs the clerk out. Until the
 * server answers, the page is tried again each second.
 */
export function openDeskWindow(options: DeskWindowOptions): BrowserWindow {
  const { serverUrl, devTools, log } = options;
  const { origin } = new URL(serverUrl);
  const own = session.fromPartition('desk');
  lockRequests(own, (url) => isWithin(url, origin) || (devTools && url.startsWith('devtools:')));
  const window = new BrowserWindow({
    width: 1280,
    height: 800,
    minWidth: 800,
    minHeight: 600,
    autoHideMenuBar: true,
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#17191c' : '#ffffff',
    webPreferences: lockedPreferences({ session: own, preload: undefined, devTools }),
  });
  const { webContents } = window;
  allowNavigation(window, (url) => isWithin(url, `${origin}/desk`));
  const load = () => {
    if (!webContents.isDestroyed()) {
      webContents.loadURL(`${origin}/desk/`).catch(() => undefined);
    }
  };
  keepPageAlive(webContents, {
    window: 'desk',
    load,
    onGone: () => undefined,
    giveUp: () => app.exit(EXIT_PAGE_KEEPS_DYING),
    nowMs: () => performance.now(),
    startTimer,
    log,
  });
  load();
  return window;
}

function isWithin(url: string, prefix: string): boolean {
  return url.startsWith(`${prefix}/`);
}
