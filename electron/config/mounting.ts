import type { Panel } from '../contract/panel.ts';
import { mountingRange, outOfReach } from '../contract/reach.ts';

/**
 * What is wrong with the mounting height of the kiosk's panel, in one sentence to the person who
 * wrote it; null where nothing is. The kiosk works all the same, without its low-reach mode.
 *
 * @param page the page that fills the panel, in pixels: its shape tells the panel's height.
 */
export function mountingProblemSentence(
  panel: Panel | undefined,
  page: { readonly width: number; readonly height: number },
): string | null {
  if (panel?.lowerEdgeMm === undefined) return null;
  const { lowerEdgeMm, widthMm } = panel;
  const heightMm = (widthMm * page.height) / page.width;
  if (outOfReach({ heightMm, lowerEdgeMm }) !== null) return null;
  const range = mountingRange(heightMm);
  const where = `The kiosk's panel is ${Math.round(heightMm)} mm high and "kiosk.panel.lowerEdgeMm" is ${lowerEdgeMm}`;
  return range === null
    ? `${where}: it is too low for the low-reach mode, which is not offered.`
    : `${where}: too little of it lies between 800 and 1100 mm above the floor, so the low-reach mode is not offered; mount its lower edge between ${Math.ceil(range.fromMm)} and ${Math.floor(range.toMm)} mm.`;
}
