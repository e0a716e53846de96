import type { Browser, Page } from 'playwright/test';
import { boardScreens } from './board-screens.ts';
import { deskScreens, tidyCounter } from './desk-screens.ts';
import { kioskScreens } from './kiosk-screens.ts';
import { openStage, type Scene, type Stage } from './stage.ts';

/** One screen as it stands before a person. */
export interface View {
  readonly window: 'kiosk' | 'desk' | 'board';
  readonly name: string;
  readonly scene: Scene;
  readonly page: Page;
  readonly stage: Stage;
}

/** Waits until fonts are there and nothing moves any more, so that a picture is always the same. */
async function settle(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await document.fonts.ready;
    const finite = document
      .getAnimations()
      .filter((animation) => animation.effect?.getComputedTiming().endTime !== Infinity);
    await Promise.all(finite.map((animation) => animation.finished.catch(() => undefined)));
  });
}

export interface TourOptions {
  readonly scenes: readonly Scene[];
  /** Part of `window/name`; without it, every screen. */
  readonly only?: string | undefined;
}

/**
 * Opens a fresh office for each scene, goes to every screen of kiosk, desk and board, and shows
 * each to the visitor.
 */
export async function tour(
  browser: Browser,
  { scenes, only = '' }: TourOptions,
  visit: (view: View) => Promise<void>,
): Promise<void> {
  for (const scene of scenes) {
    const stage = await openStage(browser, scene);
    const show = async (window: View['window'], name: string, page: Page) => {
      await settle(page);
      await visit({ window, name, scene, page, stage });
    };
    try {
      for (const { name, reach } of boardScreens) {
        if (!`board/${name}`.includes(only)) continue;
        await reach(stage.board, stage);
        await show('board', name, stage.board);
      }
      for (const { name, reach } of deskScreens) {
        if (!`desk/${name}`.includes(only)) continue;
        const clerk = await stage.clerk();
        await reach(clerk, stage);
        await show('desk', name, clerk.page);
        await clerk.page.context().close();
        await tidyCounter(stage);
      }
      for (const { name, reach, leave } of kioskScreens) {
        if (!`kiosk/${name}`.includes(only)) continue;
        await reach(await stage.citizen(), stage);
        await show('kiosk', name, stage.kiosk);
        await leave?.(stage);
      }
    } finally {
      await stage.close();
    }
  }
}
