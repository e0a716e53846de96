import type { Page } from 'playwright/test';
import type { TextSize } from '../../renderer/ui/sizing.ts';
import type { KioskTheme } from '../../renderer/ui/themes/themes.ts';
import { textsIn } from '../support/texts.ts';

/** How a person has set the kiosk's screen. */
export interface Look {
  /** The code of a language. */
  readonly language: string;
  readonly textSize: TextSize;
  readonly theme: KioskTheme;
  /** What is touched lies low; only where the stage's panel lets it. */
  readonly isLow: boolean;
}

/** The screen as the next person finds it. */
export const usualLook: Look = {
  language: 'it',
  textSize: 'standard',
  theme: 'light',
  isLow: false,
};

/** For names of files: "ar-largest-low"; the language alone where the rest is as usual. */
export function nameOfLook(look: Look): string {
  const { textSize, theme } = usualLook;
  return [
    look.language,
    ...(look.textSize === textSize ? [] : [look.textSize]),
    ...(look.theme === theme ? [] : [look.theme]),
    ...(look.isLow ? ['within-reach'] : []),
  ].join('-');
}

const inCapitals = (name: string) =>
  name.replace(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase());

/** Sets the screen as a person does, from the frame's head, without leaving it. */
export async function wear(page: Page, from: Look, to: Look): Promise<void> {
  const texts = textsIn(to.language);
  const wordsOf = (key: string) => texts.phraseAt(`kiosk.${key}`).text;
  const dialog = page.getByRole('dialog');
  if (to.language !== from.language) {
    const before = textsIn(from.language).phraseAt('kiosk.frame.language').text;
    const language = page.locator('header').getByRole('button', { name: new RegExp(`^${before}`) });
    await language.click();
    await dialog.getByRole('button', { name: texts.language.autonym, exact: true }).click();
    await page.locator(`html[lang="${texts.language.localeTag}"]`).waitFor();
  }
  const isSameLow = to.isLow === from.isLow;
  if (to.textSize === from.textSize && to.theme === from.theme && isSameLow) return;
  await page
    .locator('header')
    .getByRole('button', { name: wordsOf('display.button') })
    .click();
  await dialog
    .getByRole('radio', { name: wordsOf(`display.size${inCapitals(to.textSize)}`), exact: true })
    .click();
  await dialog
    .getByRole('radio', { name: wordsOf(`display.theme${inCapitals(to.theme)}`), exact: true })
    .click();
  if (!isSameLow) await dialog.getByRole('button', { name: wordsOf('display.lowLabel') }).click();
  await dialog.getByRole('button', { name: wordsOf('display.done') }).click();
  await dialog.waitFor({ state: 'detached' });
}
