import type { Browser, Page } from 'playwright/test';
import type { Panel } from '../../electron/contract/panel.ts';
import { boardScreens } from './board-screens.ts';
import { deskScreens, tidyCounter } from './desk-screens.ts';
import { holdSeconds } from './hold-seconds.ts';
import { type KioskScreen, kioskScreens } from './kiosk-screens.ts';
import { type Look, usualLook, wear } from './look.ts';
import { openStage, type Scene, type Stage } from './stage.ts';

/** One screen as it stands before a person. */
export interface View {
  readonly window: 'kiosk' | 'desk' | 'board';
  readonly name: string;
  readonly scene: Scene;
  /** How the kiosk's screen is set; desk and board have no such choice. */
  readonly look: Look;
  readonly page: Page;
  readonly stage: Stage;
}

/** Waits until fonts are there and nothing moves any more, so that a picture is always the same. */
async function settle(page: Page, window: View['window']): Promise<void> {
  // A kiosk has no pointer to rest upon a button.
  await page.mouse.move(0, 0);
  if (window === 'kiosk') {
    // It brings the fonts of other scripts after its first screen.
    await page.waitForFunction(() =>
      [...document.styleSheets].some(({ href }) => href?.includes('world-fonts')),
    );
  }
  await page.evaluate(async () => {
    await document.fonts.ready;
    const finite = document
      .getAnimations()
      .filter((animation) => animation.effect?.getComputedTiming().endTime !== Infinity);
    await Promise.all(finite.map((animation) => animation.finished.catch(() => undefined)));
  });
}

export interface TourOptions {
  readonly scenes: readonly Scene[];
  /** How the kiosk's screens are set, one look after another; without it, as in the scene. */
  readonly looks?: readonly Look[];
  /** The kiosk's panel; without it, the one that the program assumes. */
  readonly panel?: Panel;
  /** Part of `window/name`; without it, every screen. */
  readonly only?: string | undefined;
  /** Whether the kiosk's screen of this name is shown in this look; without it, each in every look. */
  readonly isShown?: ((name: string, scene: Scene, look: Look) => boolean) | undefined;
}

/**
 * Opens a fresh office for each scene, goes to every screen of kiosk, desk and board, and shows
 * each to the visitor: those of the kiosk in every look.
 */
export async function tour(
  browser: Browser,
  { scenes, looks, panel, only = '', isShown = () => true }: TourOptions,
  visit: (view: View) => Promise<void>,
): Promise<void> {
  const boards = boardScreens.filter(({ name }) => `board/${name}`.includes(only));
  const desks = deskScreens.filter(({ name }) => `desk/${name}`.includes(only));
  const isAnyLook = looks === undefined || looks.length > 0;
  const kiosks = kioskScreens.filter(({ name }) => isAnyLook && `kiosk/${name}`.includes(only));
  if (boards.length + desks.length + kiosks.length === 0) return;
  for (const scene of scenes) {
    const stage = await openStage(browser, scene, panel === undefined ? {} : { panel });
    // Only what has come to rest is shown; a tour waits for some thousand changes of look.
    await stage.kiosk.emulateMedia({ reducedMotion: 'reduce' });
    const usual = { ...usualLook, language: scene.language };
    const show = async (window: View['window'], name: string, page: Page, look = usual) => {
      await settle(page, window);
      await visit({ window, name, scene, look, page, stage });
    };
    try {
      for (const { name, reach } of boards) {
        await reach(stage.board, stage);
        await show('board', name, stage.board);
      }
      for (const { name, reach } of desks) {
        const clerk = await stage.clerk();
        await reach(clerk, stage);
        await show('desk', name, clerk.page);
        await clerk.page.context().close();
        await tidyCounter(stage);
      }
      for (const screen of kiosks) {
        const shown = (looks ?? [usual]).filter((look) => isShown(screen.name, scene, look));
        if (shown.length === 0) continue;
        await showInLooks(stage, screen, shown, (look) =>
          show('kiosk', screen.name, stage.kiosk, look),
        );
      }
    } finally {
      await stage.close();
    }
  }
}

/**
 * Reaches a screen once and sets it for each look, as a person may on every screen. Where that is
 * not possible, the look is chosen first.
 */
async function showInLooks(
  stage: Stage,
  { reach, leave, isReachedAnew = false }: KioskScreen,
  looks: readonly Look[],
  show: (look: Look) => Promise<void>,
): Promise<void> {
  if (isReachedAnew) {
    for (const look of looks) {
      await reach(await stage.citizen(look), stage, look);
      await show(look);
      await leave?.(stage);
    }
    return;
  }
  let worn: Look = { ...usualLook, language: stage.scene.language };
  await reach(await stage.citizen(worn), stage, worn);
  await holdSeconds(stage.kiosk);
  for (const look of looks) {
    await wear(stage.kiosk, worn, look);
    worn = look;
    await show(look);
  }
  await leave?.(stage);
}
