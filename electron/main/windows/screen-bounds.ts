/** A size in CSS pixels of the screen. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** A place on the displays, in the same pixels. */
export interface Bounds extends Size {
  readonly x: number;
  readonly y: number;
}

/** The largest size of the same shape that fits, but never larger than itself. */
export function fitInto(wanted: Size, available: Size): Size {
  const scale = Math.min(1, available.width / wanted.width, available.height / wanted.height);
  return { width: Math.round(wanted.width * scale), height: Math.round(wanted.height * scale) };
}

/**
 * Where a window of this place is wholly inside an area, moved no further than it must be. One that
 * is larger keeps its upper left corner in sight: there is the title bar that moves it.
 */
export function movedInto(window: Bounds, area: Bounds): { x: number; y: number } {
  return {
    x: Math.max(area.x, Math.min(window.x, area.x + area.width - window.width)),
    y: Math.max(area.y, Math.min(window.y, area.y + area.height - window.height)),
  };
}

/**
 * Whether a window that shall cover a display no longer does. A display of no size is what the
 * system names while there is none: the window waits as it is for the next one.
 */
export function mustCoverAgain(window: Bounds, display: Bounds): boolean {
  if (display.width <= 0 || display.height <= 0) return false;
  return (['x', 'y', 'width', 'height'] as const).some((side) => window[side] !== display[side]);
}
