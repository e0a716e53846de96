import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { withBrowser } from '../support/with-browser.ts';
import { everyScene, type Scene } from './stage.ts';
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
  const write = ({ orientation, language }: Scene, window: string, name: string, png: Buffer) => {
    const place = join(folder, window, `${orientation.name}-${language}`);
    mkdirSync(place, { recursive: true });
    writeFileSync(join(place, `${name}.png`), png);
    count += 1;
    process.stderr.write(`${window} ${name}\n`);
  };
  await withBrowser((browser) =>
    tour(browser, { scenes: everyScene, only }, async ({ window, name, scene, page, stage }) => {
      write(scene, window, name, await page.screenshot());
      // What came out of the printer, dot by dot.
      if (name === 'ticket-printed') {
        write(scene, 'paper', 'ticket', (await stage.printer.nextJob()).png());
      }
    }),
  );
  process.stdout.write(`${count} pictures in ${folder}\n`);
}
