import type { MonochromeImage } from './ticket-printer.ts';

/** Pixels as a browser gives them, four bytes each, row by row from the top. */
export type ColourBitmap = {
  readonly data: Uint8Array | Uint8ClampedArray;
  readonly widthPx: number;
  readonly heightPx: number;
  /** Canvas gives `rgba`; Electron's `NativeImage.toBitmap()` gives `bgra` on PCs. */
  readonly order: 'rgba' | 'bgra';
  /** Whether colours are already multiplied by alpha, as in Electron's `NativeImage`. */
  readonly isPremultiplied: boolean;
};

// Half of full brightness. Tickets are black text: dithering would fray the edges of letters.
const defaultThreshold = 128;

/**
 * Turns a drawn ticket into black and white dots, one dot a pixel.
 *
 * Wider pictures are cropped on the right, narrower ones padded with white; white rows at the end
 * are dropped, so that no paper is wasted. A wholly white picture comes back with no rows.
 *
 * @param widthDots a multiple of 8
 * @param threshold 1-255: pixels darker than this over white paper become black
 * @throws RangeError where the bitmap's size and its data disagree, which is a mistake of ours
 */
export function toMonochrome(
  bitmap: ColourBitmap,
  widthDots: number,
  threshold: number = defaultThreshold,
): MonochromeImage {
  const { data, widthPx, heightPx } = bitmap;
  if (data.length !== widthPx * heightPx * 4) {
    throw new RangeError(`A bitmap of ${widthPx}×${heightPx} has ${data.length} bytes`);
  }
  if (!Number.isInteger(widthDots) || widthDots <= 0 || widthDots % 8 !== 0) {
    throw new RangeError(`A width of ${widthDots} dots is not whole bytes`);
  }
  const rowBytes = widthDots / 8;
  const bits = new Uint8Array(rowBytes * heightPx);
  const columns = Math.min(widthDots, widthPx);
  let heightDots = 0;
  for (let y = 0; y < heightPx; y += 1) {
    for (let x = 0; x < columns; x += 1) {
      if (brightnessOverWhite(bitmap, (y * widthPx + x) * 4) >= threshold) continue;
      const index = y * rowBytes + (x >> 3);
      bits[index] = (bits[index] ?? 0) | (0x80 >> (x & 7));
      heightDots = y + 1;
    }
  }
  return { widthDots, heightDots, bits: bits.slice(0, rowBytes * heightDots) };
}

/** Rec. 709 luma of one pixel laid on white paper, 0-255. */
function brightnessOverWhite(bitmap: ColourBitmap, index: number): number {
  const { data, order, isPremultiplied } = bitmap;
  const red = data[index + (order === 'rgba' ? 0 : 2)] ?? 0;
  const green = data[index + 1] ?? 0;
  const blue = data[index + (order === 'rgba' ? 2 : 0)] ?? 0;
  const alpha = data[index + 3] ?? 0;
  const luma = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  return (isPremultiplied ? luma : (luma * alpha) / 255) + (255 - alpha);
}

/** Whether a dot is black. Outside the picture there is only white paper. */
export function isBlack(image: MonochromeImage, xDots: number, yDots: number): boolean {
  if (xDots < 0 || yDots < 0 || xDots >= image.widthDots || yDots >= image.heightDots) return false;
  const byte = image.bits[yDots * (image.widthDots / 8) + (xDots >> 3)] ?? 0;
  return (byte & (0x80 >> (xDots & 7))) !== 0;
}
