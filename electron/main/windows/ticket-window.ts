import type { BrowserWindow } from 'electron';
import type { PaperFace } from '../../contract/host.ts';
import { type ColourBitmap, toMonochrome } from '../../devices/monochrome.ts';
import type { MonochromeImage } from '../../devices/ticket-printer.ts';
import { startTimer } from '../feed-relay.ts';
import type { HostAnswers } from '../host-operations.ts';
import type { TicketDesk } from '../ticket-desk.ts';
import { openPageWindow, type PageWindowServices } from './page-window.ts';

/**
 * The window's height while no ticket is drawn. No ticket is this low, so each one is drawn into
 * a window whose size has just changed, and the ticket before is nowhere in it.
 */
const IDLE_HEIGHT_PX = 8;

/** Drawing takes some 100 ms, 700 on a very busy computer; who needs longer than this is stuck. */
const DRAW_TIMEOUT_MS = 3_000;

export interface TicketWindowOptions {
  readonly services: PageWindowServices;
  readonly host: () => Promise<HostAnswers>;
  readonly ticketDesk: TicketDesk;
  /** Dots across the head of the printer. */
  readonly widthDots: number;
}

/** Draws tickets, one at a time. */
export interface TicketWindow {
  /** Rejects where the page does not draw; nothing has been printed then. */
  draw(face: PaperFace): Promise<MonochromeImage>;
}

/**
 * The window that is never on a screen: its page draws a ticket, and what it looks like goes to
 * the printer dot by dot. One CSS pixel of it is one dot, whatever the scale of the display.
 */
export function openTicketWindow(options: TicketWindowOptions): TicketWindow {
  const { services, host, ticketDesk, widthDots } = options;
  const window = openPageWindow({
    role: 'ticket',
    services,
    host,
    isOffscreen: true,
    onGone: () => ticketDesk.pageGone('the ticket page died'),
    frame: {
      show: false,
      frame: false,
      useContentSize: true,
      width: widthDots,
      height: IDLE_HEIGHT_PX,
    },
  });

  let isPageBusy = false;

  async function drawUntil(deadline: AbortSignal, face: PaperFace): Promise<MonochromeImage> {
    await ticketDesk.pageWaits();
    if (deadline.aborted) throw new Error('there was no ticket page in time');
    isPageBusy = true;
    const scale = await matchDots(window, widthDots);
    const heightPx = await ticketDesk.draw(face, widthDots);
    const bitmap = await capture(window, { widthPx: widthDots, heightPx }, scale, deadline);
    return toMonochrome(bitmap, widthDots);
  }

  return {
    async draw(face) {
      const deadline = new AbortController();
      const tooLate = new Promise<never>((_resolve, reject) => {
        deadline.signal.addEventListener('abort', () => {
          reject(new Error('the ticket page did not draw in time'));
        });
      });
      const cancelDeadline = startTimer(DRAW_TIMEOUT_MS, () => {
        deadline.abort();
        if (!isPageBusy || window.isDestroyed()) return;
        // Whatever it is stuck in: a new page draws the next ticket.
        ticketDesk.pageGone('the ticket page did not draw in time');
        window.webContents.forcefullyCrashRenderer();
      });
      try {
        return await Promise.race([drawUntil(deadline.signal, face), tooLate]);
      } finally {
        cancelDeadline();
        isPageBusy = false;
        if (!window.isDestroyed()) setHeight(window, IDLE_HEIGHT_PX);
      }
    },
  };
}

function setHeight(window: BrowserWindow, height: number): void {
  const [width = 0] = window.getContentSize();
  window.setContentSize(width, height);
}

/**
 * Makes one CSS pixel one pixel of the picture. Electron 33 draws an offscreen page at the scale
 * of the display, so the page is zoomed out by as much; later ones draw it at scale 1. Returns the
 * scale that was found.
 */
async function matchDots(window: BrowserWindow, widthDots: number): Promise<number> {
  const { webContents } = window;
  const pixelRatio: unknown = await webContents.executeJavaScript('devicePixelRatio');
  if (typeof pixelRatio !== 'number' || !(pixelRatio > 0)) throw new Error('no pixel ratio');
  const scale = pixelRatio / webContents.getZoomFactor();
  if (Math.abs(pixelRatio - 1) > 0.001) webContents.setZoomFactor(1 / scale);
  window.setContentSize(Math.ceil(widthDots / scale), IDLE_HEIGHT_PX);
  return scale;
}

/**
 * The picture of what the page has drawn. A picture may be older than it seems: the window's
 * bitmap takes its new size before the page fills it. So the page must have laid itself out for
 * the ticket's height and shown two frames since, and two pictures in a row must be the same.
 */
async function capture(
  window: BrowserWindow,
  size: { readonly widthPx: number; readonly heightPx: number },
  scale: number,
  deadline: AbortSignal,
): Promise<ColourBitmap> {
  const { webContents } = window;
  setHeight(window, Math.ceil(size.heightPx / scale));
  let earlier: Buffer | null = null;
  while (!deadline.aborted) {
    const innerHeight: unknown = await webContents.executeJavaScript(TWO_FRAMES);
    const image = await webContents.capturePage();
    const taken = image.getSize();
    const isFull =
      typeof innerHeight === 'number' &&
      innerHeight >= size.heightPx - 1 &&
      taken.width >= size.widthPx &&
      taken.height >= size.heightPx;
    const bitmap = isFull ? image.toBitmap() : null;
    if (bitmap !== null && earlier?.equals(bitmap)) {
      return {
        data: bitmap.subarray(0, taken.width * size.heightPx * 4),
        widthPx: taken.width,
        heightPx: size.heightPx,
        order: 'bgra',
        isPremultiplied: true,
      };
    }
    earlier = bitmap;
  }
  throw new Error('no picture of the ticket came');
}

/** Answers the page's height after two more frames of it. */
const TWO_FRAMES =
  'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(innerHeight))))';
