import type { Panel } from '../../electron/contract/panel.ts';

/** Panels assumed where the office has not measured its own, as mounted. */
const ASSUMED_PANELS = {
  /** 21.5 inches at arm's length. */
  kiosk: { shortSideMm: 268, longSideMm: 476, viewingDistanceMm: 500 },
  /** 43 inches on a wall, read from the last row of the room (DESIGN §9). */
  board: { shortSideMm: 529, longSideMm: 941, viewingDistanceMm: 10_000 },
} as const;

/** The assumed panel of a kind, upright or lying as the window is. */
export function assumedPanel(
  kind: keyof typeof ASSUMED_PANELS,
  page: { readonly width: number; readonly height: number },
): Pick<Panel, 'widthMm' | 'viewingDistanceMm'> {
  const { shortSideMm, longSideMm, viewingDistanceMm } = ASSUMED_PANELS[kind];
  return { widthMm: page.height > page.width ? shortSideMm : longSideMm, viewingDistanceMm };
}

/**
 * EN 301 549 V4.1.0, 5.1.4: where the person cannot zoom, a lower-case x is at least
 * `distance × 16 / 2688` high: 16 CSS pixels of 1/96 inch, seen from 28 inches.
 */
const X_HEIGHT_PER_DISTANCE = 16 / 2688;

/** Height of the x in Titillium Web, in em; measured on the font (OS/2 sxHeight 500 of 1000). */
const X_HEIGHT_EM = 0.5;

/** Where there is room, text is this much larger than the least the norm allows. */
const COMFORT = 1.25;

/** The room that the screens are drawn for, in rem. */
const ROOM_REM = {
  portrait: { width: 35.5, height: 62.5 },
  landscape: { width: 75, height: 43 },
} as const;

/** The least size of text at this distance, in millimetres of font size. */
export function leastFontSizeMm(viewingDistanceMm: number): number {
  return (viewingDistanceMm * X_HEIGHT_PER_DISTANCE) / X_HEIGHT_EM;
}

/**
 * What a person may make of the text. The last is twice the first, as far as text can be enlarged
 * where there is a zoom (WCAG 2.2, 1.4.4).
 */
export const TEXT_SCALES = { standard: 1, large: 1.25, larger: 1.6, largest: 2 } as const;

export type TextSize = keyof typeof TEXT_SCALES;

/** The part of a page that the screens fill. */
export interface Place {
  readonly widthPx: number;
  readonly heightPx: number;
}

/**
 * 1 rem in CSS pixels: the smallest text on the screen. The standard is a quarter above the norm
 * where the screens have room for it, never below the norm; the other sizes are multiples of it.
 *
 * @param pxPerMm CSS pixels per millimetre of the panel.
 */
export function rootFontPx(
  pxPerMm: number,
  viewingDistanceMm: number,
  place: Place,
  textSize: TextSize,
): number {
  const leastPx = leastFontSizeMm(viewingDistanceMm) * pxPerMm;
  const room = place.widthPx < place.heightPx ? ROOM_REM.portrait : ROOM_REM.landscape;
  const roomyPx = Math.min(
    leastPx * COMFORT,
    place.widthPx / room.width,
    place.heightPx / room.height,
  );
  return Math.max(leastPx, roomyPx) * TEXT_SCALES[textSize];
}
