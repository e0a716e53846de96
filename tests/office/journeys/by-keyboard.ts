import type { Page } from 'playwright/test';
import { atFirstScreen, leaveNumber } from './first-screen.ts';

/**
 * From the first screen to a number and back to the first screen, with arrow keys, Enter and Esc;
 * wherever the focus stops, one can see it. Answers the number.
 */
export async function takeNumberByKeyboard(page: Page, language: string): Promise<string> {
  const user = await atFirstScreen(page, language, 'ArrowDown');
  await user.press('Enter');
  await user.isAt('kiosk.needs.title');
  await user.select('offerings.information.label');
  await user.press('Escape');
  await user.isAt('kiosk.needs.title');
  await user.select('kiosk.needs.moreLabel');
  await user.isAt('kiosk.needs.title');
  await user.select('kiosk.needs.moreLabel');
  await user.select('kiosk.needs.mandatedLabel');
  await user.isAt('kiosk.mandated.title');
  await user.select('kiosk.mandated.takeNumberLabel');
  await user.isAt('kiosk.appointment.title');
  await user.select('kiosk.appointment.noLabel');
  await user.select('residence.residence-urgent.label');
  await user.isAt('residence.urgent.title');
  await user.select('kiosk.final.takeLabel');
  await user.isAt('kiosk.ticket.title');
  const number = await user.numberOnScreen();
  await leaveNumber(user);
  return number;
}
