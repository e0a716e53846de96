import { expect, test } from 'playwright/test';
import { leastFontSizeMm } from '../../renderer/ui/sizing.ts';
import { measure } from '../screens/measure.ts';
import { writeDataFolder } from '../support/data-folder.ts';
import { startTestServer, type TestServer } from '../support/start-server.ts';
import { removeFolder } from '../support/temporary-folder.ts';
import { textsIn } from '../support/texts.ts';
import { Citizen } from './support/citizen.ts';
import { KIOSK_PAGE, launchApp, type RunningApp } from './support/electron-app.ts';

/** A pixel may be cut in two: measures are right to a tenth of a millimetre. */
const TOLERANCE_MM = 0.1;

const SIZES = ['sizeStandard', 'sizeLarge', 'sizeLarger', 'sizeLargest'] as const;

const PANELS = [
  { inches: 15.6, shortMm: 194, longMm: 345 },
  { inches: 21.5, shortMm: 268, longMm: 476 },
  { inches: 32, shortMm: 398, longMm: 708 },
] as const;

/** Mounted so that an upright panel reaches over both ends of the band. */
const LOWER_EDGE_MM = 780;
const VIEWING_DISTANCE_MM = 500;

let server: TestServer;
test.beforeAll(async () => {
  server = await startTestServer();
});
test.afterAll(() => server.remove());

async function withKiosk(
  panel: { widthMm: number; heightMm: number },
  visit: (citizen: Citizen) => Promise<void>,
): Promise<void> {
  const { widthMm, heightMm } = panel;
  const isUpright = widthMm < heightMm;
  const dataFolder = writeDataFolder({
    tokens: { kiosk: server.kioskToken },
    config: {
      kiosk: {
        orientation: isUpright ? 'portrait' : 'landscape',
        panel: {
          widthMm,
          viewingDistanceMm: VIEWING_DISTANCE_MM,
          lowerEdgeMm: LOWER_EDGE_MM,
        },
      },
    },
  });
  const port = Number(new URL(server.url).port);
  const app: RunningApp = await launchApp({ role: 'kiosk', dataFolder, port });
  try {
    const page = await app.page(KIOSK_PAGE);
    const size = isUpright ? { width: 1080, height: 1920 } : { width: 1920, height: 1080 };
    await app.electron.evaluate(({ BrowserWindow }, { width, height }) => {
      for (const window of BrowserWindow.getAllWindows()) {
        window.setAspectRatio(0);
        window.setContentSize(width, height);
      }
    }, size);
    await page.waitForFunction((wanted) => innerWidth === wanted.width, size);
    await visit(new Citizen(page, textsIn('it')));
  } finally {
    await app.close();
    removeFolder(dataFolder);
  }
}

/** The first screen, the settings, the list of needs, and the last screen before the number. */
async function screensAsChosen(
  citizen: Citizen,
  choices: readonly string[],
  look: (screen: string) => Promise<void>,
): Promise<void> {
  const keys = choices.map((choice) => `kiosk.display.${choice}`);
  await citizen.page.reload();
  await citizen.choose(...keys);
  await look('settings');
  await citizen.touch('kiosk.display.done');
  await look('attract');
  await citizen.touch('kiosk.attract.touch');
  await citizen.heading('kiosk.needs.title').waitFor();
  await look('needs');
  await citizen.touch('kiosk.needs.unsureLabel');
  await citizen.heading('kiosk.final.title').waitFor();
  await look('final');
}

for (const { inches, shortMm, longMm } of PANELS) {
  for (const [way, widthMm, heightMm] of [
    ['upright', shortMm, longMm],
    ['lying', longMm, shortMm],
  ] as const) {
    test(`on ${inches} inches, ${way}, everything can be read and touched in every size of text`, async () => {
      test.setTimeout(180_000);
      await withKiosk({ widthMm, heightMm }, async (citizen) => {
        for (const size of SIZES) {
          await screensAsChosen(citizen, [size], async (screen) => {
            const { targets, gaps, texts, cutOff } = await measure(citizen.page);
            const where = `${screen}, ${size}`;
            // EN 301 549 and VVSG 2.0 (renderer/ui/base.css).
            const small = targets.filter(({ mm }) => mm < 12.7 - TOLERANCE_MM);
            expect(small, `too small to touch: ${where}`).toEqual([]);
            const close = gaps.filter(({ mm }) => mm < 2.54 - TOLERANCE_MM);
            expect(close, `too close to each other: ${where}`).toEqual([]);
            const least = leastFontSizeMm(VIEWING_DISTANCE_MM);
            const tiny = texts.filter(({ mm }) => mm < least - TOLERANCE_MM);
            expect(tiny, `too small to read: ${where}`).toEqual([]);
            expect(cutOff, `cut off: ${where}`).toEqual([]);
          });
        }
      });
    });
  }
}

test('in the low-reach mode everything that is touched is 80 to 110 cm above the floor', async () => {
  test.setTimeout(180_000);
  for (const { longMm: heightMm, shortMm: widthMm } of PANELS) {
    await withKiosk({ widthMm, heightMm }, async (citizen) => {
      for (const size of ['sizeStandard', 'sizeLargest']) {
        await screensAsChosen(citizen, ['lowLabel', size], async (screen) => {
          const { reach } = await measure(citizen.page);
          const topMm = LOWER_EDGE_MM + heightMm;
          const where = `${screen}, ${size}, ${heightMm} mm high`;
          expect(topMm - reach.fromMm, where).toBeLessThanOrEqual(1100 + TOLERANCE_MM);
          expect(topMm - reach.toMm, where).toBeGreaterThanOrEqual(800 - TOLERANCE_MM);
        });
      }
    });
  }
});
