import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Locator, type Page } from 'playwright/test';
import type { Citizen } from '../e2e/support/citizen.ts';

/** WCAG 2.2 A and AA, and axe's best practices beside them. */
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

export interface Violation {
  readonly rule: string;
  readonly help: string;
  /** CSS paths of what violates it. */
  readonly targets: readonly string[];
}

/**
 * What axe finds wrong with the page as it stands.
 *
 * @param isFaint true for the low theme, whose text keeps to 4.5:1 (AA); all others keep to 7:1
 *   (AAA), which axe then measures on the page.
 */
export async function audit(page: Page, isFaint = false): Promise<Violation[]> {
  // Electron's one context cannot open the second page that axe uses outside legacy mode; the
  // pages have no frames, so nothing is missed.
  const results = await new AxeBuilder({ page })
    .options({
      runOnly: { type: 'tag', values: RULES },
      rules: { 'color-contrast-enhanced': { enabled: !isFaint } },
    })
    .setLegacyMode(true)
    .analyze();
  return results.violations.map(({ id, help, nodes }) => ({
    rule: id,
    help,
    targets: nodes.map((node) => node.target.join(' ')),
  }));
}

/** No page has so many things to focus: a walk this long has lost its way. */
const LONGEST_WALK = 40;

/** Moves the focus with Tab until it is on the target, and checks that one can see where it is. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.waitFor();
  for (let step = 0; step < LONGEST_WALK; step += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) {
      const outline = await target.evaluate((element) => getComputedStyle(element).outlineStyle);
      expect(outline, `the focus on ${target} can be seen`).not.toBe('none');
      return;
    }
    await page.keyboard.press('Tab');
  }
  throw new Error(`The keyboard does not reach ${target}`);
}

/** From the first screen to a number, by keyboard only. Answers the number. */
export async function takeNumberByKeyboard(citizen: Citizen): Promise<string> {
  const steps = [
    'kiosk.attract.touch',
    'offerings.information.label',
    'kiosk.offering.continueLabel',
    'kiosk.appointment.noLabel',
    'residence.residence-urgent.label',
    'kiosk.final.takeLabel',
  ];
  for (const key of steps) {
    await tabTo(citizen.page, citizen.choice(key));
    await citizen.page.keyboard.press('Enter');
  }
  return citizen.numberOnScreen();
}
