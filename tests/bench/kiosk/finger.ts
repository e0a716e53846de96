import type { CDPSession, Page } from 'playwright/test';

/** A finger that touches things by their selector, through Chromium's own input. */
export class Finger {
  readonly page: Page;
  readonly cdp: CDPSession;

  constructor(page: Page, cdp: CDPSession) {
    this.page = page;
    this.cdp = cdp;
  }

  /** Touches the middle of the first such thing, once it is there, at rest and on top. */
  async touch(selector: string): Promise<void> {
    const point = await this.page.evaluate(async (wanted) => {
      const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));
      for (let before = ''; ; ) {
        await nextFrame();
        const target = document.querySelector(wanted);
        if (target === null) continue;
        target.scrollIntoView({ block: 'nearest' });
        const { x, y, width, height } = target.getBoundingClientRect();
        const middle = { x: x + width / 2, y: y + height / 2 };
        const isOnTop = target.contains(document.elementFromPoint(middle.x, middle.y));
        const here = JSON.stringify(middle);
        if (isOnTop && here === before) return middle;
        before = here;
      }
    }, selector);
    const touch = (type: 'touchStart' | 'touchEnd', touchPoints: { x: number; y: number }[]) =>
      this.cdp.send('Input.dispatchTouchEvent', { type, touchPoints });
    await Promise.all([touch('touchStart', [point]), touch('touchEnd', [])]);
  }

  /**
   * Touches, and waits for the screen that comes of it. Milliseconds from the moment the finger
   * comes down (the timestamp of Chromium's own pointerdown, before the page hears of it) to the
   * second frame after the next screen's title is in the page. The first of the two is painted when
   * the second begins: what is measured is at most a frame too long.
   */
  async touchToNextScreen(selector: string): Promise<number> {
    const shown = this.page.evaluate(nextScreen);
    await this.touch(selector);
    return shown;
  }
}

/** Runs in the page: waits for a touch, and for the screen that comes of it. */
function nextScreen(): Promise<number> {
  return new Promise((resolve) => {
    const title = document.querySelector('h1');
    const onDown = ({ timeStamp }: PointerEvent) => {
      const observer = new MutationObserver(() => {
        const next = document.querySelector('h1');
        if (next === null || next === title) return;
        observer.disconnect();
        requestAnimationFrame(() => {
          requestAnimationFrame(() => resolve(performance.now() - timeStamp));
        });
      });
      observer.observe(document, { childList: true, subtree: true });
    };
    window.addEventListener('pointerdown', onDown, { capture: true, once: true });
  });
}
