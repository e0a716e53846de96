import type { Log, WindowName } from '../log.ts';
import { createBackOff, pageBackOff } from './back-off.ts';

/** The part of Electron's WebContents that recovery watches and drives. */
export interface WatchedPage {
  on(
    event: 'render-process-gone',
    listener: (event: unknown, details: { reason: string; exitCode: number }) => void,
  ): unknown;
  on(event: 'unresponsive', listener: () => void): unknown;
  on(
    event: 'did-fail-load',
    listener: (
      event: unknown,
      errorCode: number,
      errorDescription: string,
      url: string,
      isMainFrame: boolean,
    ) => void,
  ): unknown;
  forcefullyCrashRenderer(): void;
  isDestroyed(): boolean;
  isCrashed(): boolean;
  isLoading(): boolean;
  executeJavaScript(code: string): Promise<unknown>;
}

export interface PageRecoveryOptions {
  readonly window: WindowName;
  /** Loads the page (again). */
  readonly load: () => void;
  /** Hears that the page has died, before it is loaded again. */
  readonly onGone: () => void;
  /** Ends the program: loading again does not help. */
  readonly giveUp: () => void;
  readonly nowMs: () => number;
  readonly startTimer: (delayMs: number, action: () => void) => () => void;
  readonly log: Log;
}

/** Reasons for which loading the page again cannot help. */
const hopeless = new Set(['integrity-failure', 'launch-failed']);

/** How often a page is asked whether it is alive, and how many silences make it dead. */
const PULSE_MS = 5_000;
const MISSED_PULSES = 3;

/** ERR_ABORTED: another load took the place of this one. */
const ERR_ABORTED = -3;

/** The server's page may not be there yet: it is tried again this soon. */
const RELOAD_FAILED_MS = 1_000;

/**
 * Keeps a page alive: loads it again when its process dies or it cannot be loaded, and kills the
 * process of a page that hangs (`reload()` would wait for it).
 */
export function keepPageAlive(page: WatchedPage, options: PageRecoveryOptions): void {
  const { window, load, giveUp, log, startTimer } = options;
  const nextRetry = createBackOff(pageBackOff);

  page.on('render-process-gone', (_event, { reason, exitCode }) => {
    if (page.isDestroyed()) return;
    options.onGone();
    const retry = hopeless.has(reason) ? 'giveUp' : nextRetry(options.nowMs());
    const reloadInMs = retry === 'giveUp' ? null : retry.afterMs;
    log({ event: 'pageGone', window, reason, exitCode, reloadInMs });
    if (reloadInMs === null) giveUp();
    else startTimer(reloadInMs, load);
  });

  page.on('did-fail-load', (_event, errorCode, error, _url, isMainFrame) => {
    if (!isMainFrame || errorCode === ERR_ABORTED) return;
    log({ event: 'pageNotLoaded', window, error });
    startTimer(RELOAD_FAILED_MS, load);
  });

  function killHungPage(): void {
    if (page.isDestroyed() || page.isCrashed()) return;
    log({ event: 'pageHung', window });
    page.forcefullyCrashRenderer();
  }
  page.on('unresponsive', killHungPage);

  // Chromium itself notices a hang only when input goes unanswered, and a board has no input.
  let missed = 0;
  function askPulse(): void {
    if (page.isDestroyed()) return;
    if (page.isCrashed() || page.isLoading()) missed = 0;
    else {
      if (missed >= MISSED_PULSES) {
        missed = 0;
        killHungPage();
      } else {
        missed += 1;
        page.executeJavaScript('0').then(
          () => {
            missed = 0;
          },
          // The page went while it was asked: its end is reported by its own event.
          () => undefined,
        );
      }
    }
    startTimer(PULSE_MS, askPulse);
  }
  startTimer(PULSE_MS, askPulse);
}
