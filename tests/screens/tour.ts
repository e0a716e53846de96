import type { Page } from 'playwright/test';
import { boardScreens } from './board-screens.ts';
import { clerkAt, deskScreens, tidyCounter } from './desk-screens.ts';
import { kioskScreens } from './kiosk-screens.ts';
import type { Orientation, Stage } from './stage.ts';

/** One screen as it stands before a person. */
export interface View {
  readonly window: 'kiosk' | 'desk' | 'board';
  readonly name: string;
  readonly orientation: Orientation;
  readonly language: string;
  readonly page: Page;
}

export interface TourOptions {
  readonly orientations: readonly Orientation[];
  readonly languages: readonly string[];
  /** Part of `window/name`; without it, every screen. */
  readonly only?: string | undefined;
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

/** Goes to every screen of kiosk, desk and board, and shows each to the visitor. */
export async function tour(
  stage: Stage,
  options: TourOptions,
  visit: (view: View) => Promise<void>,
): Promise<void> {
  const isWanted = (window: string, name: string) =>
    options.only === undefined || `${window}/${name}`.includes(options.only);

  for (const orientation of options.orientations) {
    for (const language of options.languages) {
      await stage.setScene(orientation, language);
      const show = async (window: View['window'], name: string, page: Page) => {
        await settle(page);
        await visit({ window, name, orientation, language, page });
      };

      for (const { name, reach } of kioskScreens) {
        if (!isWanted('kiosk', name)) continue;
        await reach(await stage.citizen(), stage);
        await show('kiosk', name, stage.kiosk);
      }
      for (const { name, reach } of deskScreens) {
        if (!isWanted('desk', name)) continue;
        const { clerk, page } = await clerkAt(stage);
        await reach(clerk, stage);
        await show('desk', name, page);
        await page.context().close();
        await tidyCounter(stage);
      }
      for (const { name, reach } of boardScreens) {
        if (!isWanted('board', name)) continue;
        await reach(stage.board, stage);
        await show('board', name, stage.board);
      }
    }
  }
}
