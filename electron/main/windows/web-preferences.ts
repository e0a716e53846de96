import type { WebPreferences } from 'electron';

/**
 * The preferences of every window, each stated although most are Electron's defaults: a default
 * may change. Nothing that comes from a file or a page is ever spread into them.
 */
export function lockedPreferences(options: {
  readonly session: NonNullable<WebPreferences['session']>;
  readonly preload: string | undefined;
  readonly devTools: boolean;
}): WebPreferences {
  return {
    session: options.session,
    ...(options.preload === undefined ? {} : { preload: options.preload }),
    devTools: options.devTools,
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webviewTag: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    plugins: false,
    // No permission handler is asked before a file dialog opens: pages do not have these at all.
    disableBlinkFeatures: 'FileSystemAccessLocal',
    navigateOnDragDrop: false,
    disableDialogs: true,
    spellcheck: false,
    // A covered or sleeping screen must not slow the timers that clear a person's answers.
    backgroundThrottling: false,
    // A board chimes though nobody ever touches it.
    autoplayPolicy: 'no-user-gesture-required',
  };
}
