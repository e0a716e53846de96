import { expect, type Locator, type Page } from 'playwright/test';
import type { Translator } from '../../../renderer/text/translator.ts';
import type { TestAccount } from '../../support/provision.ts';

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

  /** A button, by the words on it. */
  button(key: string): Locator {
    return this.page.getByRole('button', { name: this.texts.phraseAt(key).text }).first();
  }

  async press(key: string): Promise<void> {
    await this.button(key).click();
  }

  /** The number at this counter, once the desk shows it. */
  async expectAtCounter(code: string): Promise<void> {
    await expect(this.page.locator('.current__code')).toHaveText(code);
  }
}
