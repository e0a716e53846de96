import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright/test';
import { withBrowser } from '../support/with-browser.ts';

/*
 * `npm run screens:sheets`: puts the pictures of `npm run screens` on one sheet for each window and
 * orientation, so that all can be looked at together. The README shows some of these sheets.
 */

const PICTURES = 'screens';
const SHEETS = join(import.meta.dirname, 'sheets');

/** What the README shows; the other sheets stay beside the pictures. */
const IN_README = [
  'kiosk-portrait-it',
  'desk-landscape-it',
  'board-landscape-it',
  'paper-portrait-en',
];

/** Width of one picture on a sheet, in CSS pixels. */
const THUMBNAIL_WIDTH = { portrait: 250, landscape: 420 };
const COLUMNS = { portrait: 6, landscape: 3 };

async function drawSheet(browser: Browser, folder: string, file: string): Promise<void> {
  const orientation = folder.includes('portrait') ? 'portrait' : 'landscape';
  const width = THUMBNAIL_WIDTH[orientation];
  const figures = readdirSync(folder)
    .filter((name) => name.endsWith('.png'))
    .toSorted()
    .map((name) => {
      const picture = readFileSync(join(folder, name)).toString('base64');
      return `<figure><img width="${width}" src="data:image/png;base64,${picture}"><figcaption>${name.replace('.png', '')}</figcaption></figure>`;
    });
  const page = await browser.newPage({ viewport: { width: 100, height: 100 } });
  await page.setContent(`<style>
    body { margin: 0; padding: 16px; inline-size: max-content; background: #5b6f82;
      display: grid; gap: 16px; grid-template-columns: repeat(${Math.min(COLUMNS[orientation], figures.length)}, ${width}px); }
    figure { margin: 0; }
    img { display: block; }
    figcaption { color: #ffffff; font: 14px sans-serif; padding-block-start: 4px; }
  </style>${figures.join('')}`);
  await page.locator('body').screenshot({ path: file });
  await page.close();
}

await withBrowser(async (browser) => {
  mkdirSync(SHEETS, { recursive: true });
  for (const window of ['kiosk', 'desk', 'board', 'paper']) {
    for (const scene of readdirSync(join(PICTURES, window))) {
      const name = `${window}-${scene}`;
      const place = IN_README.includes(name) ? SHEETS : PICTURES;
      await drawSheet(browser, join(PICTURES, window, scene), join(place, `${name}.png`));
    }
  }
});
