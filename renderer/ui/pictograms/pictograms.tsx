import type { ReactNode } from 'react';
import type { Pictogram } from '../../../electron/contract/content.ts';

/*
 * One family: a grid of 48, lines of 2.5 with round ends, and a light tint for what has a body.
 * People are a circle over an arch, as on the first screen. Nothing here is a letter or a flag,
 * so nothing needs translating.
 */

/** A person: head and shoulders, standing on the line `footY`. */
function person(x: number, headY: number, radius: number, width: number, footY: number): ReactNode {
  const half = width / 2;
  const shoulderY = headY + radius + 2.5 + half;
  const body = `M${x - half} ${footY}V${shoulderY}a${half} ${half} 0 0 1 ${width} 0V${footY}z`;
  return (
    <>
      <circle className="tint" cx={x} cy={headY} r={radius} />
      <path className="tint" d={body} />
      <circle cx={x} cy={headY} r={radius} />
      <path d={body} />
    </>
  );
}

/** A heart whose lobes meet at (x, y). */
function heart(x: number, y: number, size: number): ReactNode {
  const s = size;
  const d = `M${x} ${y}c${-0.4 * s} ${-0.62 * s} ${-1.3 * s} ${-0.62 * s} ${-1.3 * s} ${0.18 * s}c0 ${0.55 * s} ${0.65 * s} ${1.02 * s} ${1.3 * s} ${1.5 * s}c${0.65 * s} ${-0.48 * s} ${1.3 * s} ${-0.95 * s} ${1.3 * s} ${-1.5 * s}c0 ${-0.8 * s} ${-0.9 * s} ${-0.8 * s} ${-1.3 * s} ${-0.18 * s}z`;
  return (
    <>
      <path className="tint" d={d} />
      <path d={d} />
    </>
  );
}

const HOUSE = 'M11 20v22h26V20';
const ROOF = 'M5 24L24 7l19 17';

export const PICTOGRAM_DRAWINGS: Readonly<Record<Pictogram, ReactNode>> = {
  information: (
    <>
      <path className="tint" d="M12 8h19l6 5.5-6 5.5H12z" />
      <path className="tint" d="M36 23H17l-6 5.5 6 5.5h19z" />
      <path d="M12 8h19l6 5.5-6 5.5H12z" />
      <path d="M36 23H17l-6 5.5 6 5.5h19z" />
      <path d="M24 4v4M24 19v4M24 34v9M17 43h14" />
    </>
  ),
  'help-project': (
    <>
      <path className="tint" d="M5 43v-7h10v-7h10v-7h10v-7h8v28z" />
      <path d="M5 36h10v-7h10v-7h10v-7h8" />
      <path d="M39 15V4" />
      <path className="tint" d="M39 4h-9l2.5 3.2L30 10.5h9z" />
      <path d="M39 4h-9l2.5 3.2L30 10.5h9" />
      <circle cx="10" cy="19" r="3.6" />
      <path d="M10 25.5v7" />
      <path d="M5 43h38V15" />
    </>
  ),
  'economic-support': (
    <>
      <circle className="tint" cx="25" cy="14.5" r="10.5" />
      <circle cx="25" cy="14.5" r="10.5" />
      <path d="M29.5 10.6a5.4 5.4 0 1 0 0 7.8M18.5 13h7M18.5 16.2h6" />
      <path
        className="tint"
        d="M5 33h6.5c3.5 0 5.5 3 9 3H27a3 3 0 0 1 2.5 4.5L39.5 34a3 3 0 0 1 3.5 4.8C39 42 35 43.5 29 43.5H5z"
      />
      <path d="M5 33h6.5c3.5 0 5.5 3 9 3H27a3 3 0 0 1 0 6h-8" />
      <path d="M29.5 40.5l10-6.5a3 3 0 0 1 3.5 4.8c-4 3.2-8 4.7-14 4.7H5" />
    </>
  ),
  'parenting-support': (
    <>
      {person(17, 10.5, 5.5, 22, 43)}
      {person(36, 25, 4.2, 12.5, 43)}
      {heart(36, 9, 5)}
    </>
  ),
  'family-mediation': (
    <>
      <path
        className="tint"
        d="M13 4.5h22a3 3 0 0 1 3 3v6a3 3 0 0 1-3 3h-7.5L24 20.5l-3.5-4H13a3 3 0 0 1-3-3v-6a3 3 0 0 1 3-3z"
      />
      <path d="M13 4.5h22a3 3 0 0 1 3 3v6a3 3 0 0 1-3 3h-7.5L24 20.5l-3.5-4H13a3 3 0 0 1-3-3v-6a3 3 0 0 1 3-3z" />
      <path d="M17 10.5h14" />
      {person(10.5, 24.5, 4, 13, 43)}
      {person(37.5, 24.5, 4, 13, 43)}
      {person(24, 31, 2.8, 7.5, 43)}
    </>
  ),
  'home-support': (
    <>
      <path className="tint" d="M11 19L24 7l13 12v23H11z" />
      <path d={ROOF} />
      <path d={HOUSE} />
      {heart(24, 25.5, 6)}
    </>
  ),
  'day-centres': (
    <>
      <circle className="tint" cx="24" cy="14" r="5.5" />
      <circle cx="24" cy="14" r="5.5" />
      <path d="M24 3.5v1M31.5 6.5l-.7.7M34.5 14h-1M13.5 14h1M16.5 6.5l.7.7" />
      <path
        className="tint"
        d="M5 43V31a6.333 6.333 0 0 1 12.667 0v0a6.333 6.333 0 0 1 12.667 0v0a6.333 6.333 0 0 1 12.666 0v12z"
      />
      <path d="M5 43V31a6.333 6.333 0 0 1 12.667 0v12M17.667 31a6.333 6.333 0 0 1 12.667 0v12M30.334 31a6.333 6.333 0 0 1 12.666 0v12" />
      <path d="M3 43h42" />
    </>
  ),
  'residential-facilities': (
    <>
      <path className="tint" d="M7 43V13h23v30z" />
      <path d="M7 43V13h23v30" />
      <path d="M13.5 20h.01M23.5 20h.01M13.5 27.5h.01M23.5 27.5h.01" strokeWidth="4" />
      <path d="M15 43v-6.5a3.5 3.5 0 0 1 7 0V43" />
      <path d="M30 24h11v19" />
      <path d="M3 43h42" />
      <path className="tint" d="M43 12.5A6.5 6.5 0 1 1 36.5 4a5.2 5.2 0 0 0 6.5 8.5z" />
      <path d="M43 12.5A6.5 6.5 0 1 1 36.5 4a5.2 5.2 0 0 0 6.5 8.5z" />
    </>
  ),
  'family-placement': (
    <>
      <path d="M4 20L24 5l20 15" />
      {person(11.5, 23, 4, 11, 43)}
      {person(36.5, 23, 4, 11, 43)}
      {person(24, 28, 3.2, 8, 43)}
    </>
  ),
  children: (
    <>
      {person(24, 16, 8.5, 21, 43)}
      <path d="M20.5 17.5a4 4 0 0 0 7 0" />
      <path d="M20.5 13.5h.01M27.5 13.5h.01" strokeWidth="3" />
      <path d="M24 7.5c0-2 1-3 3-3" />
    </>
  ),
  'young-people': (
    <>
      {person(24, 11, 6, 24, 43)}
      <path d="M18 21.5V31h-3M30 21.5V31h3" />
      <path d="M18 43v-5h12v5" />
    </>
  ),
  adults: (
    <>
      {person(14, 12, 5.2, 18, 43)}
      {person(34, 12, 5.2, 18, 43)}
    </>
  ),
  parents: (
    <>
      {person(10.5, 12, 4.8, 14, 43)}
      {person(37.5, 12, 4.8, 14, 43)}
      {person(24, 27, 3.4, 8, 43)}
    </>
  ),
  'older-people': (
    <>
      {person(19, 11, 5.5, 21, 43)}
      <path d="M42 43V29a4 4 0 0 0-8 0" />
    </>
  ),
  'people-with-disabilities': (
    <>
      <circle className="tint" cx="19" cy="33" r="10" />
      <circle className="tint" cx="20" cy="7.5" r="4" />
      <circle cx="20" cy="7.5" r="4" />
      <path d="M20 16v12h11l6.5 12H42" />
      <path d="M20 20.5h9" />
      <path d="M14.5 23.5A10.5 10.5 0 1 0 30 35" />
    </>
  ),
  'judicial-mandate': (
    <>
      <path d="M24 5v37M15 43h18" />
      <path d="M8 12.5c6 0 10-2.5 16-2.5s10 2.5 16 2.5" />
      <path className="tint" d="M3 28l6-15 6 15a6 6 0 0 1-12 0z" />
      <path className="tint" d="M33 28l6-15 6 15a6 6 0 0 1-12 0z" />
      <path d="M3 28l6-15 6 15zM33 28l6-15 6 15z" />
      <path d="M3 28a6 6 0 0 0 12 0M33 28a6 6 0 0 0 12 0" />
    </>
  ),
};
