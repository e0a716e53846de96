/** Where a person stands before a panel, as the office measured it. Both in millimetres. */
export interface PanelSize {
  /** Visible width of the panel as mounted. */
  readonly widthMm: number;
  /** From the eyes to the panel. */
  readonly viewingDistanceMm: number;
}

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
): PanelSize {
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

/** CSS pixels per millimetre of a panel whose whole width the page fills. */
function pxPerMm(pageWidthPx: number, panelWidthMm: number): number {
  return pageWidthPx / panelWidthMm;
}

/** What a page needs to be sized in millimetres. */
export interface Sizes {
  readonly pxPerMm: number;
  /** 1 rem: the smallest text on the page. */
  readonly rootFontPx: number;
}

/**
 * The sizes of a page that fills its panel: a quarter above the norm where the screens have room
 * for it, never below the norm.
 */
export function sizesFor(
  panel: PanelSize,
  page: { readonly widthPx: number; readonly heightPx: number },
): Sizes {
  const scale = pxPerMm(page.widthPx, panel.widthMm);
  const leastPx = leastFontSizeMm(panel.viewingDistanceMm) * scale;
  const room = page.widthPx < page.heightPx ? ROOM_REM.portrait : ROOM_REM.landscape;
  const roomyPx = Math.min(
    leastPx * COMFORT,
    page.widthPx / room.width,
    page.heightPx / room.height,
  );
  return { pxPerMm: scale, rootFontPx: Math.max(leastPx, roomyPx) };
}

/**
 * Sizes the kiosk's page for its panel and keeps it so when the window changes. Sets `--mm` and the
 * size of the root's text; all other sizes follow from these two.
 *
 * @param measured the panel as the office measured it; null assumes a common one.
 * @returns a function that stops following the window.
 */
export function fitToPanel(page: Window, measured: PanelSize | null): () => void {
  const root = page.document.documentElement;
  const applySizes = () => {
    const { innerWidth: width, innerHeight: height } = page;
    const panel = measured ?? assumedPanel('kiosk', { width, height });
    const sizes = sizesFor(panel, { widthPx: width, heightPx: height });
    root.style.setProperty('--mm', `${sizes.pxPerMm}px`);
    root.style.fontSize = `${sizes.rootFontPx}px`;
  };
  applySizes();
  page.addEventListener('resize', applySizes);
  return () => page.removeEventListener('resize', applySizes);
}
