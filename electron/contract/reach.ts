/**
 * Where a person in a wheelchair, a child, or someone who cannot lift an arm finds what is touched,
 * in millimetres above the floor (EN 301 549 V4.1.0, 8.3.5).
 */
const BAND = { lowestMm: 800, highestMm: 1100 } as const;

/**
 * The screens need this much height, in millimetres: thirty lines of the least text at half a metre
 * (`renderer/ui/sizing.ts`), a little less than a 15.6 inch panel has that lies.
 */
const LEAST_HEIGHT_MM = 180;

/** A panel on its wall or stand. Both in millimetres. */
export interface MountedPanel {
  /** Of the visible panel. */
  readonly heightMm: number;
  /** From the floor up to the visible panel. */
  readonly lowerEdgeMm: number;
}

/** What of a panel is out of the band, in millimetres. */
export interface OutOfReach {
  readonly aboveMm: number;
  readonly belowMm: number;
}

/** What the low-reach mode leaves empty of this panel; null where too little would remain. */
export function outOfReach({ heightMm, lowerEdgeMm }: MountedPanel): OutOfReach | null {
  const aboveMm = Math.max(0, lowerEdgeMm + heightMm - BAND.highestMm);
  const belowMm = Math.max(0, BAND.lowestMm - lowerEdgeMm);
  return heightMm - aboveMm - belowMm < LEAST_HEIGHT_MM ? null : { aboveMm, belowMm };
}

/**
 * The heights at which the lower edge of a panel of this height may be mounted, in millimetres, so
 * that the low-reach mode works; null where the panel is too low for it at any height.
 */
export function mountingRange(heightMm: number): { fromMm: number; toMm: number } | null {
  if (heightMm < LEAST_HEIGHT_MM) return null;
  return {
    fromMm: Math.max(0, BAND.lowestMm + LEAST_HEIGHT_MM - heightMm),
    toMm: BAND.highestMm - LEAST_HEIGHT_MM,
  };
}
