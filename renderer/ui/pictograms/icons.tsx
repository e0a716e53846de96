import type { ReactNode } from 'react';

/* The same grid and ends as the pictograms, in a heavier line: these are seen small. */

export const ICON_DRAWINGS = {
  back: <path d="M41 24H8M21 10L7 24l14 14" />,
  forward: <path d="M7 24h33M27 10l14 14-14 14" />,
  chevron: <path d="M18 9l15 15-15 15" />,
  up: <path d="M9 31l15-15 15 15" />,
  down: <path d="M9 17l15 15 15-15" />,
  'start-again': (
    <>
      <path d="M9.5 16A17 17 0 1 1 7 24" />
      <path d="M8 5v12h12" />
    </>
  ),
  help: (
    <>
      <circle className="tint" cx="24" cy="24" r="19" />
      <circle cx="24" cy="24" r="19" />
      <path d="M18 18.5a6.2 6.2 0 1 1 9 5.5c-2.2 1.2-3 2.3-3 4.8" />
      <path d="M24 35.5v.01" strokeWidth="4.5" />
    </>
  ),
  notices: (
    <>
      <path className="tint" d="M24 4.5l16 5.5v12c0 10.5-7 17.5-16 21.5-9-4-16-11-16-21.5V10z" />
      <path d="M24 4.5l16 5.5v12c0 10.5-7 17.5-16 21.5-9-4-16-11-16-21.5V10z" />
      <circle cx="24" cy="20" r="4" />
      <path d="M24 24v8" />
    </>
  ),
  clear: (
    <>
      <rect className="tint" x="4.5" y="7" width="39" height="27" rx="3.5" />
      <rect x="4.5" y="7" width="39" height="27" rx="3.5" />
      <path d="M18.5 15l11 11M29.5 15l-11 11M24 34v8M14 42h20" />
    </>
  ),
  language: (
    <>
      <circle className="tint" cx="24" cy="24" r="19" />
      <circle cx="24" cy="24" r="19" />
      <path d="M24 5c-11 11-11 27 0 38M24 5c11 11 11 27 0 38M6.5 17.5h35M6.5 30.5h35" />
    </>
  ),
  listen: (
    <>
      <path className="tint" d="M5 18h9l12-10v32L14 30H5z" />
      <path d="M5 18h9l12-10v32L14 30H5zM33 17a10 10 0 0 1 0 14M38.5 10.5a19 19 0 0 1 0 27" />
    </>
  ),
  'listen-off': (
    <>
      <path className="tint" d="M5 18h9l12-10v32L14 30H5z" />
      <path d="M5 18h9l12-10v32L14 30H5zM33 19l10 10M43 19L33 29" />
    </>
  ),
  ticket: (
    <>
      <path className="tint" d="M11 4.5h26V43l-4.3-3.5L28.3 43 24 39.5 19.7 43l-4.4-3.5L11 43z" />
      <path d="M11 4.5h26V43l-4.3-3.5L28.3 43 24 39.5 19.7 43l-4.4-3.5L11 43z" />
      <path d="M18 13h12M21 20v10h6V20z" />
    </>
  ),
  printer: (
    <>
      <path className="tint" d="M9 17h30a4 4 0 0 1 4 4v12H5V21a4 4 0 0 1 4-4z" />
      <path d="M14 17V5h20v12M14 33H5V21a4 4 0 0 1 4-4h30a4 4 0 0 1 4 4v12h-9" />
      <path d="M14 27h20v16H14z" />
    </>
  ),
  clock: (
    <>
      <circle className="tint" cx="24" cy="24" r="19" />
      <circle cx="24" cy="24" r="19" />
      <path d="M24 12v12l8 5.5" />
    </>
  ),
  calendar: (
    <>
      <rect className="tint" x="5" y="9" width="38" height="34" rx="4" />
      <rect x="5" y="9" width="38" height="34" rx="4" />
      <path d="M5 19h38M15 4v9M33 4v9M16 31l5.5 5.5L32 26" />
    </>
  ),
  'walk-in': (
    <>
      <path className="tint" d="M9 43V15a15 11 0 0 1 30 0v28z" />
      <path d="M9 43V19a15 14 0 0 1 30 0v24M3.5 43h41" />
      <path d="M17 30h13M25 24l6 6-6 6" />
    </>
  ),
  phone: (
    <>
      <path
        className="tint"
        d="M11 5h6.5l4 10.5-5 4c2.5 5 7 9.5 12 12l4-5L43 30.5V37c0 3.5-2.5 6-6 6C19.5 42 6 28.5 5 11c0-3.5 2.5-6 6-6z"
      />
      <path d="M11 5h6.5l4 10.5-5 4c2.5 5 7 9.5 12 12l4-5L43 30.5V37c0 3.5-2.5 6-6 6C19.5 42 6 28.5 5 11c0-3.5 2.5-6 6-6z" />
    </>
  ),
  smartphone: (
    <>
      <rect className="tint" x="13" y="4" width="22" height="40" rx="4" />
      <rect x="13" y="4" width="22" height="40" rx="4" />
      <path d="M24 37v.01" strokeWidth="4" />
    </>
  ),
  accessibility: (
    <>
      <circle className="tint" cx="24" cy="24" r="19" />
      <circle cx="24" cy="24" r="19" />
      <path d="M24 13v.01" strokeWidth="5.5" />
      <path d="M14 19.5l10 2.5 10-2.5M24 22v7l-5 9M24 29l5 9" />
    </>
  ),
  bell: (
    <>
      <path className="tint" d="M8 36h32c-3.5-3.5-5-7-5-16a11 11 0 0 0-22 0c0 9-1.5 12.5-5 16z" />
      <path d="M8 36h32c-3.5-3.5-5-7-5-16a11 11 0 0 0-22 0c0 9-1.5 12.5-5 16zM19.5 41.5a5 5 0 0 0 9 0M24 9V4.5" />
    </>
  ),
  person: (
    <>
      <path className="tint" d="M11 34a13 12.5 0 0 1 26 0z" />
      <circle className="tint" cx="24" cy="12" r="6.5" />
      <circle cx="24" cy="12" r="6.5" />
      <path d="M11 34a13 12.5 0 0 1 26 0M3.5 34h41M9 34v9M39 34v9" />
    </>
  ),
  residence: (
    <>
      <path className="tint" d="M11 19L24 7l13 12v23H11z" />
      <path d="M5 24L24 7l19 17M11 20v22h26V20M17.5 30l5 5L31.5 25" />
    </>
  ),
  more: <path d="M10 24v.01M24 24v.01M38 24v.01" strokeWidth="8" />,
  check: <path d="M7 26l11.5 11.5L41 12" />,
  warning: (
    <>
      <path className="tint" d="M24 5.5L44 41H4z" />
      <path d="M24 5.5L44 41H4z" />
      <path d="M24 18v11" />
      <path d="M24 35.2v.01" strokeWidth="4.5" />
    </>
  ),
  erase: <path d="M16 9h27v30H16L4 24zM22.5 17.5l13 13M35.5 17.5l-13 13" />,
  search: (
    <>
      <circle className="tint" cx="21" cy="21" r="14.5" />
      <circle cx="21" cy="21" r="14.5" />
      <path d="M31.5 31.5L43 43" />
    </>
  ),
  close: <path d="M10 10l28 28M38 10L10 38" />,
} as const satisfies Record<string, ReactNode>;

export type IconName = keyof typeof ICON_DRAWINGS;

/** Drawings that point along the line of reading, and so turn over with it. */
export const MIRRORED_ICONS: ReadonlySet<IconName> = new Set<IconName>([
  'back',
  'forward',
  'chevron',
  'walk-in',
]);
