import { app, BrowserWindow, nativeTheme, session } from 'electron';
import type { Content } from '../../contract/content.ts';
import { startTimer } from '../feed-relay.ts';
import { allowNavigation } from '../lockdown/app-lock.ts';
import { lockRequests } from '../lockdown/session-lock.ts';
import type { Log } from '../log.ts';
import { APP_ORIGIN, APP_SCHEME } from '../page-files.ts';
import { EXIT_PAGE_KEEPS_DYING } from '../recovery/exit-codes.ts';
import { keepPageAlive } from '../recovery/page-recovery.ts';
import { createServerWait } from '../server-wait.ts';
import { WAITING_PAGE_POLICY, waitingPage } from './waiting-page.ts';
import { lockedPreferences } from './web-preferences.ts';

const WAITING_URL = `${APP_ORIGIN}/waiting/`;

/** A server that is there answers at once, whatever it says. */
const ANSWER_TIMEOUT_MS = 2_000;

export interface DeskWindowOptions {
  /** For example `http://127.0.0.1:8400`. */
  readonly serverUrl: string;
  readonly content: Content;
  readonly devTools: boolean;
  readonly log: Log;
}

/**
 * A clerk's window: the server's own page, as any browser shows it, with no bridge to this
 * program. Its session is in memory, so that closing the window signs the clerk out. Until the
 * server answers, which is asked each second, a page of the program's own says so.
 */
export function openDeskWindow(options: DeskWindowOptions): BrowserWindow {
  const { serverUrl, content, devTools, log } = options;
  const { origin } = new URL(serverUrl);
  const own = session.fromPartition('desk');
  lockRequests(
    own,
    (url) =>
      isWithin(url, origin) || url === WAITING_URL || (devTools && url.startsWith('devtools:')),
  );
  own.protocol.handle(APP_SCHEME, () => waitingAnswer(content));
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
  const show = (url: string) => {
    // A load that fails is reported by its own event, to which recovery listens.
    if (!webContents.isDestroyed()) webContents.loadURL(url).catch(() => undefined);
  };
  const load = createServerWait({
    answers: () => answers(origin),
    showServer: () => show(`${origin}/desk/`),
    showWaiting: () => show(WAITING_URL),
    startTimer,
  });
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

async function answers(origin: string): Promise<boolean> {
  try {
    const signal = AbortSignal.timeout(ANSWER_TIMEOUT_MS);
    const response = await fetch(`${origin}/api/health`, { signal, redirect: 'manual' });
    await response.body?.cancel();
    return true;
  } catch {
    return false;
  }
}

function waitingAnswer(content: Content): Response {
  const headers = {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': WAITING_PAGE_POLICY,
    'cache-control': 'no-store',
  };
  return new Response(waitingPage(content), { headers });
}

function isWithin(url: string, prefix: string): boolean {
  return url.startsWith(`${prefix}/`);
}
