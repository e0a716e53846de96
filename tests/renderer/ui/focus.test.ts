import { describe, expect, it } from 'vitest';
import { moveOfKey } from '../../../renderer/ui/focus.ts';

describe('the arrow keys', () => {
  it('move down and right to the next thing, up and left to the one before', () => {
    expect(['ArrowDown', 'ArrowRight'].map((key) => moveOfKey(key, 'ltr'))).toEqual([1, 1]);
    expect(['ArrowUp', 'ArrowLeft'].map((key) => moveOfKey(key, 'ltr'))).toEqual([-1, -1]);
  });

  it('turn over where one reads from right to left', () => {
    expect(moveOfKey('ArrowLeft', 'rtl')).toBe(1);
    expect(moveOfKey('ArrowRight', 'rtl')).toBe(-1);
  });

  it('leave every other key alone', () => {
    expect(moveOfKey('Enter', 'ltr')).toBeNull();
  });
});
