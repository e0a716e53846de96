import { expect, type Locator, type Page, test } from 'playwright/test';
import { Citizen } from '../office/citizen.ts';
import { openKioskOffice } from '../office/kiosk-office.ts';
import { nameOfLook, usualLook } from '../office/look.ts';
import { lying, upright } from '../office/stage.ts';
import { tour } from '../screens/tour.ts';
import { textsIn } from '../support/texts.ts';

/** EN 301 549 V4.1.0, 8.3.5, in millimetres above the floor. */
const BAND = { lowestMm: 800, highestMm: 1100 };

/** Half a pixel. */
const ROUNDING_MM = 0.2;

/** Half a metre, the usual distance. */
const VIEWING_DISTANCE_MM = 500;

/** Each kind of screen and dialog, and of each the one with most to touch. */
const EVERY_KIND = new Set([
  ...['attract', 'languages', 'settings', 'needs-1', 'needs-3', 'place-search-found', 'offices-7'],
  ...['final', 'ticket-no-paper', 'server-gone', 'help', 'notice-second-level-full'],
  ...['code-longest', 'code-unknown', 'idle'],
]);

/** On panels with more room: a first screen, a dialog and a list. */
const SOME_KINDS = new Set(['attract', 'settings', 'needs-1']);

/**
 * Panels of 15.6, 21.5 and 32 inches that reach over both ends of the band, and one that lies, of
 * which little more is within reach than the mode needs.
 */
const PANELS = [
  {
    ...{ name: 'upright 15.6 inches', orientation: upright, screens: EVERY_KIND },
    mounted: { widthMm: 194, lowerEdgeMm: 780 },
  },
  {
    ...{ name: 'upright 21.5 inches', orientation: upright, screens: SOME_KINDS },
    mounted: { widthMm: 268, lowerEdgeMm: 700 },
  },
  {
    ...{ name: 'upright 32 inches', orientation: upright, screens: SOME_KINDS },
    mounted: { widthMm: 398, lowerEdgeMm: 600 },
  },
  {
    ...{ name: 'lying 21.5 inches', orientation: lying, screens: EVERY_KIND },
    mounted: { widthMm: 476, lowerEdgeMm: 915 },
  },
];

/** From the floor to the upper edge of a panel, in millimetres. */
function topOf({ orientation, mounted }: Pick<(typeof PANELS)[number], 'orientation' | 'mounted'>) {
  return mounted.lowerEdgeMm + (mounted.widthMm * orientation.height) / orientation.width;
}

/** From the top of the page to the highest and to the lowest thing to touch, in millimetres. */
function reachOf(page: Page): Promise<{ fromMm: number; toMm: number }> {
  return page.evaluate(() => {
    const root = getComputedStyle(document.documentElement);
    const pxPerMm = Number.parseFloat(root.getPropertyValue('--mm'));
    const boxes = Array.from(document.querySelectorAll('button'), (button) => {
      let { top, bottom } = button.getBoundingClientRect();
      // What has been scrolled away cannot be touched there.
      for (let box = button.parentElement; box !== null; box = box.parentElement) {
        if (getComputedStyle(box).overflowY === 'visible') continue;
        const window = box.getBoundingClientRect();
        top = Math.max(top, window.top);
        bottom = Math.min(bottom, window.bottom);
      }
      return { top, bottom };
    }).filter(({ top, bottom }) => bottom > top);
    return {
      fromMm: Math.min(...boxes.map(({ top }) => top)) / pxPerMm,
      toMm: Math.max(...boxes.map(({ bottom }) => bottom)) / pxPerMm,
    };
  });
}

for (const { name: panelName, orientation, screens, mounted } of PANELS) {
  test(`everything to touch on ${panelName} can be had between 80 and 110 cm, also in the largest text`, async ({
    browser,
  }) => {
    test.setTimeout(600_000);
    const topMm = topOf({ orientation, mounted });
    const seen = new Set<string>();
    await tour(
      browser,
      {
        scenes: [{ orientation, language: 'it' }],
        looks: [
          { ...usualLook, isLow: true },
          { ...usualLook, isLow: true, textSize: 'largest' },
        ],
        panel: { ...mounted, viewingDistanceMm: VIEWING_DISTANCE_MM },
        only: 'kiosk/',
        isShown: (name) => screens.has(name),
      },
      async ({ name, look, page }) => {
        seen.add(name);
        const view = `${name} ${nameOfLook(look)}`;
        const { fromMm, toMm } = await reachOf(page);
        expect.soft(topMm - fromMm, view).toBeLessThanOrEqual(BAND.highestMm + ROUNDING_MM);
        expect.soft(topMm - toMm, view).toBeGreaterThanOrEqual(BAND.lowestMm - ROUNDING_MM);
      },
    );
    expect(seen).toEqual(screens);
  });
}

/** Of Roboto Mono, in em: how far its baseline lies below the upper edge of its line. */
const BASELINE_EM = 1.048;

/** By how many pixels the digits of the number in sight reach over the end of their pane. */
function hiddenOfNumber(page: Page): Promise<number> {
  return page.evaluate((baselineEm) => {
    const digits = document.querySelector('.ticket__code [aria-hidden]');
    const pane = digits?.closest('[data-reading]');
    if (digits == null || pane == null) throw new Error('There is no number');
    const range = document.createRange();
    range.selectNodeContents(digits);
    const { top } = range.getBoundingClientRect();
    const fontPx = Number.parseFloat(getComputedStyle(digits).fontSize);
    return top + fontPx * baselineEm - pane.getBoundingClientRect().bottom;
  }, BASELINE_EM);
}

/** By how many pixels the tile that takes the number reaches over the end of what is in sight. */
function hiddenOfTile(page: Page): Promise<number> {
  return page.evaluate(() => {
    const tile = document.querySelector('.tile--hero');
    const frame = tile?.closest('[data-reading], .reading');
    if (tile == null || frame == null) throw new Error('There is no tile that takes the number');
    return tile.getBoundingClientRect().bottom - frame.getBoundingClientRect().bottom;
  });
}

/** By how many pixels what is written or the keys reach over the end of what is in sight. */
function hiddenOfWriting(page: Page): Promise<number> {
  return page.evaluate(() => {
    const field = document.querySelector('.search__field');
    const keys = document.querySelector('.keypad');
    const pane = field?.closest('[data-reading]')?.getBoundingClientRect();
    const whole = keys?.closest('.reading')?.getBoundingClientRect();
    if (field == null || keys == null || pane === undefined || whole === undefined) {
      throw new Error('There is nothing to write with');
    }
    const written = field.getBoundingClientRect();
    return Math.max(
      pane.top - written.top,
      written.bottom - pane.bottom,
      keys.getBoundingClientRect().bottom - whole.bottom,
    );
  });
}

/** Where the largest text leaves no height for a title and the tile under it: one touch further. */
const TILE_FURTHER_DOWN: ReadonlySet<string> = new Set([
  'lying 21.5 inches it-largest-within-reach',
]);

/** What a person came for must not have to be looked for. */
const IN_SIGHT = [
  {
    ...{ what: 'the number', scene: 'ticket-no-paper', hiddenPx: hiddenOfNumber },
    furtherDown: new Set<string>(),
  },
  {
    ...{ what: 'the tile that takes the number', scene: 'final', hiddenPx: hiddenOfTile },
    furtherDown: TILE_FURTHER_DOWN,
  },
  {
    ...{ what: 'what one writes with', scene: 'place-search-found', hiddenPx: hiddenOfWriting },
    furtherDown: new Set<string>(),
  },
];

for (const { name, orientation, mounted, what, scene, hiddenPx, furtherDown } of PANELS.flatMap(
  (panel) => IN_SIGHT.map((each) => ({ ...panel, ...each })),
)) {
  test(`${what} is whole on ${name} at once, in every size of text, brought down or not`, async ({
    browser,
  }) => {
    test.setTimeout(300_000);
    const sizes = ['standard', 'large', 'larger', 'largest'] as const;
    const looks = sizes.flatMap((textSize) =>
      [false, true].map((isLow) => ({ ...usualLook, textSize, isLow })),
    );
    let seen = 0;
    await tour(
      browser,
      {
        scenes: [{ orientation, language: 'it' }],
        looks,
        panel: { ...mounted, viewingDistanceMm: VIEWING_DISTANCE_MM },
        only: `kiosk/${scene}`,
        isShown: (screen) => screen === scene,
      },
      async ({ look, page }) => {
        seen += 1;
        const isHidden = (await hiddenPx(page)) > 0;
        expect
          .soft(isHidden, nameOfLook(look))
          .toBe(furtherDown.has(`${name} ${nameOfLook(look)}`));
      },
    );
    expect(seen).toBe(looks.length);
  });
}

/** From the floor to the upper edge of something, in millimetres. */
async function upperEdgeMm(page: Page, topMm: number, button: Locator): Promise<number> {
  const pxPerMm = await page.evaluate(() =>
    Number.parseFloat(getComputedStyle(document.documentElement).getPropertyValue('--mm')),
  );
  const box = await button.boundingBox();
  return topMm - (box?.y ?? Number.NaN) / pxPerMm;
}

for (const { name: panelName, orientation, mounted } of PANELS) {
  test(`who sits before ${panelName} can bring everything down without reaching up`, async () => {
    const panel = { ...mounted, viewingDistanceMm: VIEWING_DISTANCE_MM };
    const office = await openKioskOffice({ kiosk: { orientation: orientation.name, panel } });
    try {
      const citizen = new Citizen(office.page, textsIn('it'));
      const topMm = topOf({ orientation, mounted });
      const settings = citizen.choice('kiosk.display.button');
      expect(await upperEdgeMm(office.page, topMm, settings)).toBeGreaterThan(BAND.highestMm);
      const help = citizen.choice('kiosk.frame.help');
      expect(await upperEdgeMm(office.page, topMm, help)).toBeLessThanOrEqual(BAND.highestMm);
      await citizen.touchFrame('kiosk.frame.help');
      const bringDown = citizen.choice('kiosk.display.lowLabel');
      await bringDown.waitFor();
      expect(await upperEdgeMm(office.page, topMm, bringDown)).toBeLessThanOrEqual(BAND.highestMm);
      await citizen.touch('kiosk.display.lowLabel');
      await bringDown.waitFor({ state: 'detached' });
      expect(await upperEdgeMm(office.page, topMm, settings)).toBeLessThanOrEqual(
        BAND.highestMm + ROUNDING_MM,
      );
    } finally {
      await office.close();
    }
  });
}

test('a kiosk mounted too high says so in its log, starts, and does not offer the low reach', async () => {
  const panel = { widthMm: 268, lowerEdgeMm: 1300, viewingDistanceMm: VIEWING_DISTANCE_MM };
  const office = await openKioskOffice({ kiosk: { orientation: 'portrait', panel } });
  try {
    const citizen = new Citizen(office.page, textsIn('it'));
    await citizen.touchFrame('kiosk.display.button');
    await citizen.choice('kiosk.display.done').waitFor();
    await expect(citizen.choice('kiosk.display.lowLabel')).toHaveCount(0);
    expect(office.app.log().map(({ event }) => event)).toContain('lowReachNotOffered');
  } finally {
    await office.close();
  }
});
