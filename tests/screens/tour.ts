import type { Browser, Page } from 'playwright/test';
import type { Panel } from '../../electron/contract/panel.ts';
import { assumedPanel } from '../../renderer/ui/sizing.ts';
import { type Look, usualLook, wear } from '../office/look.ts';
import { openStage, type Scene, type Stage, type StageSetup } from '../office/stage.ts';
import { bareScreens } from './bare-screens.ts';
import { type BoardScreen, boardScreens } from './board-screens.ts';
import { type DeskScreen, deskScreens, tidyCounter } from './desk-screens.ts';
import { equippedScreens, LOWER_EDGE_MM } from './equipped-screens.ts';
import { holdSeconds } from './hold-seconds.ts';
import { type KioskScreen, kioskScreens } from './kiosk-screens.ts';

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
  const isWanted = (window: View['window']) => (screen: { readonly name: string }) =>
    `${window}/${screen.name}`.includes(only);
  const isAnyLook = looks === undefined || looks.length > 0;
  const kiosksAlone = (screens: readonly KioskScreen[]): Screens => ({
    boards: [],
    desks: [],
    kiosks: isAnyLook ? screens.filter(isWanted('kiosk')) : [],
  });
  const usual: Screens = {
    ...kiosksAlone(kioskScreens),
    boards: boardScreens.filter(isWanted('board')),
    desks: deskScreens.filter(isWanted('desk')),
  };
  const equipped = kiosksAlone(equippedScreens);
  const bare = kiosksAlone(bareScreens);
  for (const scene of scenes) {
    const show: Show = async (window, name, { page, stage, look }) => {
      await settle(page, window);
      await visit({ window, name, scene, look, page, stage });
    };
    const shownIn = (name: string) =>
      (looks ?? [usualIn(scene)]).filter((look) => isShown(name, scene, look));
    const { name } = scene.orientation;
    const mounted = { ...assumedPanel('kiosk', scene.orientation), ...panel };
    const own = panel === undefined ? {} : { panel };
    const setups: readonly [Screens, StageSetup][] = [
      [usual, own],
      [equipped, { panel: { ...mounted, lowerEdgeMm: LOWER_EDGE_MM[name] }, hasPhonePages: true }],
      [bare, { ...own, hasPrinter: false }],
    ];
    for (const [screens, setup] of setups) {
      const { boards, desks, kiosks } = screens;
      const isAnyShown = kiosks.some((screen) => shownIn(screen.name).length > 0);
      if (!isAnyShown && boards.length + desks.length === 0) continue;
      const stage = await openStage(browser, scene, setup);
      try {
        await showAll(stage, screens, { shownIn, show });
      } finally {
        await stage.close();
      }
    }
  }
}

interface Screens {
  readonly boards: readonly BoardScreen[];
  readonly desks: readonly DeskScreen[];
  readonly kiosks: readonly KioskScreen[];
}

type Show = (
  window: View['window'],
  name: string,
  at: { readonly page: Page; readonly stage: Stage; readonly look: Look },
) => Promise<void>;

const usualIn = ({ language }: Scene): Look => ({ ...usualLook, language });

/** Goes to every screen of one office. */
async function showAll(
  stage: Stage,
  { boards, desks, kiosks }: Screens,
  { shownIn, show }: { shownIn: (name: string) => readonly Look[]; show: Show },
): Promise<void> {
  const { board, kiosk } = stage;
  const look = usualIn(stage.scene);
  // Only what has come to rest is shown; a tour waits for some thousand changes of look.
  await kiosk.emulateMedia({ reducedMotion: 'reduce' });
  for (const { name, reach } of boards) {
    await reach(board, stage);
    await show('board', name, { page: board, stage, look });
  }
  for (const { name, reach } of desks) {
    const clerk = await stage.clerk();
    await reach(clerk, stage);
    await show('desk', name, { page: clerk.page, stage, look });
    await clerk.page.context().close();
    await tidyCounter(stage);
  }
  for (const screen of kiosks) {
    const shown = shownIn(screen.name);
    if (shown.length === 0) continue;
    await showInLooks(stage, screen, shown, (worn) =>
      show('kiosk', screen.name, { page: kiosk, stage, look: worn }),
    );
  }
}

/**
 * Reaches a screen once and sets it for each look, as a person may on every screen. Where that is
 * not possible, the look is chosen first.
 */
async function showInLooks(
  stage: Stage,
  { prepare, reach, leave, isReachedAnew = false }: KioskScreen,
  looks: readonly Look[],
  show: (look: Look) => Promise<void>,
): Promise<void> {
  await prepare?.(stage);
  try {
    if (isReachedAnew) {
      for (const look of looks) {
        await reach(await stage.citizen(look), stage, look);
        await show(look);
      }
    } else {
      let worn: Look = { ...usualLook, language: stage.scene.language };
      await reach(await stage.citizen(worn), stage, worn);
      await holdSeconds(stage.kiosk);
      for (const look of looks) {
        await wear(stage.kiosk, worn, look);
        worn = look;
        await show(look);
      }
    }
  } finally {
    // Also after a failure: a server that was stopped for the screen would never end.
    await leave?.(stage);
  }
}
