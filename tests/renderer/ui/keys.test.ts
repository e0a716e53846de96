import { describe, expect, it } from 'vitest';
import { commandOfKey } from '../../../renderer/ui/keys.ts';

const alone = { ctrlKey: false, altKey: false, metaKey: false };

describe('the keys of a keyboard, a keypad or a switch', () => {
  it('move, select, go back, read on and ask for help', () => {
    const keys = ['ArrowDown', 'Tab', 'Enter', 'Escape', 'PageDown', 'F1'];
    expect(keys.map((key) => commandOfKey({ ...alone, key }))).toEqual([
      ...['down', 'next', 'select', 'back', 'readOn', 'help'],
    ]);
  });

  it('mean nothing where they write a code, or press by themselves', () => {
    const keys = ['a', 'A', '7', ' ', 'Backspace', 'Shift', 'toString'];
    expect(keys.map((key) => commandOfKey({ ...alone, key }))).toEqual(keys.map(() => null));
  });

  it('mean nothing together with Ctrl, Alt or the system key', () => {
    for (const modifier of ['ctrlKey', 'altKey', 'metaKey']) {
      expect(commandOfKey({ ...alone, key: 'Tab', [modifier]: true })).toBeNull();
    }
  });
});
