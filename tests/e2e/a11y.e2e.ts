import { expect, test } from 'playwright/test';
import { usualScene } from '../office/stage.ts';
import { audit, type Violation } from '../screens/audit.ts';
import { tour } from '../screens/tour.ts';

// The short form of `npm run a11y`: one orientation and language, in the usual look. The journeys without
// touch and by ear have tests of their own.
test('axe finds nothing to mend on any screen', async ({ browser }) => {
  test.setTimeout(900_000);
  const found: Record<string, Violation[]> = {};
  let screens = 0;
  await tour(browser, { scenes: [usualScene] }, async (view) => {
    screens += 1;
    const violations = await audit(view.page);
    if (violations.length > 0) found[`${view.window}/${view.name}`] = violations;
  });
  expect(found).toEqual({});
  expect(screens).toBeGreaterThan(30);
});
