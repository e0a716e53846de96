import { expect, test } from 'vitest';
import { rowOfKey } from '../../../renderer/desk/row-keys.ts';

test('arrows go from row to row and stop at the ends', () => {
  expect(rowOfKey('ArrowDown', 0, 3)).toBe(1);
  expect(rowOfKey('ArrowDown', 2, 3)).toBe(2);
  expect(rowOfKey('ArrowUp', 1, 3)).toBe(0);
  expect(rowOfKey('ArrowUp', 0, 3)).toBe(0);
});

test('Home, End and the Page keys go further', () => {
  expect(rowOfKey('Home', 150, 200)).toBe(0);
  expect(rowOfKey('End', 0, 200)).toBe(199);
  expect(rowOfKey('PageDown', 0, 200)).toBe(10);
  expect(rowOfKey('PageUp', 5, 200)).toBe(0);
});

test('other keys move nowhere', () => {
  expect(rowOfKey('Enter', 0, 3)).toBeNull();
  expect(rowOfKey('a', 0, 3)).toBeNull();
});
