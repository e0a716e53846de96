import { expect, type Page } from 'playwright/test';
import type { KeyUser } from '../key-user.ts';
import { atFirstScreen, leaveNumber } from './first-screen.ts';

/** Far more than it takes to turn over all of a notice in the largest text. */
const LONGEST_READING_MS = 60_000;

/** How many presses a character of a code takes at most, on average. */
const MOST_PRESSES_FOR_A_CHARACTER = 12;

/**
 * Uses the whole kiosk with the keys of two switches, next (Tab) and select (Enter): sets the
 * screen, reads a notice, writes the code of an appointment, takes a number and leaves; wherever
 * the focus stops, one can see it. Answers the number.
 */
export async function takeNumberByTwoSwitches(
  page: Page,
  language: string,
  appointment: string,
): Promise<string> {
  const user = await atFirstScreen(page, language, 'Tab');
  await setScreen(user);
  await readNotice(user);
  await user.select('kiosk.attract.appointment');
  await user.isAt('kiosk.code.title');
  await writeCode(user, appointment);
  await user.select('kiosk.code.confirmLabel');
  await user.isAt('kiosk.final.title');
  await user.select('kiosk.final.priorityLabel');
  await user.select('kiosk.final.takeLabel');
  await user.isAt('kiosk.ticket.title');
  const number = await user.numberOnScreen();
  await leaveNumber(user);
  return number;
}

/** The largest text: now screens are longer than the panel. */
async function setScreen(user: KeyUser): Promise<void> {
  const radio = (key: string) =>
    user.page.getByRole('radio', { name: user.texts.phraseAt(key).text });
  await user.select('kiosk.display.button');
  await user.select(radio('kiosk.display.sizeLargest'));
  await user.select(radio('kiosk.display.themeLow'));
  await user.select('kiosk.display.done');
  await expect(user.choice('kiosk.display.button')).toBeFocused();
}

/** Reads to the end; the focus stays on the button that leads no further. */
async function readNotice(user: KeyUser): Promise<void> {
  await user.select('kiosk.frame.notices');
  await user.isAt('kiosk.notices.title');
  await user.select('notices.first-level.title');
  await user.isAt('kiosk.notices.title');
  const down = user.choice('kiosk.frame.scrollDown');
  await user.goTo(down);
  await expect(async () => {
    await user.press('Enter');
    await expect(down).toHaveAttribute('aria-disabled', 'true', { timeout: 200 });
  }).toPass({ timeout: LONGEST_READING_MS });
  await expect(down).toBeFocused();
  await user.select('kiosk.frame.back');
  await user.isAt('kiosk.notices.title');
  await user.select('kiosk.frame.back');
  await user.isAt('kiosk.attract.title');
}

/** First the row, then the key. */
async function writeCode(user: KeyUser, code: string): Promise<void> {
  const { page } = user;
  const before = user.presses;
  for (const [index, character] of [...code].entries()) {
    const key = page.getByRole('button', { name: character, exact: true });
    await user.select(page.locator('[data-key-row]').filter({ has: key }));
    await user.select(key);
    await expect(page.locator('.code-field__code')).toHaveText(code.slice(0, index + 1));
  }
  expect(user.presses - before).toBeLessThan(MOST_PRESSES_FOR_A_CHARACTER * code.length);
}
