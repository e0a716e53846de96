import type { Locator } from 'playwright/test';

/**
 * Touches the middle of something with one finger, through Chromium's own input: Playwright's
 * `tap` needs a browser context made for touch, which Electron's is not.
 */
export async function touch(target: Locator): Promise<void> {
  await target.scrollIntoViewIfNeeded();
  // A trial click waits until the element is visible, at rest and on top, as a person would.
  await target.click({ trial: true });
  const box = await target.boundingBox();
  if (box === null) throw new Error(`${target} is not on the screen`);
  const session = await target.page().context().newCDPSession(target.page());
  const point = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [point] });
  await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await session.detach();
}
