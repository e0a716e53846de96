import { expect, type Locator, type Page } from 'playwright/test';
import type { Translator } from '../../renderer/text/translator.ts';
import type { TestAccount } from '../support/provision.ts';
import { buttonOf } from './in-sight.ts';

/** Someone at the desk, in a browser. */
export class Clerk {
  readonly page: Page;
  readonly texts: Translator;

  constructor(page: Page, texts: Translator) {
    this.page = page;
    this.texts = texts;
  }

  async signIn(serverUrl: string, account: TestAccount): Promise<void> {
    await this.page.goto(`${serverUrl}/desk/`);
    await this.enterPassword(account);
    await expect(
      this.page.getByRole('heading', { name: this.texts.t('desk.counter.title') }),
    ).toBeVisible();
  }

  /** Fills in the page that asks who is there. */
  async enterPassword({ account, password }: TestAccount): Promise<void> {
    await this.page.getByLabel(this.texts.t('desk.signIn.account')).fill(account);
    await this.page
      .getByLabel(this.texts.t('desk.signIn.password'), { exact: true })
      .fill(password);
    await this.press('desk.signIn.submit');
  }

  async takeCounter(counter: string): Promise<void> {
    const name = this.texts.t('desk.counter.choose', { counter });
    await this.page.getByRole('button', { name }).click();
    await expect(
      this.page.getByRole('heading', { name: this.texts.t('desk.current.title') }),
    ).toBeVisible();
  }

  /** One of the lists, by the words on its tab; `count`: of how many it tells. */
  async openList(
    key:
      | 'desk.lists.waiting'
      | 'desk.lists.parked'
      | 'desk.lists.noShows'
      | 'desk.lists.appointments',
    count: number,
  ): Promise<void> {
    await this.page.getByRole('tab', { name: this.texts.t(key, { count }), exact: true }).click();
  }

  /** The row of a number or of an appointment, in the list that is open. */
  row(code: string): Locator {
    return this.page
      .getByRole('row')
      .filter({ has: this.page.getByRole('button', { name: code }) });
  }

  /** Opens the menu of a row and chooses, by keyboard. */
  async chooseForRow(code: string, choice: string): Promise<void> {
    await this.row(code).getByRole('button').press('Enter');
    await this.chooseInMenu(choice);
  }

  /** Opens the menu of a button and chooses, by keyboard. */
  async chooseFor(key: string, choice: string): Promise<void> {
    await this.button(key).press('Enter');
    await this.chooseInMenu(choice);
  }

  private async chooseInMenu(choice: string): Promise<void> {
    await this.page.getByRole('menuitem', { name: choice }).first().press('Enter');
    await expect(this.page.getByRole('menu')).toHaveCount(0);
  }

  /** Chooses a file in the dialog that is open. */
  async chooseFile(name: string, text: string): Promise<void> {
    await this.page
      .locator('input[type="file"]')
      .setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });
    await expect(this.page.getByText(name)).toBeVisible();
  }

  /** Waits until the desk listens again: after an answer its buttons rest for a moment. */
  async untilRested(): Promise<void> {
    await expect(this.page.locator('.action--main')).not.toHaveAttribute('data-busy');
  }

  /** Presses a key of the desk. */
  async pressKey(key: string): Promise<void> {
    await this.untilRested();
    await this.page.keyboard.press(key);
  }

  /** What the desk says was done last. */
  async expectDone(words: string): Promise<void> {
    await expect(this.page.locator('.outcome__done')).toHaveText(words);
  }

  /** A button, by the words on it. */
  button(key: string): Locator {
    return buttonOf(this.page, this.texts, key);
  }

  async press(key: string): Promise<void> {
    await this.button(key).click();
  }

  /**
   * Calls the next person over a connection that comes and goes. Where the desk says that no answer
   * came, the clerk presses again, which is the same command; but only there: the answer may be in
   * before the picture of it, and then the button goes away under the hand.
   */
  async callNextUntilAnswered(code: string): Promise<void> {
    const notAnswered = this.page.getByText(this.texts.t('desk.connection.notAnswered'));
    await this.press('desk.next.call');
    await expect(async () => {
      if (await notAnswered.isVisible()) {
        await this.button('desk.next.call').click({ timeout: 2_000 });
      }
      await expect(this.page.locator('.current__code')).toHaveText(code, { timeout: 2_000 });
    }).toPass({ timeout: 40_000 });
  }

  /** The number at this counter, once the desk shows it. */
  async expectAtCounter(code: string): Promise<void> {
    await expect(this.page.locator('.current__code')).toHaveText(code);
  }
}
