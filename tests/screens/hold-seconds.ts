import type { Page } from 'playwright/test';

/** No second passes on this page any more: what goes away by itself stays to be looked at. */
export async function holdSeconds(page: Page): Promise<void> {
  await page.evaluate(() => {
    const newest = setInterval(() => undefined, 1_000);
    for (let id = 0; id <= Number(newest); id += 1) clearInterval(id);
  });
}
