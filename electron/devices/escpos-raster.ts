import ReceiptPrinterEncoder from '@point-of-sale/receipt-printer-encoder';
import type { PrinterConfig } from '../contract/printer-config.ts';
import { completionProcessId } from './escpos-status.ts';
import { isBlack } from './monochrome.ts';
import type { MonochromeImage } from './ticket-printer.ts';

/** How a job ends on paper and in words; a part of the printer's configuration. */
export type JobEnding = Pick<PrinterConfig, 'feedLinesBeforeCut' | 'cut' | 'completion'>;

/**
 * The bytes of a whole job: initialise, the picture as GS v 0 raster, feed, cut, and the
 * question whether it is done.
 *
 * The library makes the raster: its image path takes a plain object of RGBA pixels and needs no
 * canvas, in Node and in Electron's main process alike. Feed and cut are ours, because its `cut()`
 * also feeds a line after the cut, at the head of the next ticket.
 *
 * @throws RangeError where the image's size and its data disagree, which is a mistake of ours
 */
export function encodeTicket(image: MonochromeImage, ending: JobEnding): Uint8Array {
  const printable = withoutRealTimeCommands(image);
  // A picture carries its own pixels: the columns of the paper are for text, and not used.
  const encoder = new ReceiptPrinterEncoder({
    language: 'esc-pos',
    imageMode: 'raster',
    feedAfterBlock: false,
  });
  const raster = encoder
    .initialize()
    .image(toRgba(printable), { width: printable.widthDots, height: printable.heightDots })
    .encode();
  const mark = completionMark(ending.completion);
  const feed = [0x1b, 0x64, ending.feedLinesBeforeCut]; // ESC d n: print and feed n lines
  const cut = cutCommand(ending.cut);
  // Epson ties the process ID to the printing just before it, so it must not follow the cut; the
  // ordered status is a command among others and proves the cut too.
  const tail = ending.completion === 'processId' ? [...mark, ...cut] : [...cut, ...mark];
  return Uint8Array.from([...raster, ...feed, ...tail]);
}

function cutCommand(cut: JobEnding['cut']): readonly number[] {
  if (cut === 'none') return [];
  return [0x1d, 0x56, cut === 'full' ? 0 : 1]; // GS V m
}

function completionMark(completion: JobEnding['completion']): readonly number[] {
  if (completion === 'none') return [];
  if (completion === 'orderedStatus') return [0x1d, 0x72, 1]; // GS r 1
  const id = Array.from(completionProcessId, (character) => character.charCodeAt(0));
  return [0x1d, 0x28, 0x48, 6, 0, 0x30, 0x30, ...id]; // GS ( H, function 48
}

/**
 * The same picture, free of bytes that a printer would obey instead of print.
 *
 * Epson's printers look for real-time commands (DLE EOT, DLE ENQ, DLE DC4) in everything they
 * receive, pictures included: 10h 05h 02h in a letter could clear the buffer, 10h 04h 01h would
 * send an answer nobody asked for. Where such a pair occurs one dot is blackened next to one that
 * is black already (10h becomes 18h), an eighth of a millimetre.
 */
export function withoutRealTimeCommands(image: MonochromeImage): MonochromeImage {
  const { widthDots, heightDots } = image;
  if (widthDots <= 0 || widthDots % 8 !== 0 || image.bits.length !== (widthDots / 8) * heightDots) {
    throw new RangeError(`${image.bits.length} bytes are not ${widthDots}×${heightDots} dots`);
  }
  const bits = image.bits.slice();
  for (let index = 0; index + 1 < bits.length; index += 1) {
    const next = bits[index + 1];
    if (bits[index] === 0x10 && (next === 0x04 || next === 0x05 || next === 0x14)) {
      bits[index] = 0x18;
    }
  }
  return { widthDots, heightDots, bits };
}

function toRgba(image: MonochromeImage): {
  data: Uint8ClampedArray;
  width: number;
  height: number;
} {
  const { widthDots: width, heightDots: height } = image;
  const data = new Uint8ClampedArray(width * height * 4).fill(0xff);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      if (isBlack(image, x, y)) data.fill(0, (y * width + x) * 4, (y * width + x) * 4 + 3);
    }
  }
  return { data, width, height };
}
