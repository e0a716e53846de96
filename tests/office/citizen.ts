import type { Locator, Page } from 'playwright/test';
import type { Translator } from '../../renderer/text/translator.ts';
import { buttonOf, numberOnScreen } from './in-sight.ts';
import { touch } from './touch.ts';

/** Those on the first page of needs that the tests choose. */
type FirstOffering = 'information' | 'economic-support';

/** Someone at the kiosk: reads what is on the screen and touches it. */
export class Citizen {
  readonly page: Page;
  readonly texts: Translator;

  constructor(page: Page, texts: Translator) {
    this.page = page;
    this.texts = texts;
  }

  /** Something to touch, by the words on it. */
  choice(key: string): Locator {
    return buttonOf(this.page, this.texts, key);
  }

  async touch(key: string): Promise<void> {
    await touch(this.choice(key));
  }

  /** Touches a button of the frame, which says nothing but these words. */
  async touchFrame(key: string): Promise<void> {
    const name = this.texts.phraseAt(key).text;
    await touch(this.page.getByRole('button', { name, exact: true }));
  }

  /** Stands before the screen of this title. */
  heading(key: string): Locator {
    return this.page.getByRole('heading', { level: 1, name: this.texts.phraseAt(key).text });
  }

  /**
   * The long way from the first screen to the last one before the number, for one of the offerings
   * on the first page.
   */
  async walkToTheLastScreen(offeringId: FirstOffering): Promise<void> {
    await this.touch('kiosk.attract.touch');
    await this.touch(`offerings.${offeringId}.label`);
    await this.touch('kiosk.offering.continueLabel');
    await this.touch('kiosk.appointment.noLabel');
    await this.touch('residence.residence-yes.label');
    await this.heading('residence.resident.title').waitFor();
  }

  /** Writes a code with the keys of the screen. */
  async writeCode(code: string): Promise<void> {
    for (const character of code) {
      await touch(this.page.getByRole('button', { name: character, exact: true }));
    }
  }

  /** Holds a code to the reader, which types it faster than anybody can. */
  async scanCode(code: string): Promise<void> {
    await this.page.evaluate((text) => {
      for (const key of [...text, 'Enter']) {
        const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true });
        (document.activeElement ?? document.body).dispatchEvent(event);
      }
    }, code);
  }

  async takeNumber(): Promise<void> {
    await this.touch('kiosk.final.takeLabel');
  }

  /** The number on the screen, once it is there. */
  numberOnScreen(): Promise<string> {
    return numberOnScreen(this.page);
  }

  /** Leaves, and waits until the screen is ready for the next person. */
  async leave(): Promise<void> {
    await this.touch('kiosk.ticket.doneLabel');
    await this.heading('kiosk.attract.title').waitFor();
  }
}
