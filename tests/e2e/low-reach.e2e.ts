import { expect, type Page, test } from 'playwright/test';
import { writeDataFolder } from '../support/data-folder.ts';
import { startTestServer, type TestServer } from '../support/start-server.ts';
import { removeFolder } from '../support/temporary-folder.ts';
import { textsIn } from '../support/texts.ts';
import { Citizen } from './support/citizen.ts';
import { KIOSK_PAGE, launchApp } from './support/electron-app.ts';
import { touch } from './support/touch.ts';

/** EN 301 549 V4.1.0, 8.3.5, in millimetres above the floor. */
const BAND = { lowestMm: 800, highestMm: 1100 };

/** Half a pixel. */
const ROUNDING_MM = 0.2;

/** Upright panels of 15.6, 21.5 and 32 inches that reach over both ends of the band. */
const PANELS = [
  { inches: 15.6, widthMm: 194, heightMm: 345, lowerEdgeMm: 780 },
  { inches: 21.5, widthMm: 268, heightMm: 476, lowerEdgeMm: 700 },
  { inches: 32, widthMm: 398, heightMm: 708, lowerEdgeMm: 600 },
] as const;

let server: TestServer;
test.beforeAll(async () => {
  server = await startTestServer();
});
test.afterAll(() => server.remove());

/** A kiosk on an upright panel, mounted as its configuration says. */
async function withKiosk(
  panel: { widthMm: number; lowerEdgeMm: number },
  visit: (citizen: Citizen, log: () => { readonly event: string }[]) => Promise<void>,
): Promise<void> {
  const dataFolder = writeDataFolder({
    tokens: { kiosk: server.kioskToken },
    config: { kiosk: { orientation: 'portrait', panel: { ...panel, viewingDistanceMm: 500 } } },
  });
  const port = Number(new URL(server.url).port);
  const app = await launchApp({ role: 'kiosk', dataFolder, port });
  try {
    const page = await app.page(KIOSK_PAGE);
    await app.electron.evaluate(({ BrowserWindow }) => {
      for (const window of BrowserWindow.getAllWindows()) {
        window.setAspectRatio(0);
        window.setContentSize(1080, 1920);
      }
    });
    await page.waitForFunction(() => innerWidth === 1080 && innerHeight === 1920);
    await visit(new Citizen(page, textsIn('it')), app.log);
  } finally {
    await app.close();
    removeFolder(dataFolder);
  }
}

/** From the top of the page to the highest and to the lowest thing to touch, in millimetres. */
function reachOf(page: Page): Promise<{ fromMm: number; toMm: number }> {
  return page.evaluate(() => {
    const root = getComputedStyle(document.documentElement);
    const pxPerMm = Number.parseFloat(root.getPropertyValue('--mm'));
    const boxes = Array.from(document.querySelectorAll('button'), (button) => {
      const { top, bottom } = button.getBoundingClientRect();
      const pane = button.closest('.reading__pane')?.getBoundingClientRect();
      return {
        top: Math.max(top, pane?.top ?? top),
        bottom: Math.min(bottom, pane?.bottom ?? bottom),
      };
    }).filter(({ top, bottom }) => bottom > top);
    return {
      fromMm: Math.min(...boxes.map(({ top }) => top)) / pxPerMm,
      toMm: Math.max(...boxes.map(({ bottom }) => bottom)) / pxPerMm,
    };
  });
}

for (const { inches, heightMm, ...panel } of PANELS) {
  test(`everything to touch on ${inches} inches can be had between 80 and 110 cm, also in the largest text`, async () => {
    test.setTimeout(120_000);
    await withKiosk(panel, async (citizen) => {
      const { page, texts } = citizen;
      const expectWithinReach = async (screen: string) => {
        const { fromMm, toMm } = await reachOf(page);
        const topMm = panel.lowerEdgeMm + heightMm;
        expect(topMm - fromMm, screen).toBeLessThanOrEqual(BAND.highestMm + ROUNDING_MM);
        expect(topMm - toMm, screen).toBeGreaterThanOrEqual(BAND.lowestMm - ROUNDING_MM);
      };
      await citizen.touchFrame('kiosk.display.button');
      await citizen.touch('kiosk.display.lowLabel');
      await expectWithinReach('the settings');
      for (const size of ['sizeStandard', 'sizeLargest']) {
        const name = texts.phraseAt(`kiosk.display.${size}`).text;
        await touch(page.getByRole('radio', { name, exact: true }));
        await citizen.touch('kiosk.display.done');
        await expectWithinReach('the first screen');
        await citizen.touch('kiosk.attract.touch');
        await citizen.heading('kiosk.needs.title').waitFor();
        await expectWithinReach('the list of needs');
        await citizen.touchFrame('kiosk.frame.back');
        await citizen.heading('kiosk.attract.title').waitFor();
        await citizen.touchFrame('kiosk.display.button');
      }
    });
  });
}

test('a kiosk mounted too high says so in its log, starts, and does not offer the low reach', async () => {
  await withKiosk({ widthMm: 268, lowerEdgeMm: 1300 }, async (citizen, log) => {
    await citizen.touchFrame('kiosk.display.button');
    await citizen.choice('kiosk.display.done').waitFor();
    await expect(citizen.choice('kiosk.display.lowLabel')).toHaveCount(0);
    expect(log().map(({ event }) => event)).toContain('lowReachNotOffered');
  });
});
