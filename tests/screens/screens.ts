import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type Look, nameOfLook, usualLook } from '../office/look.ts';
import { everyScene, type Scene } from '../office/stage.ts';
import { shippedLanguages } from '../support/texts.ts';
import { withBrowser } from '../support/with-browser.ts';
import { layoutFaults } from './layout-faults.ts';
import { differenceFrom, isKept, keep, keepVersion, whyNotKept } from './references.ts';
import { tour, type View } from './tour.ts';

const help = `Writes a picture of every screen, at both orientations: the kiosk's in every language and at the
extremes of text size and theme, desk and board in Italian and English. Looks for words that are cut
off, overlap or leave their place, and compares with the pictures kept in tests/screens/references.

  npm run screens -- [--to DIR] [--only PART] [--look LOOK] [--orientation NAME] [--references] [--update]

  --to DIR            where the pictures go (default: screens/)
  --only PART         only screens whose name contains it, for example kiosk/ticket
  --look LOOK         only looks whose name begins with it, for example ar or it-largest
  --orientation NAME  only portrait or landscape
  --references        only the screens of which there is a reference
  --update            the pictures become the references; with another Electron, only all of them
`;

/** Every language but English and Chinese, whose texts are the shortest. */
const LARGEST_IN = ['it', 'fr', 'es', 'ro', 'sq', 'fil', 'uk', 'ar', 'si'];

/** The screens whose paper is kept too, and under which name. */
const PAPERS: Readonly<Record<string, string>> = {
  'ticket-printed': 'ticket',
  'ticket-followed': 'ticket-followed',
  'ticket-estimate': 'ticket-estimate',
  'notice-printed': 'notice',
};

const looks: readonly Look[] = [
  ...shippedLanguages().map((language) => ({ ...usualLook, language })),
  ...LARGEST_IN.map((language) => ({ ...usualLook, language, textSize: 'largest' as const })),
  ...(['contrast-light', 'contrast-dark', 'low'] as const).map((theme) => ({
    ...usualLook,
    theme,
  })),
];

const { values } = parseArgs({
  options: {
    to: { type: 'string', default: 'screens' },
    only: { type: 'string' },
    look: { type: 'string', default: '' },
    orientation: { type: 'string', default: '' },
    references: { type: 'boolean', default: false },
    update: { type: 'boolean', default: false },
    help: { type: 'boolean' },
  },
});

if (values.help === true) {
  process.stdout.write(help);
} else {
  process.exitCode = (await takePictures(resolve(values.to))) === 0 ? 0 : 1;
}

/** Answers how many things are wrong. */
async function takePictures(folder: string): Promise<number> {
  const { look, orientation, references, update } = values;
  // Of desk and board no picture is kept.
  const only = values.only ?? (references ? 'kiosk/' : undefined);
  const isEveryReference = values.only === undefined && look === '' && orientation === '';
  const isWhole = isEveryReference && !references;
  if (isWhole) rmSync(folder, { recursive: true, force: true });
  let count = 0;
  let wrong = 0;
  const complain = (name: string, what: string) => {
    wrong += 1;
    process.stderr.write(`${name}: ${what}\n`);
  };
  const write = (window: string, set: string, name: string, png: Buffer) => {
    const place = join(folder, window, set);
    mkdirSync(place, { recursive: true });
    writeFileSync(join(place, `${name}.png`), png);
    count += 1;
  };

  async function picture(view: View): Promise<void> {
    const { window, page } = view;
    const set = `${view.scene.orientation.name} ${nameOfLook(view.look)}`;
    const name = `${window}/${view.name} ${set}`;
    const png = await page.screenshot();
    write(window, set.replace(' ', '-'), view.name, png);
    for (const fault of await layoutFaults(page)) complain(name, fault);
    if (isKept(name)) {
      if (update) keep(name, png);
      const difference = differenceFrom(name, png, electronVersion());
      if (difference !== null) complain(name, difference);
    }
    // What came out of the printer, dot by dot.
    const paper = PAPERS[view.name];
    if (paper !== undefined) {
      write('paper', set.replace(' ', '-'), paper, (await view.stage.printer.nextJob()).png());
    }
  }

  const scenes = everyScene.filter((scene) => scene.orientation.name.startsWith(orientation));
  await withBrowser(async (browser) => {
    const whyNot = update ? whyNotKept(electronVersion(), isEveryReference) : null;
    if (whyNot !== null) {
      complain('references', whyNot);
      return;
    }
    for (const scene of scenes) {
      // The kiosk changes its language on every screen; desk and board are set up in theirs.
      const wanted = scene.language === 'it' ? looks.filter(isWanted) : [];
      const isShown = references ? hasReference : undefined;
      await tour(browser, { scenes: [scene], looks: wanted, only, isShown }, picture);
    }
    if (update && isEveryReference) keepVersion(electronVersion());
  });
  process.stdout.write(`${count} pictures in ${folder}, ${wrong} things to mend\n`);
  return wrong;

  function hasReference(name: string, scene: Scene, each: Look): boolean {
    return isKept(`kiosk/${name} ${scene.orientation.name} ${nameOfLook(each)}`);
  }

  function isWanted(each: Look): boolean {
    return nameOfLook(each).startsWith(look);
  }
}

/** The version that the pictures are taken with. */
function electronVersion(): string {
  const version = process.env['SPORTELLO_ELECTRON_VERSION'];
  if (version === undefined) throw new Error('SPORTELLO_ELECTRON_VERSION is not set');
  return version;
}
