import { PNG } from 'pngjs';
import decodeQr from 'qr/decode.js';

/** What the QR code in a picture says, as a telephone would read it. */
export function readQr(png: Buffer): string {
  const { width, height, data } = PNG.sync.read(png);
  // A busy machine gets the time it needs.
  return decodeQr({ width, height, data }, { timeLimit: 5_000 });
}
