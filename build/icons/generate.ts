import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright';
import { findProgram } from '../child.ts';
import { chromiumCommand } from '../electron-runtime/electron-command.ts';
import { runCommand, Stop } from '../stop.ts';
import { iconFile } from './ico.ts';

/** The sizes Windows shows, from the title bar to the large tiles. */
const sizesPx = [16, 20, 24, 32, 40, 48, 64, 96, 128, 256];

// `npm run icons:generate`: draws sportello.ico from sportello.svg.
await runCommand(async () => {
  const program = findProgram('chromium');
  if (program === undefined) throw new Stop('Drawing the icon needs chromium: install it first.');
  const browser = await chromium.launch({
    executablePath: chromiumCommand(program),
    chromiumSandbox: true,
    env: { ...process.env, SPORTELLO_HAND_OVER: '1' },
  });
  try {
    const svg = readFileSync(join(import.meta.dirname, 'sportello.svg'), 'utf8');
    const images = [];
    for (const sizePx of sizesPx) images.push({ sizePx, png: await draw(browser, svg, sizePx) });
    writeFileSync(join(import.meta.dirname, 'sportello.ico'), iconFile(images));
  } finally {
    await browser.close();
  }
  return 0;
});

async function draw(browser: Browser, svg: string, sizePx: number): Promise<Buffer> {
  const page = await browser.newPage({ viewport: { width: sizePx, height: sizePx } });
  await page.setContent(`<style>body{margin:0}svg{display:block}</style>${svg}`);
  const png = await page.screenshot({ omitBackground: true });
  await page.close();
  return png;
}
