import { useInsertionEffect } from 'react';
import type { Panel } from '../../electron/contract/panel.ts';
import { outOfReach } from '../../electron/contract/reach.ts';
import { assumedPanel, rootFontPx, TEXT_SCALES } from '../ui/sizing.ts';
import { useViewport } from '../ui/use-viewport.ts';
import type { Display } from './journey/display.ts';

/**
 * Gives the page the sizes of its panel and the look that the person has chosen, and keeps it so
 * when the window changes. All other sizes follow from the custom properties set here.
 *
 * @param measured the panel as the office measured it; null assumes a common one.
 * @returns whether the low-reach mode can be had here and changes anything, and whether it is that
 *   the head of the screen is out of reach now.
 */
export function useDisplay(
  display: Display,
  measured: Panel | null,
): { readonly canBeLow: boolean; readonly isHeadOutOfReach: boolean } {
  const { width, height } = useViewport();
  const { textSize, theme, isLow } = display;

  const panel: Panel = measured ?? assumedPanel('kiosk', { width, height });
  const pxPerMm = width / panel.widthMm;
  const { lowerEdgeMm, viewingDistanceMm } = panel;
  const empty =
    lowerEdgeMm === undefined ? null : outOfReach({ heightMm: height / pxPerMm, lowerEdgeMm });
  const abovePx = isLow && empty !== null ? empty.aboveMm * pxPerMm : 0;
  const belowPx = isLow && empty !== null ? empty.belowMm * pxPerMm : 0;
  const place = { widthPx: width, heightPx: height - abovePx - belowPx };
  const fontPx = rootFontPx(pxPerMm, viewingDistanceMm, place, textSize);

  // Before any layout effect: what measures itself must find the sizes that it will be shown in.
  useInsertionEffect(() => {
    const { style, dataset } = document.documentElement;
    dataset['theme'] = theme;
    style.fontSize = `${fontPx}px`;
    style.setProperty('--mm', `${pxPerMm}px`);
    style.setProperty('--text-scale', String(TEXT_SCALES[textSize]));
    style.setProperty('--reach-above', `${abovePx}px`);
    style.setProperty('--reach-below', `${belowPx}px`);
  }, [theme, fontPx, pxPerMm, textSize, abovePx, belowPx]);

  return {
    canBeLow: empty !== null && empty.aboveMm + empty.belowMm > 0,
    isHeadOutOfReach: !isLow && empty !== null && empty.aboveMm > 0,
  };
}
