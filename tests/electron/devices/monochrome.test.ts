import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isBlack, toMonochrome } from '../../../electron/devices/monochrome.ts';

type Pixel = readonly [number, number, number, number];
const white: Pixel = [255, 255, 255, 255];
const black: Pixel = [0, 0, 0, 255];

function bitmap(rows: readonly (readonly Pixel[])[], isPremultiplied = false) {
  return {
    data: Uint8Array.from(rows.flat(2)),
    widthPx: rows[0]?.length ?? 0,
    heightPx: rows.length,
    order: 'rgba' as const,
    isPremultiplied,
  };
}

describe('A drawn ticket turned into dots', () => {
  it('packs the leftmost dot into the highest bit and pads with white paper', () => {
    const image = toMonochrome(bitmap([[black, white, black]]), 16);
    expect(image).toEqual({
      widthDots: 16,
      heightDots: 1,
      bits: Uint8Array.of(0b1010_0000, 0),
    });
  });

  it('crops what is wider than the paper', () => {
    const row = [...Array(8).fill(white), black];
    expect(toMonochrome(bitmap([row, [...Array(8).fill(black), black]]), 8).bits).toEqual(
      Uint8Array.of(0x00, 0xff),
    );
  });

  it('keeps white rows above and between, and drops those at the end', () => {
    const image = toMonochrome(bitmap([[white], [black], [white], [black], [white], [white]]), 8);
    expect(image.heightDots).toBe(4);
    expect(image.bits).toEqual(Uint8Array.of(0, 0x80, 0, 0x80));
  });

  it('has no rows where nothing was drawn', () => {
    expect(toMonochrome(bitmap([[white], [white]]), 8).heightDots).toBe(0);
    expect(toMonochrome(bitmap([[[0, 0, 0, 0]]]), 8).heightDots).toBe(0);
  });

  it('draws the line between black and white at half brightness', () => {
    const grey = (value: number): Pixel => [value, value, value, 255];
    expect(toMonochrome(bitmap([[grey(127), grey(128)]]), 8).bits).toEqual(Uint8Array.of(0x80));
  });

  it('lays see-through pixels on white paper, multiplied beforehand or not', () => {
    const faint: Pixel = [0, 0, 0, 100];
    const strong: Pixel = [0, 0, 0, 200];
    expect(toMonochrome(bitmap([[faint, strong]]), 8).bits).toEqual(Uint8Array.of(0x40));
    // Multiplied beforehand, a white pixel of alpha 100 is (100, 100, 100): still white on paper.
    const whiteGlass: Pixel = [100, 100, 100, 100];
    expect(toMonochrome(bitmap([[whiteGlass, strong]], true), 8).bits).toEqual(Uint8Array.of(0x40));
  });

  it('prints the deep blue of the screens black and yellow white, in either order of colours', () => {
    const colours = bitmap([
      [
        [0x00, 0x4d, 0x99, 255],
        [255, 230, 0, 255],
      ],
    ]);
    expect(toMonochrome(colours, 8).bits).toEqual(Uint8Array.of(0x80));
    const swapped = bitmap([
      [
        [0x99, 0x4d, 0x00, 255],
        [0, 230, 255, 255],
      ],
    ]);
    expect(toMonochrome({ ...swapped, order: 'bgra' }, 8).bits).toEqual(Uint8Array.of(0x80));
  });

  it('refuses a bitmap whose size and data disagree', () => {
    const broken = { ...bitmap([[white]]), widthPx: 2 };
    expect(() => toMonochrome(broken, 8)).toThrow(RangeError);
    expect(() => toMonochrome(bitmap([[white]]), 12)).toThrow(RangeError);
  });

  it('has ink exactly where the drawing is dark', () => {
    const drawing = fc
      .tuple(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 10 }))
      .chain(([width, height]) =>
        fc.array(fc.array(fc.constantFrom(black, white), { minLength: width, maxLength: width }), {
          minLength: height,
          maxLength: height,
        }),
      );
    fc.assert(
      fc.property(drawing, (rows) => {
        const image = toMonochrome(bitmap(rows), 24);
        rows.forEach((row, y) => {
          row.slice(0, 24).forEach((pixel, x) => {
            expect(isBlack(image, x, y)).toBe(pixel === black);
          });
        });
      }),
    );
  });
});
