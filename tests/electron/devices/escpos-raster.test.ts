import fc from 'fast-check';
import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import {
  encodeTicket,
  type JobEnding,
  withoutRealTimeCommands,
} from '../../../electron/devices/escpos-raster.ts';
import { decodePaper, readCommands, toPng } from '../../fakes/escpos-decoder.ts';
import { anyPicture, stripes } from './pictures.ts';

const ending: JobEnding = { feedLinesBeforeCut: 4, cut: 'partial', completion: 'orderedStatus' };

function kindsOf(bytes: Uint8Array): string[] {
  return readCommands(bytes)
    .map((command) => command.kind)
    .filter((kind) => kind !== 'setting');
}

describe('The bytes of a ticket', () => {
  it('set the printer up, draw, feed, cut, and ask whether it is done', () => {
    expect(kindsOf(encodeTicket(stripes(576, 300), ending))).toEqual([
      'initialise',
      'raster',
      'raster',
      'feed',
      'cut',
      'orderedQuestion',
    ]);
  });

  it('put the mark of a printed job before the cut, tied to the printing', () => {
    const bytes = encodeTicket(stripes(384, 8), { ...ending, completion: 'processId' });
    expect(kindsOf(bytes).slice(-3)).toEqual(['feed', 'processId', 'cut']);
  });

  it('do without the cut and the question where the printer knows neither', () => {
    const bytes = encodeTicket(stripes(384, 8), { ...ending, cut: 'none', completion: 'none' });
    expect(kindsOf(bytes)).toEqual(['initialise', 'raster', 'feed']);
  });

  it('cut after the feed and feed nothing after the cut', () => {
    const paper = decodePaper(encodeTicket(stripes(576, 16), { ...ending, cut: 'full' }));
    expect(paper).toMatchObject({ cuts: ['full'], linesFedAfterImage: 4, strayText: '' });
  });

  it('give back the very picture, whatever it shows', () => {
    fc.assert(
      fc.property(anyPicture, (picture) => {
        const expected = withoutRealTimeCommands(picture);
        const paper = decodePaper(encodeTicket(picture, ending));
        expect(paper.strayText).toBe('');
        expect(paper.image.widthDots).toBe(expected.widthDots);
        const printed = paper.image.bits.subarray(0, expected.bits.length);
        expect(Buffer.compare(printed, expected.bits)).toBe(0);
        // The library fills the last band up to eight rows, with white paper.
        expect(paper.image.heightDots - expected.heightDots).toBeLessThan(8);
        const rest = paper.image.bits.subarray(expected.bits.length);
        expect(rest.every((byte) => byte === 0)).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  it('hold nothing that a printer obeys at once, even where the picture would', () => {
    const tricky = fc
      .array(fc.constantFrom(0x10, 0x04, 0x05, 0x14, 0x01, 0x00), { minLength: 72, maxLength: 72 })
      .map((bytes) => ({ widthDots: 72, heightDots: 8, bits: Uint8Array.from(bytes) }));
    fc.assert(
      fc.property(tricky, (picture) => {
        const bytes = Buffer.from(encodeTicket(picture, ending));
        for (const second of [0x04, 0x05, 0x14]) {
          expect(bytes.includes(Buffer.of(0x10, second))).toBe(false);
        }
        // One dot beside a black one, never a dot less.
        const changed = withoutRealTimeCommands(picture);
        picture.bits.forEach((byte, index) => {
          const now = changed.bits[index] ?? 0;
          expect(now === byte || (byte === 0x10 && now === 0x18)).toBe(true);
        });
      }),
    );
  });

  it('refuse a picture whose size and data disagree', () => {
    const broken = { ...stripes(576, 10), heightDots: 11 };
    expect(() => encodeTicket(broken, ending)).toThrow(RangeError);
  });

  it('can be looked at as a PNG', () => {
    const picture = stripes(16, 8);
    const png = PNG.sync.read(toPng(picture));
    expect([png.width, png.height]).toEqual([16, 8]);
    expect([png.data[0], png.data[8 * 4]]).toEqual([0, 255 - 255 * ((picture.bits[1] ?? 0) >> 7)]);
  });
});
