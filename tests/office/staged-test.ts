import { test as anyTest } from 'playwright/test';
import { openStage, type Stage, usualScene } from './stage.ts';

/** A test that has a small office of its own, set up to be looked at. */
export const test = anyTest.extend<{ place: string | undefined; stage: Stage }>({
  /** Where its kiosk stands, as its configuration says. */
  place: [undefined, { option: true }],
  stage: async ({ browser, place }, use) => {
    const stage = await openStage(browser, usualScene, place === undefined ? {} : { place });
    try {
      await use(stage);
    } finally {
      await stage.close();
    }
  },
});
