import type { Panel } from '../../electron/contract/host.ts';

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

/** Lines, in em of the code's size: what is between two rows is part of reading them. */
const ROW_HEIGHT_EM = 1.22;

/** The office, the clock and the column heads, in em of the code's size. */
const HEADER_HEIGHT_EM = 1.15;
const COLUMN_HEAD_HEIGHT_EM = 0.62;
const FOOTER_HEIGHT_EM = 0.42;

/** A code of 4 characters, a counter of up to 2, and the air around them, in em. */
const COLUMN_WIDTH_EM = 4 * CODE_ADVANCE_EM + 2 * CODE_ADVANCE_EM + 1.3;

/** Fewer rows than this are not a list; on a panel too small for them the letters shrink. */
const FEWEST_ROWS = 4;

/** More than eight are a table to be searched. */
const MOST_ROWS = 8;

export interface BoardLayout {
  /** Font size of codes and counters in the list, in CSS pixels. */
  readonly codePx: number;
  /** Font size of the code that fills the screen, in CSS pixels. */
  readonly callPx: number;
  readonly columns: number;
  readonly rowsPerColumn: number;
  readonly isPortrait: boolean;
  /** Whether the letters are as tall as the viewing distance asks. */
  readonly isReadableAtDistance: boolean;
}

/** Sizes of the board for a panel of this width seen from this distance, in a viewport of pixels. */
export function boardLayout(
  panel: Panel,
  viewport: { readonly width: number; readonly height: number },
): BoardLayout {
  const pxPerMm = viewport.width / panel.widthMm;
  const isPortrait = viewport.height > viewport.width;
  const wantedPx = (panel.viewingDistanceMm * LETTER_PER_DISTANCE * pxPerMm) / CODE_CAP_HEIGHT_EM;

  const aroundEm = HEADER_HEIGHT_EM + COLUMN_HEAD_HEIGHT_EM + FOOTER_HEIGHT_EM;
  const largestPx = Math.min(
    viewport.height / (aroundEm + FEWEST_ROWS * ROW_HEIGHT_EM),
    viewport.width / COLUMN_WIDTH_EM,
  );
  const codePx = Math.max(1, Math.min(wantedPx, largestPx));

  const columns = Math.max(1, Math.min(2, Math.floor(viewport.width / (COLUMN_WIDTH_EM * codePx))));
  const fittingRows = Math.floor((viewport.height / codePx - aroundEm) / ROW_HEIGHT_EM);
  const rowsPerColumn = Math.max(1, Math.min(fittingRows, Math.ceil(MOST_ROWS / columns)));

  // Four characters and a margin across; and in height, room for the counter below.
  const callPx = Math.min(
    viewport.width / (4 * CODE_ADVANCE_EM + 0.35),
    viewport.height * (isPortrait ? 0.36 : 0.5),
  );
  return {
    codePx,
    callPx,
    columns,
    rowsPerColumn,
    isPortrait,
    isReadableAtDistance:
      codePx >= wantedPx * 0.999 &&
      callPx * CODE_CAP_HEIGHT_EM >=
        panel.viewingDistanceMm * CALL_LETTER_PER_DISTANCE * pxPerMm * 0.999,
  };
}
