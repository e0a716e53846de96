import { expect, type Locator, type Page } from 'playwright/test';
import type { Translator } from '../../renderer/text/translator.ts';
import { buttonOf, numberOnScreen } from './in-sight.ts';

/** No screen has so many things to stop at: a walk this long has lost its way. */
const LONGEST_WALK = 60;

/** Where the focus is, as a person would see it. */
interface FocusInSight {
  /** In the topmost dialog, or in the page where there is none. */
  readonly isInTopScope: boolean;
  readonly hasRing: boolean;
  /** Nothing of it is cut off or covered. */
  readonly isInSight: boolean;
  readonly what: string;
}

/** What moves the focus on: an arrow of a keypad, or the first of two switches. */
export type NextKey = 'ArrowDown' | 'Tab';

/** Someone who does not touch the screen, and moves the focus with one key. */
export class KeyUser {
  readonly page: Page;
  readonly texts: Translator;
  readonly nextKey: NextKey;
  /** How many keys were pressed. */
  presses = 0;

  constructor(page: Page, texts: Translator, nextKey: NextKey) {
    this.page = page;
    this.texts = texts;
    this.nextKey = nextKey;
  }

  async press(key: string): Promise<void> {
    this.presses += 1;
    await this.page.keyboard.press(key);
  }

  /** A button, by the words on it. */
  choice(key: string): Locator {
    return buttonOf(this.page, this.texts, key);
  }

  /** Stands before the screen of this title, which has the focus. */
  async isAt(key: string): Promise<void> {
    const title = this.texts.phraseAt(key).text;
    const heading = this.page.getByRole('heading', { level: 1, name: title });
    await expect(heading).toBeFocused();
    await this.expectFocusInSight();
  }

  /** Moves the focus to a target; wherever it stops on the way, one can see where it is. */
  async goTo(target: Locator): Promise<void> {
    await target.waitFor();
    for (let steps = 0; steps < LONGEST_WALK; steps += 1) {
      if (await target.evaluate((element) => element === document.activeElement)) return;
      await this.press(this.nextKey);
      await this.expectFocusInSight();
    }
    throw new Error(`${this.nextKey} does not reach ${target}`);
  }

  /** Goes to a button and selects it. */
  async select(target: Locator | string): Promise<void> {
    await this.goTo(typeof target === 'string' ? this.choice(target) : target);
    await this.press('Enter');
  }

  /** The number on the screen, as it is written there. */
  numberOnScreen(): Promise<string> {
    return numberOnScreen(this.page);
  }

  async expectFocusInSight(): Promise<void> {
    // A dialog that has just closed gives the focus back in the next frame.
    await expect(async () => {
      const { what, ...focus } = await this.page.evaluate(readFocus);
      expect(focus, what).toEqual({ isInTopScope: true, hasRing: true, isInSight: true });
    }).toPass({ timeout: 3_000 });
  }
}

function readFocus(): FocusInSight {
  const at = document.activeElement ?? document.body;
  const scope = [...document.querySelectorAll('[role="dialog"], [role="alertdialog"]')].at(-1);
  const box = at.getBoundingClientRect();
  const x = box.x + box.width / 2;
  const isOnTop = (y: number) => {
    const top = document.elementFromPoint(x, y);
    return top !== null && (at.contains(top) || top.contains(at));
  };
  return {
    isInTopScope: at !== document.body && (scope ?? document.body).contains(at),
    hasRing: getComputedStyle(at).outlineStyle !== 'none',
    isInSight: isOnTop(box.y + 2) && isOnTop(box.bottom - 2),
    what: `${at.tagName} ${at.className} "${at.textContent?.slice(0, 60)}"`,
  };
}
