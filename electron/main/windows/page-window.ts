import {
  app,
  BrowserWindow,
  type BrowserWindowConstructorOptions,
  session,
  type WebContents,
} from 'electron';
import { FEED_CHANNEL } from '../../contract/bridge.ts';
import type { WindowRole } from '../../contract/host.ts';
import { type AppPages, serveAppPages } from '../app-protocol.ts';
import { type FeedRelay, startTimer } from '../feed-relay.ts';
import type { HostAnswers } from '../host-operations.ts';
import type { IpcGate } from '../ipc.ts';
import { allowNavigation, lockKeyboard } from '../lockdown/app-lock.ts';
import { lockRequests } from '../lockdown/session-lock.ts';
import type { Log } from '../log.ts';
import type { CallOperation } from '../operation-relay.ts';
import { APP_ORIGIN, pageUrl } from '../page-files.ts';
import { EXIT_PAGE_KEEPS_DYING } from '../recovery/exit-codes.ts';
import { keepPageAlive } from '../recovery/page-recovery.ts';
import { lockedPreferences } from './web-preferences.ts';

/** What every window with a page of the program's own needs. */
export interface PageWindowServices {
  readonly gate: IpcGate;
  readonly log: Log;
  readonly devTools: boolean;
  readonly pages: AppPages;
  readonly preloadFile: string;
}

export interface PageWindowOptions {
  readonly role: WindowRole;
  readonly services: PageWindowServices;
  readonly host: () => Promise<HostAnswers>;
  readonly callOperation?: CallOperation;
  readonly feed?: FeedRelay;
  readonly onGone?: () => void;
  readonly isOffscreen?: boolean;
  readonly frame: BrowserWindowConstructorOptions;
}

/** Opens a window on one of the program's own pages, with all locks and its recovery in place. */
export function openPageWindow(options: PageWindowOptions): BrowserWindow {
  const { role, services, feed } = options;
  // A name without "persist:" is a session in memory: nothing of a page is written to the disk.
  const own = session.fromPartition(role);
  serveAppPages(own, services.pages);
  lockRequests(own, (url) => url.startsWith(`${APP_ORIGIN}/`) || isDevTools(services, url));

  const window = new BrowserWindow({
    backgroundColor: '#ffffff',
    ...options.frame,
    webPreferences: {
      ...lockedPreferences({
        session: own,
        preload: services.preloadFile,
        devTools: services.devTools,
      }),
      offscreen: options.isOffscreen ?? false,
    },
  });
  const { webContents } = window;
  const url = pageUrl(role);
  allowNavigation(window, (target) => target === url);
  if (!services.devTools) lockKeyboard(window);
  services.gate.admit(webContents.id, {
    role,
    pageUrl: url,
    host: options.host,
    ...(options.callOperation === undefined ? {} : { callOperation: options.callOperation }),
    ...(feed === undefined ? {} : { startFeed: () => feed.listen(sendTo(webContents)) }),
  });
  const { id } = webContents;
  webContents.once('destroyed', () => {
    services.gate.dismiss(id);
    feed?.pause();
  });

  const load = () => {
    // A load that fails is reported by its own event, to which recovery listens.
    if (!webContents.isDestroyed()) webContents.loadURL(url).catch(() => undefined);
  };
  keepPageAlive(webContents, {
    window: role,
    load,
    onGone: () => {
      feed?.pause();
      options.onGone?.();
    },
    giveUp: () => app.exit(EXIT_PAGE_KEEPS_DYING),
    nowMs: () => performance.now(),
    startTimer,
    log: services.log,
  });
  load();
  return window;
}

function sendTo(contents: WebContents): (update: unknown) => void {
  return (update) => {
    if (!contents.isDestroyed() && !contents.isCrashed()) contents.send(FEED_CHANNEL, update);
  };
}

function isDevTools(services: PageWindowServices, url: string): boolean {
  return services.devTools && url.startsWith('devtools:');
}
