import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright/test';
import { voicesFolder } from './electron-app.ts';

/** A clip as it reached the ear. */
export interface Heard {
  readonly language: string;
  /** The words, without the signs around them. */
  readonly words: string;
  /** Full path of the file that was played. */
  readonly file: string;
}

const CLIP = /\/audio\/([a-z]+)\/([0-9a-f]+)\.(mp3|ogg|wav)$/;

/** As long as this without a further clip, and what is said is over; milliseconds. */
const PAUSE_MS = 250;

/** As long as this without a word, and nothing more is said; milliseconds. */
const PATIENCE_MS = 30_000;

/** Someone who only hears: knows what was played by the loudspeaker, and nothing of the screen. */
export class Ear {
  private readonly page: Page;

  private constructor(page: Page) {
    this.page = page;
  }

  /** Listens from now on. Each clip is over as soon as it begins, for nobody here needs the time. */
  static async at(page: Page): Promise<Ear> {
    await page.evaluate(() => {
      const heard: string[] = [];
      Object.assign(globalThis, { heard });
      HTMLMediaElement.prototype.play = function () {
        heard.push(this.src);
        setTimeout(() => this.dispatchEvent(new Event('ended')));
        return Promise.resolve();
      };
    });
    return new Ear(page);
  }

  /** What is said next, to its end. */
  async next(): Promise<Heard[]> {
    const files = await this.page.evaluate(
      ({ pauseMs, patienceMs }) =>
        new Promise<string[]>((resolve) => {
          const { heard } = globalThis as unknown as { heard: string[] };
          const givesUpAtMs = performance.now() + patienceMs;
          let before = 0;
          const timer = setInterval(() => {
            const isOver = heard.length > 0 && heard.length === before;
            before = heard.length;
            if (!isOver && performance.now() < givesUpAtMs) return;
            clearInterval(timer);
            resolve(heard.splice(0));
          }, pauseMs);
        }),
      { pauseMs: PAUSE_MS, patienceMs: PATIENCE_MS },
    );
    if (files.length === 0) throw new Error('Nothing is said any more');
    return files.map((url) => this.understand(url));
  }

  private understand(url: string): Heard {
    const [, language = '', stem = '', format = ''] = CLIP.exec(url) ?? [];
    const folder = join(voicesFolder(), language);
    const index = JSON.parse(readFileSync(join(folder, 'clips.json'), 'utf8')) as Record<
      string,
      string
    >;
    const words = Object.keys(index).find((name) => index[name] === stem);
    if (words === undefined) throw new Error(`${url} is no clip of a voice`);
    return { language, words, file: join(folder, `${stem}.${format}`) };
  }
}
