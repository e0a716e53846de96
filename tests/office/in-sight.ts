import type { Locator, Page } from 'playwright/test';
import type { Translator } from '../../renderer/text/translator.ts';

/** A button of the kiosk or the desk, by the words on it. */
export function buttonOf(page: Page, texts: Translator, key: string): Locator {
  return page.getByRole('button', { name: texts.phraseAt(key).text }).first();
}

/** The number on the kiosk's screen, as it is written there, once it is there. */
export async function numberOnScreen(page: Page): Promise<string> {
  return (await page.locator('.ticket__code [aria-hidden]').textContent()) ?? '';
}
