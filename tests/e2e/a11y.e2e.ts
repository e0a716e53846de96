import { expect, test } from 'playwright/test';
import { audit, takeNumberByKeyboard, type Violation } from '../screens/audit.ts';
import { openStage, orientations } from '../screens/stage.ts';
import { tour } from '../screens/tour.ts';

// The short form of `npm run a11y`: one orientation and language of each.
test('axe finds nothing to mend on any screen, and a number can be taken by keyboard only', async ({
  browser,
}) => {
  test.setTimeout(300_000);
  const stage = await openStage(browser);
  try {
    const found: Record<string, Violation[]> = {};
    let screens = 0;
    const [portrait] = orientations;
    if (portrait === undefined) throw new Error('There is no orientation');
    await tour(stage, { orientations: [portrait], languages: ['it'] }, async (view) => {
      screens += 1;
      const violations = await audit(view.page);
      if (violations.length > 0) found[`${view.window}/${view.name}`] = violations;
    });
    expect(found).toEqual({});
    expect(screens).toBeGreaterThan(30);
    expect(await takeNumberByKeyboard(await stage.citizen())).toMatch(/^A\d{3}$/);
  } finally {
    await stage.close();
  }
});
