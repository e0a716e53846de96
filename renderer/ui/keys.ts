/** What a key asks for, whatever sends it: a keyboard, a tactile keypad, a switch. */
export type KeyCommand =
  | 'up'
  | 'down'
  | 'left'
  | 'right'
  | 'next'
  | 'select'
  | 'back'
  | 'readBack'
  | 'readOn'
  | 'help'
  | 'guide'
  | 'repeat'
  | 'pause'
  | 'softer'
  | 'louder'
  | 'slower'
  | 'faster'
  | 'dark'
  | 'plugged'
  | 'unplugged';

/**
 * Every key that means something on every screen, by the name in `KeyboardEvent.key`: one table, so
 * that no two wishes share a key. Letters and digits are not here, for they write codes; nor is
 * Space, which presses like Enter wherever the browser lets it. `electron/main/lockdown` must let
 * these keys through; a test compares the two.
 */
export const keyTable: Readonly<Record<string, KeyCommand>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
  // With Shift it goes backwards. Tab and Enter alone are enough: the two switches.
  Tab: 'next',
  Enter: 'select',
  Escape: 'back',
  PageUp: 'readBack',
  PageDown: 'readOn',
  F1: 'help',
  // The audio guide.
  F2: 'guide',
  F3: 'repeat',
  F4: 'pause',
  F5: 'softer',
  F6: 'louder',
  F7: 'slower',
  F8: 'faster',
  F9: 'dark',
  // What a keypad with a socket sends for its headset, and the program for one of the computer.
  F15: 'plugged',
  F16: 'unplugged',
};

/** The part of a KeyboardEvent that says which key it is. */
type PressedKey = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'altKey' | 'metaKey'>;

/** What a pressed key asks for; null for one that means nothing on every screen. */
export function commandOfKey({ key, ctrlKey, altKey, metaKey }: PressedKey): KeyCommand | null {
  if (ctrlKey || altKey || metaKey) return null;
  return Object.hasOwn(keyTable, key) ? (keyTable[key] ?? null) : null;
}
