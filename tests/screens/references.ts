import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';

const FOLDER = join(import.meta.dirname, 'references');

/**
 * How much a picture may differ from its reference: a pixel counts from a perceived colour
 * difference of a tenth on, and one pixel in five hundred may. Fonts and browser are pinned; what
 * is left is the smoothing of letters.
 */
const COLOUR_THRESHOLD = 0.1;
const MOST_DIFFERENT = 1 / 500;

/**
 * The pictures kept under version control, as `window/screen orientation look`. Only screens that
 * show no time, no number and nothing else that changes from day to day.
 */
const kept: readonly string[] = [
  ...[
    'attract',
    'languages',
    'settings',
    'needs-1',
    'needs-2',
    'needs-3',
    'offering',
    'mandated',
    'audience',
    'appointment',
    'residence',
    'outcome-resident',
    'outcome-not-resident',
    'final',
    'help',
    'notices',
    'notice-first-level-short',
    'server-gone',
    'queue-full',
    'problem',
    'code',
  ].map((name) => `kiosk/${name} portrait it`),
  ...['attract', 'needs-1', 'offering', 'residence', 'final', 'help', 'settings'].map(
    (name) => `kiosk/${name} landscape it`,
  ),
  ...['attract', 'needs-1', 'offering', 'residence', 'final', 'help', 'settings'].map(
    (name) => `kiosk/${name} portrait ar`,
  ),
  ...['zh', 'si', 'uk'].map((language) => `kiosk/needs-1 portrait ${language}`),
  ...['attract', 'needs-1', 'residence', 'final', 'help'].map(
    (name) => `kiosk/${name} portrait it-largest`,
  ),
  ...['attract', 'needs-1', 'final'].map((name) => `kiosk/${name} landscape it-largest`),
  ...['contrast-light', 'contrast-dark', 'low'].flatMap((theme) =>
    ['attract', 'needs-1', 'final'].map((name) => `kiosk/${name} portrait it-${theme}`),
  ),
];

function fileOf(name: string): string {
  return join(FOLDER, `${name.replaceAll('/', '-').replaceAll(' ', '-')}.png`);
}

/** Whether a picture of that name is kept. */
export function isKept(name: string): boolean {
  return kept.includes(name);
}

/** Keeps a picture as the reference of its name. */
export function keep(name: string, png: Buffer): void {
  const file = fileOf(name);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, png);
}

/** In words, how a picture differs from its reference; null where it does not. */
export function differenceFrom(name: string, png: Buffer): string | null {
  const file = fileOf(name);
  if (!existsSync(file)) return 'there is no reference: npm run screens -- --update makes it';
  const reference = PNG.sync.read(readFileSync(file));
  const picture = PNG.sync.read(png);
  const { width, height } = reference;
  if (picture.width !== width || picture.height !== height) {
    return `it is ${picture.width} × ${picture.height}, the reference ${width} × ${height}`;
  }
  const different = pixelmatch(reference.data, picture.data, undefined, width, height, {
    threshold: COLOUR_THRESHOLD,
  });
  const share = different / (width * height);
  return share <= MOST_DIFFERENT
    ? null
    : `${(share * 100).toFixed(2)} % of its pixels differ from the reference`;
}
