import { expect, type Page, test } from 'playwright/test';
import { Citizen } from '../office/citizen.ts';
import { openKioskOffice } from '../office/kiosk-office.ts';
import { touchAt } from '../office/touch.ts';
import { textsIn } from '../support/texts.ts';

/** What a finger would hit at each moment from now on in which the page is not as before. */
async function watchSpot(page: Page, spot: { x: number; y: number }): Promise<void> {
  await page.evaluate(({ x, y }) => {
    const hits: string[] = [];
    Object.assign(globalThis, { hits });
    const look = () => {
      // Only once the number is there: before, another screen may hear.
      if (document.querySelector('.ticket__code') === null) return;
      const hit = document.elementFromPoint(x, y);
      hits.push(hit?.closest('button, .touch-shield')?.className ?? '');
    };
    new MutationObserver(look).observe(document.body, { childList: true, subtree: true });
  }, spot);
}

const hitsOf = (page: Page) =>
  page.evaluate(() => (globalThis as unknown as { hits: string[] }).hits);

for (const orientation of ['portrait', 'landscape'] as const) {
  test(`two touches for one do not throw the number away unseen (${orientation})`, async () => {
    const office = await openKioskOffice({ kiosk: { orientation } });
    try {
      const { page } = office;
      const citizen = new Citizen(page, textsIn('it'));
      await citizen.touch('kiosk.attract.touch');
      await citizen.touch('kiosk.needs.unsureLabel');
      const take = citizen.choice('kiosk.final.takeLabel');
      await take.click({ trial: true });
      const box = await take.boundingBox();
      if (box === null) throw new Error('There is nothing to take a number with');
      // Where the button that ends the session will be.
      const spot = { x: box.x + box.width * 0.85, y: box.y + box.height * 0.5 };
      await watchSpot(page, spot);
      await touchAt(page, spot);
      await page.locator('.ticket__code').waitFor();
      // The first thing there, before anybody can touch again; later the button itself.
      await expect.poll(async () => (await hitsOf(page)).at(-1)).toContain('button--primary');
      expect((await hitsOf(page))[0]).toBe('touch-shield');
    } finally {
      await office.close();
    }
  });
}
