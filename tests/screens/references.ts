import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';

const FOLDER = join(import.meta.dirname, 'references');

/** The version of Electron that all of them were taken with. */
const VERSION_FILE = join(FOLDER, 'electron-version.txt');

/**
 * How much a picture may differ from its reference: a pixel counts from a perceived colour
 * difference of a tenth on, and one pixel in five hundred may. Fonts are pinned, and the version
 * of Electron is written down; what is left is the smoothing of letters.
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

function keptVersion(): string {
  return readFileSync(VERSION_FILE, 'utf8').trim();
}

/**
 * Why pictures of this Electron may not become references; null where they may. Another version draws
 * letters otherwise: beside those of before, a change of ours could no longer be told from one of its.
 */
export function whyNotKept(
  electronVersion: string,
  isEveryOne: boolean,
  takenWith = keptVersion(),
): string | null {
  if (isEveryOne || electronVersion === takenWith) return null;
  return `they are of Electron ${takenWith}, this is ${electronVersion}: take all of them anew (--references --update), or none`;
}

/** Writes down the Electron that all references are of. */
export function keepVersion(electronVersion: string): void {
  writeFileSync(VERSION_FILE, `${electronVersion}\n`);
}

/** Keeps a picture as the reference of its name. */
export function keep(name: string, png: Buffer): void {
  const file = fileOf(name);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, png);
}

/** In words, how a picture of an Electron differs from its reference; null where it does not. */
export function differenceFrom(name: string, png: Buffer, electronVersion: string): string | null {
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
  if (share <= MOST_DIFFERENT) return null;
  const takenWith = keptVersion();
  const other =
    electronVersion === takenWith
      ? ''
      : `, which is of Electron ${takenWith}; this is ${electronVersion}`;
  return `${(share * 100).toFixed(2)} % of its pixels differ from the reference${other}`;
}
