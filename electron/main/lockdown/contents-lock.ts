import type { WebContents } from 'electron';
import type { Log } from '../log.ts';

/** Whether a web-contents may go to an address by itself. */
export type NavigationRule = (url: string) => boolean;

export interface ContentsLockOptions {
  readonly mayNavigate: (contentsId: number, url: string) => boolean;
  readonly devTools: boolean;
  readonly log: Log;
}

/**
 * Keeps a web-contents on its page: no navigation, no frames, no windows, no webviews, no
 * choosers, no questions on leaving, no zoom, no developer tools.
 */
export function lockContents(contents: WebContents, options: ContentsLockOptions): void {
  const { log, mayNavigate } = options;

  function guard(kind: string, event: { preventDefault(): void }, url: string): void {
    if (mayNavigate(contents.id, url)) return;
    event.preventDefault();
    log({ event: 'navigationDenied', kind });
  }

  contents.on('will-navigate', (event) => guard('navigate', event, event.url));
  contents.on('will-redirect', (event) => guard('redirect', event, event.url));
  contents.on('will-frame-navigate', (event) => {
    if (event.isMainFrame) return;
    event.preventDefault();
    log({ event: 'navigationDenied', kind: 'frame' });
  });
  contents.setWindowOpenHandler(() => {
    log({ event: 'navigationDenied', kind: 'window' });
    return { action: 'deny' };
  });
  contents.on('will-attach-webview', (event) => {
    event.preventDefault();
    log({ event: 'navigationDenied', kind: 'webview' });
  });
  // A page that asks "leave?" would stop a reload: it is not asked.
  contents.on('will-prevent-unload', (event) => event.preventDefault());

  contents.on('login', (event, _details, _auth, answer) => {
    event.preventDefault();
    answer();
  });
  contents.on('select-client-certificate', (event, _url, _list, answer) => {
    event.preventDefault();
    // Electron's types forget that no certificate at all may be chosen.
    (answer as () => void)();
  });
  contents.on('select-bluetooth-device', (event, _devices, choose) => {
    event.preventDefault();
    choose('');
  });

  contents.on('did-finish-load', () => {
    contents.setVisualZoomLevelLimits(1, 1).catch(() => undefined);
  });
  contents.on('zoom-changed', (event) => event.preventDefault());
  if (!options.devTools) contents.on('devtools-opened', () => contents.closeDevTools());
}
