import { expect, test } from 'vitest';
import { mayReachPage } from '../../../../electron/main/lockdown/keyboard.ts';
import { keyTable } from '../../../../renderer/ui/keys.ts';

const plain = { control: false, alt: false, meta: false };

test.each([...Object.keys(keyTable), ' ', 'Shift'])(
  'the key "%s" of a person who does not touch the screen reaches the page',
  (key) => {
    expect(mayReachPage({ ...plain, key })).toBe(true);
  },
);

test.each([...'aZ19-', 'Backspace'])('so does "%s", of a code that is typed or read', (key) => {
  expect(mayReachPage({ ...plain, key })).toBe(true);
});

test.each([
  ...['F10', 'F11', 'F12', 'PrintScreen', 'Meta', 'Control', 'Alt', 'ContextMenu', 'Delete'],
  ...['Insert', 'Home', 'BrowserBack', 'BrowserHome', 'LaunchMail', 'AudioVolumeUp', 'Dead', ''],
])('the key "%s" does not', (key) => {
  expect(mayReachPage({ ...plain, key })).toBe(false);
});

test('no key reaches it together with Ctrl, Alt or the system key', () => {
  for (const modifier of ['control', 'alt', 'meta']) {
    for (const key of ['Tab', 'F4', 'F5', 'a', ' ', 'Escape']) {
      expect(mayReachPage({ ...plain, key, [modifier]: true })).toBe(false);
    }
  }
});
