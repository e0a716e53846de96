import { expect, test } from 'playwright/test';
import { audit, takeNumberByKeyboard, type Violation } from '../screens/audit.ts';
import { everyScene, openStage } from '../screens/stage.ts';
import { tour } from '../screens/tour.ts';

// The short form of `npm run a11y`: one orientation and language of each.
test('axe finds nothing to mend on any screen, and a number can be taken by keyboard only', async ({
  browser,
}) => {
  test.setTimeout(900_000);
  const [scene] = everyScene;
  if (scene === undefined) throw new Error('There is no scene');
  const found: Record<string, Violation[]> = {};
  let screens = 0;
  await tour(browser, { scenes: [scene] }, async (view) => {
    screens += 1;
    const violations = await audit(view.page);
    if (violations.length > 0) found[`${view.window}/${view.name}`] = violations;
  });
  expect(found).toEqual({});
  expect(screens).toBeGreaterThan(30);

  const stage = await openStage(browser, scene);
  try {
    expect(await takeNumberByKeyboard(await stage.citizen())).toMatch(/^A\d{3}$/);
  } finally {
    await stage.close();
  }
});
