import { isBlack } from '../../electron/devices/monochrome.ts';
import type { MonochromeImage } from '../../electron/devices/ticket-printer.ts';

/**
 * Reads the number back from a printed ticket, as a person would: it takes the tallest line of the
 * paper, cuts it into characters and compares each with how the font draws the characters a code
 * can have. Nothing but the paper's dots goes in.
 */

/** How much of each cell of a character's box is ink, 0–1; all shapes share one grid. */
export type Glyph = readonly number[];

/** How the ticket's font draws each character that a code can contain. */
export type GlyphTemplates = ReadonlyMap<string, Glyph>;

const GRID_COLUMNS = 12;
const GRID_ROWS = 18;

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Runs of consecutive indices for which something is true, as [start, end) pairs. */
function runs(length: number, isInside: (index: number) => boolean): [number, number][] {
  const found: [number, number][] = [];
  let start: number | null = null;
  for (let index = 0; index <= length; index += 1) {
    const inside = index < length && isInside(index);
    if (inside && start === null) start = index;
    if (!inside && start !== null) {
      found.push([start, index]);
      start = null;
    }
  }
  return found;
}

function hasInk(image: MonochromeImage, box: Box): boolean {
  for (let y = box.top; y < box.bottom; y += 1) {
    for (let x = box.left; x < box.right; x += 1) {
      if (isBlack(image, x, y)) return true;
    }
  }
  return false;
}

/** The characters of one line, left to right, each in its own tight box. */
function characterBoxes(image: MonochromeImage, top: number, bottom: number): Box[] {
  const columns = runs(image.widthDots, (x) =>
    hasInk(image, { left: x, right: x + 1, top, bottom }),
  );
  return columns.map(([left, right]) => {
    const rows = runs(bottom - top, (row) =>
      hasInk(image, { left, right, top: top + row, bottom: top + row + 1 }),
    );
    const first = rows[0]?.[0] ?? 0;
    const last = rows.at(-1)?.[1] ?? bottom - top;
    return { left, right, top: top + first, bottom: top + last };
  });
}

/** The share of ink in each cell of a grid laid over a box. */
function glyphIn(image: MonochromeImage, box: Box): Glyph {
  const cells: number[] = [];
  for (let row = 0; row < GRID_ROWS; row += 1) {
    for (let column = 0; column < GRID_COLUMNS; column += 1) {
      const left = box.left + Math.floor((column * (box.right - box.left)) / GRID_COLUMNS);
      const right = box.left + Math.ceil(((column + 1) * (box.right - box.left)) / GRID_COLUMNS);
      const top = box.top + Math.floor((row * (box.bottom - box.top)) / GRID_ROWS);
      const bottom = box.top + Math.ceil(((row + 1) * (box.bottom - box.top)) / GRID_ROWS);
      let ink = 0;
      for (let y = top; y < bottom; y += 1) {
        for (let x = left; x < right; x += 1) ink += isBlack(image, x, y) ? 1 : 0;
      }
      cells.push(ink / ((right - left) * (bottom - top)));
    }
  }
  return cells;
}

function distance(a: Glyph, b: Glyph): number {
  return a.reduce((sum, ink, index) => sum + (ink - (b[index] ?? 0)) ** 2, 0);
}

/** The characters of the tallest line of a picture, in reading order. */
export function tallestLine(image: MonochromeImage): Glyph[] {
  const lines = runs(image.heightDots, (y) =>
    hasInk(image, { left: 0, right: image.widthDots, top: y, bottom: y + 1 }),
  );
  const tallest = lines.reduce<[number, number]>(
    (best, line) => (line[1] - line[0] > best[1] - best[0] ? line : best),
    [0, 0],
  );
  return characterBoxes(image, ...tallest).map((box) => glyphIn(image, box));
}

/** The tallest line of a printed ticket as text. */
export function readNumber(image: MonochromeImage, templates: GlyphTemplates): string {
  return tallestLine(image)
    .map((glyph) => {
      const ranked = [...templates].sort(([, a], [, b]) => distance(glyph, a) - distance(glyph, b));
      return ranked[0]?.[0] ?? '?';
    })
    .join('');
}
