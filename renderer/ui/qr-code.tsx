import './qr-code.css';
import type { ReactNode } from 'react';
import { encode } from 'uqr';
import type { Words } from './words.tsx';

/** ISO/IEC 18004: a light border of four modules, or a reader may not find the code. */
const QUIET_ZONE = 4;

/**
 * The dark modules of a code as one SVG path on a grid of 1 unit, the side of that grid, and that of
 * the code without its border.
 */
export function qrPath(data: string): {
  readonly path: string;
  readonly side: number;
  readonly codeSide: number;
} {
  const { data: rows, size } = encode(data, { ecc: 'M', border: QUIET_ZONE });
  const path = rows
    .flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : '')))
    .join('');
  return { path, side: size, codeSide: size - 2 * QUIET_ZONE };
}

/** A QR code, over 30 mm wide without its border: read with a telephone held at arm's length. */
export function QrCode({ data, words }: { data: string; words: Words }): ReactNode {
  const { path, side } = qrPath(data);
  return (
    <svg
      className="qr-code"
      viewBox={`0 0 ${side} ${side}`}
      role="img"
      aria-label={words.spoken}
      shapeRendering="crispEdges"
    >
      <rect className="qr-code__ground" width={side} height={side} />
      <path className="qr-code__modules" d={path} />
    </svg>
  );
}
