import type { Page } from 'playwright/test';
import { textsIn } from '../../support/texts.ts';
import { KeyUser, type NextKey } from '../key-user.ts';

/**
 * Someone who moves the focus with this key stands before the first screen, which greets in
 * Italian, and has it speak their language.
 */
export async function atFirstScreen(
  page: Page,
  language: string,
  nextKey: NextKey,
): Promise<KeyUser> {
  const stranger = new KeyUser(page, textsIn('it'), nextKey);
  await stranger.isAt('kiosk.attract.title');
  if (language === 'it') return stranger;
  const user = new KeyUser(page, textsIn(language), nextKey);
  const { autonym } = user.texts.language;
  await stranger.select(page.locator('.attract__language').filter({ hasText: autonym }));
  await user.isAt('kiosk.needs.title');
  await user.select('kiosk.frame.back');
  await user.isAt('kiosk.attract.title');
  return user;
}

/** Leaves the number; the first screen greets the next person in Italian. */
export async function leaveNumber(user: KeyUser): Promise<void> {
  await user.select('kiosk.ticket.doneLabel');
  await new KeyUser(user.page, textsIn('it'), user.nextKey).isAt('kiosk.attract.title');
}
