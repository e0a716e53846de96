import fc from 'fast-check';
import type { MonochromeImage } from '../../../electron/devices/ticket-printer.ts';

/** A picture with ink on every row, so that nothing of it is dropped as white. */
export function stripes(widthDots: number, heightDots: number): MonochromeImage {
  const rowBytes = widthDots / 8;
  const bits = Uint8Array.from({ length: rowBytes * heightDots }, (_, index) =>
    index % rowBytes === 0 ? 0xff : (index * 37) & 0xff,
  );
  return { widthDots, heightDots, bits };
}

/** Any picture, up to the width of 80 mm paper and more than one raster band high. */
export const anyPicture: fc.Arbitrary<MonochromeImage> = fc
  .record({
    rowBytes: fc.integer({ min: 1, max: 72 }),
    heightDots: fc.integer({ min: 1, max: 300 }),
  })
  .chain(({ rowBytes, heightDots }) => {
    const length = rowBytes * heightDots;
    return fc
      .uint8Array({ minLength: Math.min(length, 400), maxLength: Math.min(length, 400) })
      .map((start) => {
        const bits = Uint8Array.from({ length }, (_, index) => start[index % start.length] ?? 0);
        return { widthDots: rowBytes * 8, heightDots, bits };
      });
  });
