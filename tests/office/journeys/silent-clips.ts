import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright/test';
import type { Heard } from '../ear.ts';

/** Below this a file is silence: root mean square, full scale 1. */
const FAINTEST = 0.02;

/** The files that were heard, each once. */
export function filesOf(heard: readonly Heard[]): string[] {
  return [...new Set(heard.map(({ file }) => file))];
}

/** Those of the files that are silence, as a browser decodes them. */
export async function silentClips(browser: Browser, files: readonly string[]): Promise<string[]> {
  const silent: string[] = [];
  const page = await browser.newPage();
  try {
    for (const file of files) {
      const level = await page.evaluate(async (base64) => {
        const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
        const context = new OfflineAudioContext(1, 1, 22_050);
        const samples = (await context.decodeAudioData(bytes.buffer)).getChannelData(0);
        return Math.sqrt(samples.reduce((sum, sample) => sum + sample ** 2, 0) / samples.length);
      }, readFileSync(file).toString('base64'));
      if (level <= FAINTEST) silent.push(file);
    }
  } finally {
    await page.close();
  }
  return silent;
}
