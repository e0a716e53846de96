import { mkdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { withBrowser } from '../support/with-browser.ts';
import { everyScene } from './stage.ts';
import { tour } from './tour.ts';

const help = `Writes a picture of every kiosk, desk and board screen, at both orientations, in Italian and English.

  npm run screens -- [--to DIR] [--only PART]

  --to DIR      where the pictures go (default: screens/)
  --only PART   only screens whose name contains it, for example kiosk/ticket
`;

const { values } = parseArgs({
  options: {
    to: { type: 'string', default: 'screens' },
    only: { type: 'string' },
    help: { type: 'boolean' },
  },
});

if (values.help === true) {
  process.stdout.write(help);
} else {
  await takePictures(resolve(values.to), values.only);
}

async function takePictures(folder: string, only: string | undefined): Promise<void> {
  if (only === undefined) rmSync(folder, { recursive: true, force: true });
  let count = 0;
  await withBrowser((browser) =>
    tour(browser, { scenes: everyScene, only }, async ({ window, name, scene, page }) => {
      const place = join(folder, window, `${scene.orientation.name}-${scene.language}`);
      mkdirSync(place, { recursive: true });
      await page.screenshot({ path: join(place, `${name}.png`) });
      count += 1;
      process.stderr.write(`${window} ${name}\n`);
    }),
  );
  process.stdout.write(`${count} pictures in ${folder}\n`);
}
