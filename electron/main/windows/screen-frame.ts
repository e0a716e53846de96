import {
  app,
  type BrowserWindow,
  type BrowserWindowConstructorOptions,
  powerSaveBlocker,
  screen,
} from 'electron';
import { fitInto, movedInto, mustCoverAgain, type Size } from './screen-bounds.ts';

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
  const size = windowedSize(panel, screen.getPrimaryDisplay().workAreaSize);
  return { ...size, useContentSize: true, fullscreenable: false };
}

/** How large a window of a panel's shape is on a display with this much room. */
function windowedSize(panel: Size, { width, height }: Size): Size {
  return fitInto(panel, { width, height: height - DECORATION_PX });
}

/** Gives a window that can be moved another panel's shape. */
export function reshape(window: BrowserWindow, panel: Size): void {
  const { width, height } = windowedSize(panel, screen.getPrimaryDisplay().workAreaSize);
  window.setAspectRatio(width / height);
  window.setContentSize(width, height);
  window.center();
}

/** Lets a window lie over the whole primary display, where it does not. */
function coverDisplay(window: BrowserWindow): void {
  const { bounds } = screen.getPrimaryDisplay();
  if (!mustCoverAgain(window.getBounds(), bounds)) return;
  // A window that fills a display is moved to another one by nobody, so it fills none meanwhile.
  window.setKiosk(false);
  window.setBounds(bounds);
  window.setKiosk(true);
}

/** Brings a window that can be moved back onto a display, smaller where that one is. */
function bringIntoSight(window: BrowserWindow): void {
  const { workArea } = screen.getDisplayMatching(window.getBounds());
  const [width = 1, height = 1] = window.getContentSize();
  const size = windowedSize({ width, height }, workArea);
  if (size.width < width) window.setContentSize(size.width, size.height);
  const { x, y } = movedInto(window.getBounds(), workArea);
  window.setPosition(x, y);
}

/** A display is plugged in, unplugged, turned or given another resolution while the program runs. */
function followDisplays(window: BrowserWindow, isWindowed: boolean): void {
  const follow = () => (isWindowed ? bringIntoSight(window) : coverDisplay(window));
  screen.on('display-added', follow);
  screen.on('display-removed', follow);
  screen.on('display-metrics-changed', follow);
  window.once('closed', () => {
    screen.off('display-added', follow);
    screen.off('display-removed', follow);
    screen.off('display-metrics-changed', follow);
  });
}

/**
 * Keeps a public screen open, lit and on a display: closing it does nothing unless the program is
 * ending. A windowed one keeps its shape, and closing it ends the program.
 */
export function keepOnScreen(window: BrowserWindow, isWindowed: boolean): void {
  const blocker = powerSaveBlocker.start('prevent-display-sleep');
  window.once('closed', () => powerSaveBlocker.stop(blocker));
  followDisplays(window, isWindowed);
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
