import { parseArgs } from 'node:util';
import { leastFontSizeMm } from '../../renderer/ui/sizing.ts';
import { KIOSK_THEMES } from '../../renderer/ui/themes/themes.ts';
import { withBrowser } from '../support/with-browser.ts';
import { audit, takeNumberByKeyboard } from './audit.ts';
import { type Look, nameOfLook, usualLook } from './look.ts';
import { measure } from './measures.ts';
import { everyScene, openStage } from './stage.ts';
import { tour, type View } from './tour.ts';

const help = `Checks every screen in the real Electron. With axe (WCAG 2.2 AA and best practices, text at 7:1 but for
the low theme): the kiosk in every theme, with the smallest and the largest text, in Italian and Arabic;
desk and board in Italian and English. In millimetres: text, targets and gaps on panels of 15.6, 21.5 and
32 inches. And takes numbers by keyboard only.

  npm run a11y -- [--json] [--only PART] [--orientation NAME]

  --json              the last line is one JSON object
  --only PART         only screens whose name contains it, for example desk/
  --orientation NAME  only portrait or landscape
`;

/** Visible width of 16:9 panels lying, in millimetres, and the distance of the eyes from them. */
const PANELS = {
  '15.6"': { widthMm: 345, heightMm: 194 },
  '21.5"': { widthMm: 476, heightMm: 268 },
  '32"': { widthMm: 708, heightMm: 398 },
} as const;
const VIEWING_DISTANCE_MM = 500;

/** VVSG 2.0 and EN 301 549, as renderer/ui/base.css takes them over. */
const LEAST_TARGET_MM = 12.7;
const LEAST_GAP_MM = 2.54;
/** Layout rounds to a 64th of a pixel. */
const ROUNDING_MM = 0.02;

const SIZES = ['standard', 'largest'] as const;

const { values } = parseArgs({
  options: {
    json: { type: 'boolean' },
    only: { type: 'string' },
    orientation: { type: 'string', default: '' },
    help: { type: 'boolean' },
  },
});

interface Report {
  /** Screens in each of their looks. */
  screens: number;
  violations: number;
  /** Screens measured on a panel. */
  measured: number;
  tooSmall: number;
  smallestFontMm: number;
  smallestTargetMm: number;
  smallestGapMm: number;
  keyboardJourneys: number;
  expectedJourneys: number;
}

if (values.help === true) {
  process.stdout.write(help);
} else {
  const report = await check();
  const isGood =
    report.violations === 0 &&
    report.tooSmall === 0 &&
    report.keyboardJourneys === report.expectedJourneys;
  process.stdout.write(
    values.json === true
      ? `${JSON.stringify(report)}\n`
      : `${report.screens} screens, ${report.violations} violations, ${report.tooSmall} of ${report.measured} measured too small, ${report.keyboardJourneys} numbers taken by keyboard\n`,
  );
  process.exitCode = isGood ? 0 : 1;
}

function complain(view: View, what: string): void {
  const { window, name, scene, look } = view;
  process.stderr.write(
    `${window}/${name} ${scene.orientation.name} ${nameOfLook(look)}: ${what}\n`,
  );
}

async function check(): Promise<Report> {
  const { only, orientation } = values;
  const scenes = everyScene.filter((scene) => scene.orientation.name.startsWith(orientation));
  const report: Report = {
    screens: 0,
    violations: 0,
    measured: 0,
    tooSmall: 0,
    smallestFontMm: Number.POSITIVE_INFINITY,
    smallestTargetMm: Number.POSITIVE_INFINITY,
    smallestGapMm: Number.POSITIVE_INFINITY,
    keyboardJourneys: 0,
    expectedJourneys: 0,
  };
  const looks: readonly Look[] = KIOSK_THEMES.flatMap((theme) =>
    SIZES.flatMap((textSize) => ['it', 'ar'].map((language) => ({ language, textSize, theme }))),
  );
  await withBrowser(async (browser) => {
    for (const scene of scenes) {
      const own = scene.language === 'it' ? looks : [];
      await tour(browser, { scenes: [scene], looks: own, only }, async (view) => {
        report.screens += 1;
        const violations = await audit(view.page, view.look.theme === 'low');
        for (const { rule, help: advice, targets } of violations) {
          report.violations += 1;
          complain(view, `${rule}: ${advice}: ${targets.join(', ')}`);
        }
      });
    }
    const italian = scenes.filter(({ language }) => language === 'it');
    for (const scene of italian) {
      for (const [inches, { widthMm, heightMm }] of Object.entries(PANELS)) {
        const isUpright = scene.orientation.name === 'portrait';
        const panel = {
          widthMm: isUpright ? heightMm : widthMm,
          viewingDistanceMm: VIEWING_DISTANCE_MM,
        };
        const measuredLooks = SIZES.map((textSize) => ({ ...usualLook, textSize }));
        const options = { scenes: [scene], looks: measuredLooks, panel, only: only ?? 'kiosk/' };
        await tour(browser, options, (view) => measureOn(report, view, inches));
      }
    }
    for (const scene of only === undefined ? scenes : []) {
      report.expectedJourneys += 1;
      const stage = await openStage(browser, scene);
      await takeNumberByKeyboard(await stage.citizen()).finally(stage.close);
      report.keyboardJourneys += 1;
    }
  });
  return report;
}

async function measureOn(report: Report, view: View, inches: string): Promise<void> {
  if (view.window !== 'kiosk') return;
  const { smallestFontMm, smallestTargetMm, smallestGapMm, where } = await measure(view.page);
  const leastFontMm = leastFontSizeMm(VIEWING_DISTANCE_MM);
  const found: readonly [what: string, sizeMm: number, leastMm: number, where: string][] = [
    ['text', smallestFontMm, leastFontMm, where.font],
    ['target', smallestTargetMm, LEAST_TARGET_MM, where.target],
    ['gap', smallestGapMm, LEAST_GAP_MM, where.gap],
  ];
  report.measured += 1;
  report.smallestFontMm = Math.min(report.smallestFontMm, smallestFontMm);
  report.smallestTargetMm = Math.min(report.smallestTargetMm, smallestTargetMm);
  report.smallestGapMm = Math.min(report.smallestGapMm, smallestGapMm);
  for (const [what, sizeMm, leastMm, place] of found) {
    if (sizeMm >= leastMm - ROUNDING_MM) continue;
    report.tooSmall += 1;
    complain(
      view,
      `${inches}: ${what} of ${sizeMm.toFixed(2)} mm, at least ${leastMm.toFixed(2)}: ${place}`,
    );
  }
}
