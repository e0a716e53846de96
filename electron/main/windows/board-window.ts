import type { BrowserWindow } from 'electron';
import type { FeedRelay } from '../feed-relay.ts';
import type { HostAnswers } from '../host-operations.ts';
import type { CallOperation } from '../operation-relay.ts';
import { openPageWindow, type PageWindowServices } from './page-window.ts';
import { keepOnScreen, screenFrame } from './screen-frame.ts';

/** The pixels of a television. */
const panel = { width: 1920, height: 1080 };

export interface BoardWindowOptions {
  readonly services: PageWindowServices;
  readonly host: () => Promise<HostAnswers>;
  readonly callOperation: CallOperation;
  readonly feed: FeedRelay;
  readonly isWindowed: boolean;
}

/** The screen that everybody waiting looks at. */
export function openBoardWindow(options: BoardWindowOptions): BrowserWindow {
  const { services, host, callOperation, feed, isWindowed } = options;
  const frame = screenFrame(isWindowed, panel);
  const window = openPageWindow({ role: 'board', services, host, callOperation, feed, frame });
  keepOnScreen(window, isWindowed);
  return window;
}
