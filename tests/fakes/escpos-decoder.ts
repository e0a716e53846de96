import { PNG } from 'pngjs';
import { isBlack } from '../../electron/devices/monochrome.ts';
import type { MonochromeImage } from '../../electron/devices/ticket-printer.ts';

/** One ESC/POS command, as a printer would read it. */
export type EscposCommand =
  | { readonly kind: 'initialise' }
  | { readonly kind: 'realTimeQuestion'; readonly number: number }
  | { readonly kind: 'raster'; readonly image: MonochromeImage }
  | { readonly kind: 'feed'; readonly lines: number }
  | { readonly kind: 'cut'; readonly isPartial: boolean }
  | { readonly kind: 'orderedQuestion' }
  | { readonly kind: 'processId'; readonly id: string }
  /** A setting that leaves no mark on the paper by itself. */
  | { readonly kind: 'setting' }
  /** A byte that a printer would print as text: in our jobs, always a mistake. */
  | { readonly kind: 'text'; readonly byte: number };

/** What a job left on the paper. */
export type PrintedPaper = {
  /** All pictures of the job, one below the other. */
  readonly image: MonochromeImage;
  readonly cuts: readonly ('full' | 'partial')[];
  /** Lines fed between the picture and the first cut, or the end. */
  readonly linesFedAfterImage: number;
  /** Text that slipped in between pictures: garbage for a reader. */
  readonly strayText: string;
};

/**
 * Reads the command that starts at `offset`.
 *
 * @returns the command and where the next one starts, or null where its bytes are not all there
 */
export function readCommand(
  bytes: Uint8Array,
  offset: number,
): { command: EscposCommand; next: number } | null {
  const at = (index: number) => bytes[offset + index];
  const whole = (length: number, command: () => EscposCommand) =>
    offset + length <= bytes.length ? { command: command(), next: offset + length } : null;
  const first = at(0);
  const second = at(1);
  if (first === undefined) return null;
  if (first === 0x0a) return whole(1, () => ({ kind: 'feed', lines: 1 }));
  if (![0x10, 0x1b, 0x1c, 0x1d].includes(first)) {
    return whole(1, () => ({ kind: 'text', byte: first }));
  }
  if (second === undefined) return null;
  const name = (first << 8) | second;
  switch (name) {
    case 0x1004: // DLE EOT n
      return whole(3, () => ({ kind: 'realTimeQuestion', number: at(2) ?? 0 }));
    case 0x1b40: // ESC @
      return whole(2, () => ({ kind: 'initialise' }));
    case 0x1c2e: // FS .
    case 0x1b32: // ESC 2
      return whole(2, () => ({ kind: 'setting' }));
    case 0x1b4d: // ESC M n
    case 0x1b33: // ESC 3 n
    case 0x1b61: // ESC a n
      return whole(3, () => ({ kind: 'setting' }));
    case 0x1b64: // ESC d n
      return whole(3, () => ({ kind: 'feed', lines: at(2) ?? 0 }));
    case 0x1d56: // GS V m
      return whole(3, () => ({ kind: 'cut', isPartial: ((at(2) ?? 0) & 1) === 1 }));
    case 0x1d72: // GS r n
      return whole(3, () => ({ kind: 'orderedQuestion' }));
    case 0x1d28: {
      // GS ( H pL pH 48 48 d1 d2 d3 d4
      const length = 5 + (at(3) ?? 0) + (at(4) ?? 0) * 256;
      return whole(length, () => ({
        kind: 'processId',
        id: String.fromCharCode(...bytes.subarray(offset + 7, offset + length)),
      }));
    }
    case 0x1d76: {
      // GS v 0 m xL xH yL yH d1…dk
      if (offset + 8 > bytes.length) return null;
      const rowBytes = (at(4) ?? 0) + (at(5) ?? 0) * 256;
      const heightDots = (at(6) ?? 0) + (at(7) ?? 0) * 256;
      const length = 8 + rowBytes * heightDots;
      return whole(length, () => ({
        kind: 'raster',
        image: {
          widthDots: rowBytes * 8,
          heightDots,
          bits: bytes.slice(offset + 8, offset + length),
        },
      }));
    }
    default:
      return whole(1, () => ({ kind: 'text', byte: first }));
  }
}

/** All commands of a job; bytes of an unfinished command at the end are left out. */
export function readCommands(bytes: Uint8Array): EscposCommand[] {
  const commands: EscposCommand[] = [];
  for (let found = readCommand(bytes, 0); found; found = readCommand(bytes, found.next)) {
    commands.push(found.command);
  }
  return commands;
}

/** What a printer would have put on paper for these bytes. */
export function decodePaper(bytes: Uint8Array): PrintedPaper {
  const cuts: ('full' | 'partial')[] = [];
  const bands: MonochromeImage[] = [];
  let linesFedAfterImage = 0;
  let strayText = '';
  for (const command of readCommands(bytes)) {
    if (command.kind === 'raster') {
      bands.push(command.image);
      linesFedAfterImage = 0;
    }
    if (command.kind === 'feed' && cuts.length === 0) linesFedAfterImage += command.lines;
    if (command.kind === 'cut') cuts.push(command.isPartial ? 'partial' : 'full');
    if (command.kind === 'text') strayText += String.fromCharCode(command.byte);
  }
  return { image: stack(bands), cuts, linesFedAfterImage, strayText };
}

function stack(bands: readonly MonochromeImage[]): MonochromeImage {
  const widthDots = bands[0]?.widthDots ?? 0;
  if (bands.some((band) => band.widthDots !== widthDots)) {
    throw new Error('The bands of the picture differ in width');
  }
  return {
    widthDots,
    heightDots: bands.reduce((sum, band) => sum + band.heightDots, 0),
    bits: Buffer.concat(bands.map((band) => band.bits)),
  };
}

/** The printed picture as a PNG file, to look at or to compare. */
export function toPng(image: MonochromeImage): Buffer {
  const png = new PNG({ width: image.widthDots, height: image.heightDots });
  for (let y = 0; y < image.heightDots; y += 1) {
    for (let x = 0; x < image.widthDots; x += 1) {
      const shade = isBlack(image, x, y) ? 0 : 255;
      png.data.set([shade, shade, shade, 255], (y * image.widthDots + x) * 4);
    }
  }
  return PNG.sync.write(png);
}
