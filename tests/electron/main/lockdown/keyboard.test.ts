import { expect, test } from 'vitest';
import { mayReachPage } from '../../../../electron/main/lockdown/keyboard.ts';

const plain = { control: false, alt: false, meta: false };

test.each(['Tab', 'Enter', ' ', 'Escape', 'ArrowUp', 'ArrowLeft', 'Shift'])(
  'the key "%s" of a person who does not touch the screen reaches the page',
  (key) => {
    expect(mayReachPage({ ...plain, key })).toBe(true);
  },
);

test.each(['a', '1', 'F5', 'F11', 'F12', 'PrintScreen', 'Meta', 'Control', 'Alt', 'ContextMenu'])(
  'the key "%s" does not',
  (key) => {
    expect(mayReachPage({ ...plain, key })).toBe(false);
  },
);

test('no key reaches it together with Ctrl, Alt or the system key', () => {
  for (const modifier of ['control', 'alt', 'meta']) {
    expect(mayReachPage({ ...plain, key: 'Tab', [modifier]: true })).toBe(false);
  }
});
