import type { Panel } from '../../electron/contract/panel.ts';

/**
 * How tall letters must be. EN 301 549 V4.1.0 (draft of June 2026) §5.1.4, where the reader cannot
 * zoom: an x-height of at least distance × 16 / 2688, about 20 minutes of arc, 60 mm at ten metres.
 * Codes and counters are capitals and digits, which have no x-height: their whole height takes it.
 */
const LETTER_PER_DISTANCE = 16 / 2688;

/**
 * The call that fills the screen: capital letters of at least 0.7 degrees, as EN 301 549 V3.2.1
 * §5.1.4 has it; 122 mm at ten metres. It is drawn as large as the panel lets it be.
 */
export const CALL_LETTER_PER_DISTANCE = 2 * Math.tan((0.7 / 2) * (Math.PI / 180));

/** Height of the digits and capitals of Roboto Mono, in em (its OS/2 table: 1456 of 2048). */
export const CODE_CAP_HEIGHT_EM = 0.711;

/** Advance of one character of Roboto Mono, in em. */
const CODE_ADVANCE_EM = 0.6;

/** A row of the list, in em of the code's size: the air between two rows is part of reading them. */
const ROW_HEIGHT_EM = 1.15;

/** The bar with office and clock, the heads of the columns, and the foot, in em of the code. */
const BAR_HEIGHT_EM = 0.7;
const HEADS_HEIGHT_EM = 0.45;
const FOOT_HEIGHT_EM = 0.4;

/** A code of 4 characters, a counter of up to 2, and the air around them, in em. */
const LIST_WIDTH_EM = (4 + 2) * CODE_ADVANCE_EM + 0.75;

/** A code alone, and the air around it, in em of its own size. */
const CALL_WIDTH_EM = 4 * CODE_ADVANCE_EM + 0.4;

/** The latest call takes this share of an upright panel; of a lying one it takes one side. */
const LATEST_SHARE_UPRIGHT = 0.27;
const LATEST_SHARE_LYING = 0.52;

/** Fewer rows than this are not a list; on a panel too small for them the letters shrink. */
const FEWEST_ROWS = 3;

/** More are a table to be searched, not a board to be read. */
const MOST_ROWS = 8;

export interface BoardLayout {
  readonly isPortrait: boolean;
  /** Font size of codes and counters in the list, in CSS pixels. */
  readonly codePx: number;
  /** Font size of the latest code, beside or above the list, in CSS pixels. */
  readonly latestPx: number;
  /** Font size of the code that fills the screen, in CSS pixels. */
  readonly callPx: number;
  /** Calls in the list, besides the latest. */
  readonly rows: number;
  /** Whether the letters are as tall as the viewing distance asks. */
  readonly isReadableAtDistance: boolean;
}

/** Sizes of the board for a panel of this width seen from this distance, in a viewport of pixels. */
export function boardLayout(
  panel: Panel,
  viewport: { readonly width: number; readonly height: number },
): BoardLayout {
  const { width, height } = viewport;
  const pxPerMm = width / panel.widthMm;
  const isPortrait = height > width;
  const listWidth = isPortrait ? width : width * (1 - LATEST_SHARE_LYING);
  const listHeight = isPortrait ? height * (1 - LATEST_SHARE_UPRIGHT) : height;
  const aroundEm = BAR_HEIGHT_EM + HEADS_HEIGHT_EM + FOOT_HEIGHT_EM;

  const wantedPx = (panel.viewingDistanceMm * LETTER_PER_DISTANCE * pxPerMm) / CODE_CAP_HEIGHT_EM;
  const codePx = Math.min(
    wantedPx,
    listWidth / LIST_WIDTH_EM,
    listHeight / (aroundEm + FEWEST_ROWS * ROW_HEIGHT_EM),
  );
  const rows = Math.min(
    MOST_ROWS,
    Math.floor((listHeight / codePx - aroundEm) / ROW_HEIGHT_EM + 1e-9),
  );

  const callPx = isPortrait
    ? Math.min(width / CALL_WIDTH_EM, height * 0.3)
    : Math.min(width / CALL_WIDTH_EM, height * 0.52);
  // What the rows leave on an upright panel: a title, the code, and the counter below it.
  const leftPx = height - codePx * (aroundEm + rows * ROW_HEIGHT_EM);
  const latestPx = isPortrait
    ? Math.min(width / CALL_WIDTH_EM, (leftPx - 0.5 * codePx) / 2.1)
    : Math.min((width * LATEST_SHARE_LYING) / CALL_WIDTH_EM, height * 0.36);

  const callWantedPx =
    (panel.viewingDistanceMm * CALL_LETTER_PER_DISTANCE * pxPerMm) / CODE_CAP_HEIGHT_EM;
  return {
    isPortrait,
    codePx,
    latestPx,
    callPx,
    rows,
    isReadableAtDistance: codePx >= wantedPx * 0.999 && callPx >= callWantedPx * 0.999,
  };
}
