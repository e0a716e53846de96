import {
  app,
  type BrowserWindow,
  type BrowserWindowConstructorOptions,
  powerSaveBlocker,
  screen,
} from 'electron';

/** A size in CSS pixels of the screen. */
interface Size {
  readonly width: number;
  readonly height: number;
}

/** The largest size of the same shape that fits, but never larger than itself. */
function fitInto(wanted: Size, available: Size): Size {
  const scale = Math.min(1, available.width / wanted.width, available.height / wanted.height);
  return { width: Math.round(wanted.width * scale), height: Math.round(wanted.height * scale) };
}

/** Room for the title bar and border that the desktop draws around a window. */
const DECORATION_PX = 40;

/**
 * How a window of a public screen stands: over the whole display, or as a window of the panel's
 * shape for whoever tries the program out.
 */
export function screenFrame(isWindowed: boolean, panel: Size): BrowserWindowConstructorOptions {
  if (!isWindowed) {
    return {
      ...screen.getPrimaryDisplay().bounds,
      frame: false,
      kiosk: true,
      fullscreen: true,
      roundedCorners: false,
    };
  }
  return { ...windowedSize(panel), useContentSize: true, fullscreenable: false };
}

/** How large a window of a panel's shape is on this display. */
function windowedSize(panel: Size): Size {
  const { width, height } = screen.getPrimaryDisplay().workAreaSize;
  return fitInto(panel, { width, height: height - DECORATION_PX });
}

/** Gives a window that can be moved another panel's shape. */
export function reshape(window: BrowserWindow, panel: Size): void {
  const { width, height } = windowedSize(panel);
  window.setAspectRatio(width / height);
  window.setContentSize(width, height);
  window.center();
}

/**
 * Keeps a public screen open and lit: closing it does nothing unless the program is ending. A
 * windowed one keeps its shape, and closing it ends the program.
 */
export function keepOnScreen(window: BrowserWindow, isWindowed: boolean): void {
  const blocker = powerSaveBlocker.start('prevent-display-sleep');
  window.once('closed', () => powerSaveBlocker.stop(blocker));
  if (isWindowed) {
    const [width = 1, height = 1] = window.getContentSize();
    window.setAspectRatio(width / height);
    // The hidden ticket window would keep the program alive.
    window.once('closed', () => app.quit());
    return;
  }
  let isEnding = false;
  app.once('before-quit', () => {
    isEnding = true;
  });
  window.on('close', (event) => {
    if (!isEnding) event.preventDefault();
  });
}
