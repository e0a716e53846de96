import { test as anyTest } from 'playwright/test';
import { openStage, type Stage, usualScene } from '../../screens/stage.ts';

/** A test that has a small office of its own, set up to be looked at. */
export const test = anyTest.extend<{ stage: Stage }>({
  stage: async ({ browser }, use) => {
    const stage = await openStage(browser, usualScene);
    try {
      await use(stage);
    } finally {
      await stage.close();
    }
  },
});
