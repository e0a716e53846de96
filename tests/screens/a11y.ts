import { parseArgs } from 'node:util';
import { step } from '../../build/progress.ts';
import type { Panel } from '../../electron/contract/panel.ts';
import { leastFontSizeMm } from '../../renderer/ui/sizing.ts';
import { KIOSK_THEMES } from '../../renderer/ui/themes/themes.ts';
import { type Look, nameOfLook, usualLook } from '../office/look.ts';
import { everyScene, type Scene } from '../office/stage.ts';
import { withBrowser } from '../support/with-browser.ts';
import { audit } from './audit.ts';
import { type JourneyReport, takeJourneys } from './journeys.ts';
import { layoutFaults } from './layout-faults.ts';
import { measure } from './measures.ts';
import { tour, type View } from './tour.ts';

const help = `Checks every screen: kiosk and board in the real Electron, the desk in a real Chromium. With axe
(WCAG 2.2 AA and best practices, text at 7:1 but for the low theme): the kiosk in every theme, with the
smallest and the largest text, in Italian and Arabic; desk and board in Italian and English. In
millimetres: the kiosk's text, targets and gaps on panels of 15.6, 21.5 and 32 inches, and whether all
fits on the first and the last of them, in Italian and Ukrainian. And takes numbers at the kiosk: by
keyboard only and by two switches only, in Italian and Arabic; by ear only, in every language that has a
voice, from a loudspeaker (portrait) and from a headset (landscape).

  npm run a11y -- [--json] [--only PART] [--orientation NAME]

  --json              the last line is one JSON object; what failed is in "failed"
  --only PART         only what has it in its name, for example desk/ or journey/by-ear
  --orientation NAME  only portrait or landscape
`;

/** The visible part of a 16:9 panel as it lies, in millimetres. */
interface Panel16to9 {
  readonly inches: string;
  readonly widthMm: number;
  readonly heightMm: number;
}

/** The screens are looked at on this one. */
const USUAL_PANEL: Panel16to9 = { inches: '21.5"', widthMm: 476, heightMm: 268 };
const OTHER_PANELS: readonly Panel16to9[] = [
  { inches: '15.6"', widthMm: 345, heightMm: 194 },
  { inches: '32"', widthMm: 708, heightMm: 398 },
];
/** From the eyes to the panel. */
const VIEWING_DISTANCE_MM = 500;

/** VVSG 2.0 and EN 301 549, as renderer/ui/base.css takes them over. */
const LEAST_TARGET_MM = 12.7;
const LEAST_GAP_MM = 2.54;
/** Layout rounds to a 64th of a pixel. */
const ROUNDING_MM = 0.02;

/** The smallest text a person can choose, and the largest. */
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
  /** What does not fit on the smaller and the larger panel; on the usual one the pictures tell. */
  layoutFaults: number;
  smallestFontMm: number;
  smallestTargetMm: number;
  smallestGapMm: number;
  journeys: JourneyReport;
  /** Each thing that went wrong, and where. */
  failed: string[];
}

const failed: string[] = [];

if (values.help === true) {
  process.stdout.write(help);
} else {
  const report = await check();
  const { byKeyboard, byTwoSwitches, byEar } = report.journeys;
  process.stdout.write(
    values.json === true
      ? `${JSON.stringify(report)}\n`
      : `${report.screens} screens, ${report.violations} violations, ${report.tooSmall} of ${report.measured} measured too small, ${report.layoutFaults} things that do not fit; numbers taken: ${byKeyboard.taken} by keyboard, ${byTwoSwitches.taken} by two switches, ${byEar.taken} by ear\n`,
  );
  process.exitCode = report.failed.length === 0 ? 0 : 1;
}

function complain(where: string, what: string): void {
  failed.push(`${where}: ${what}`);
  process.stderr.write(`${where}: ${what}\n`);
}

function nameOfView({ window, name, scene, look }: View): string {
  return `${window}/${name} ${scene.orientation.name} ${nameOfLook(look)}`;
}

async function check(): Promise<Report> {
  const { only, orientation } = values;
  const scenes = everyScene.filter((scene) => scene.orientation.name.startsWith(orientation));
  const report: Omit<Report, 'journeys'> = {
    screens: 0,
    violations: 0,
    measured: 0,
    tooSmall: 0,
    layoutFaults: 0,
    smallestFontMm: Number.POSITIVE_INFINITY,
    smallestTargetMm: Number.POSITIVE_INFINITY,
    smallestGapMm: Number.POSITIVE_INFINITY,
    failed,
  };
  // From one to the next as little changes as can be: each change is made by touch.
  const looks: readonly Look[] = ['it', 'ar'].flatMap((language) =>
    SIZES.flatMap((textSize) =>
      KIOSK_THEMES.map((theme) => ({ ...usualLook, language, textSize, theme })),
    ),
  );
  // Sizes follow from the size of the text, and from nothing else of a look; what fits, from the words
  // too, and Ukrainian has long ones.
  const measuredLooks = [
    ...SIZES.map((textSize) => ({ ...usualLook, textSize })),
    { ...usualLook, language: 'uk', textSize: 'largest' } as const,
  ];
  const italian = scenes.filter(({ language }) => language === 'it');
  const journeys = await withBrowser(async (browser) => {
    for (const scene of scenes) {
      const own = scene.language === 'it' ? looks : [];
      const panel = mounted(USUAL_PANEL, scene);
      await step(`Auditing ${scene.orientation.name}, ${scene.language}`, () =>
        tour(browser, { scenes: [scene], looks: own, panel, only }, async (view) => {
          report.screens += 1;
          await auditView(report, view);
          await measureOn(report, view, USUAL_PANEL);
        }),
      );
    }
    for (const scene of italian) {
      for (const other of OTHER_PANELS) {
        const panel = mounted(other, scene);
        const options = { scenes: [scene], looks: measuredLooks, panel, only: only ?? 'kiosk/' };
        await step(`Measuring ${scene.orientation.name}, ${other.inches}`, () =>
          tour(browser, options, async (view) => {
            await measureOn(report, view, other);
            for (const fault of await layoutFaults(view.page)) {
              report.layoutFaults += 1;
              complain(nameOfView(view), `${other.inches}: ${fault}`);
            }
          }),
        );
      }
    }
    return takeJourneys(browser, { scenes: italian, only }, (name, what) =>
      complain(`journey/${name}`, what),
    );
  });
  const { byKeyboard, byTwoSwitches, byEar } = journeys;
  const expected = byKeyboard.expected + byTwoSwitches.expected + byEar.expected;
  if (report.screens + expected === 0) complain('--only', 'nothing has this in its name');
  return { ...report, journeys };
}

/** The panel as it hangs in a scene. */
function mounted({ widthMm, heightMm }: Panel16to9, scene: Scene): Panel {
  const isUpright = scene.orientation.name === 'portrait';
  return {
    widthMm: isUpright ? heightMm : widthMm,
    viewingDistanceMm: VIEWING_DISTANCE_MM,
  };
}

async function auditView(report: Pick<Report, 'violations'>, view: View): Promise<void> {
  const violations = await audit(view.page, view.look.theme === 'low');
  for (const { rule, help: advice, targets } of violations) {
    report.violations += 1;
    complain(nameOfView(view), `${rule}: ${advice}: ${targets.join(', ')}`);
  }
}

async function measureOn(
  report: Omit<Report, 'journeys'>,
  view: View,
  { inches }: Panel16to9,
): Promise<void> {
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
      nameOfView(view),
      `${inches}: ${what} of ${sizeMm.toFixed(2)} mm, at least ${leastMm.toFixed(2)}: ${place}`,
    );
  }
}
