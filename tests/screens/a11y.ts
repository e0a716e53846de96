import { parseArgs } from 'node:util';
import { withBrowser } from '../support/with-browser.ts';
import { audit, takeNumberByKeyboard } from './audit.ts';
import { everyScene, openStage } from './stage.ts';
import { tour } from './tour.ts';

const help = `Checks every kiosk, desk and board screen with axe (WCAG 2.2 AA and best practices), at both
orientations, in Italian and English, and takes a number by keyboard only.

  npm run a11y -- [--json] [--only PART]

  --json        the last line is one JSON object
  --only PART   only screens whose name contains it, for example desk/
`;

const { values } = parseArgs({
  options: {
    json: { type: 'boolean' },
    only: { type: 'string' },
    help: { type: 'boolean' },
  },
});

if (values.help === true) {
  process.stdout.write(help);
} else {
  const report = await check(values.only);
  const isGood = report.violations === 0 && report.keyboardJourneys === report.expectedJourneys;
  process.stdout.write(
    values.json === true
      ? `${JSON.stringify(report)}\n`
      : `${report.screens} screens, ${report.violations} violations, ${report.keyboardJourneys} numbers taken by keyboard\n`,
  );
  process.exitCode = isGood ? 0 : 1;
}

async function check(only: string | undefined) {
  const report = { screens: 0, violations: 0, keyboardJourneys: 0, expectedJourneys: 0 };
  await withBrowser(async (browser) => {
    await tour(browser, { scenes: everyScene, only }, async ({ window, name, scene, page }) => {
      report.screens += 1;
      for (const { rule, help: advice, targets } of await audit(page)) {
        report.violations += 1;
        const where = `${window}/${name} ${scene.orientation.name} ${scene.language}`;
        process.stderr.write(`${where}: ${rule}: ${advice}: ${targets.join(', ')}\n`);
      }
    });
    for (const scene of only === undefined ? everyScene : []) {
      report.expectedJourneys += 1;
      const stage = await openStage(browser, scene);
      await takeNumberByKeyboard(await stage.citizen()).finally(stage.close);
      report.keyboardJourneys += 1;
    }
  });
  return report;
}
