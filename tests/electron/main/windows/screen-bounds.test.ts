import { describe, expect, it } from 'vitest';
import {
  fitInto,
  movedInto,
  mustCoverAgain,
} from '../../../../electron/main/windows/screen-bounds.ts';

const display = { x: 0, y: 0, width: 1080, height: 1920 };

describe('a window that covers a display', () => {
  it('stays as it is while it does', () => {
    expect(mustCoverAgain(display, display)).toBe(false);
  });

  it('covers it again when the display has another size, or another place', () => {
    expect(mustCoverAgain(display, { ...display, width: 1920, height: 1080 })).toBe(true);
    expect(mustCoverAgain(display, { ...display, x: 1920 })).toBe(true);
  });

  it('waits while there is no display at all', () => {
    expect(mustCoverAgain(display, { x: 0, y: 0, width: 0, height: 0 })).toBe(false);
  });
});

describe('a window that can be moved', () => {
  const window = { x: 100, y: 50, width: 540, height: 960 };

  it('stays where it is while all of it is in sight', () => {
    expect(movedInto(window, display)).toEqual({ x: 100, y: 50 });
  });

  it('comes back from a display that is gone, no further than it must', () => {
    expect(movedInto({ ...window, x: 2000 }, display)).toEqual({ x: 540, y: 50 });
    expect(movedInto({ ...window, x: -900, y: -300 }, display)).toEqual({ x: 0, y: 0 });
  });

  it('comes to a display that is not the first one', () => {
    const second = { ...display, x: 1080, y: 200 };
    expect(movedInto(window, second)).toEqual({ x: 1080, y: 200 });
  });

  it('shows its title bar where it is larger than the display', () => {
    expect(movedInto({ ...window, y: 30, height: 2400 }, display)).toEqual({ x: 100, y: 0 });
  });

  it('keeps its shape where it must be smaller, and grows by no display', () => {
    expect(fitInto({ width: 1080, height: 1920 }, { width: 1920, height: 960 })).toEqual({
      width: 540,
      height: 960,
    });
    expect(fitInto({ width: 540, height: 960 }, display)).toEqual({ width: 540, height: 960 });
  });
});
