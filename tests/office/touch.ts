import type { Locator, Page } from 'playwright/test';

/** Touches the middle of something with one finger. */
export async function touch(target: Locator): Promise<void> {
  await target.scrollIntoViewIfNeeded();
  // A trial click waits until the element is visible, at rest and on top, as a person would.
  await target.click({ trial: true });
  const box = await target.boundingBox();
  if (box === null) throw new Error(`${target} is not on the screen`);
  await touchAt(target.page(), { x: box.x + box.width / 2, y: box.y + box.height / 2 });
}

/**
 * Touches whatever is there, through Chromium's own input: Playwright's `tap` needs a browser context
 * made for touch, which Electron's is not.
 */
export async function touchAt(page: Page, point: { x: number; y: number }): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [point] });
  await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await session.detach();
}
