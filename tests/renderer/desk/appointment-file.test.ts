import { expect, test } from 'vitest';
import { formatOf } from '../../../renderer/desk/appointment-file.ts';

test('a list of appointments is read as its name says, and as CSV otherwise', () => {
  expect(formatOf('appuntamenti.json')).toBe('json');
  expect(formatOf('APPUNTAMENTI.JSON')).toBe('json');
  expect(formatOf('appuntamenti.csv')).toBe('csv');
  expect(formatOf('appuntamenti')).toBe('csv');
});
