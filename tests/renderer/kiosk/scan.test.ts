import { describe, expect, it } from 'vitest';
import { hearKey, noKeys, PAUSE_MS, SLOWEST_READER_MS } from '../../../renderer/kiosk/scan.ts';

/** Presses keys at these times; answers what was heard with the last one. */
function press(keys: readonly (readonly [key: string, atMs: number])[]) {
  let run = noKeys;
  const heard = keys.map(([key, atMs]) => {
    const one = hearKey(run, key, atMs);
    run = one.run;
    return one;
  });
  return heard.at(-1);
}

const every = (gapMs: number, keys: readonly string[], fromMs = 0) =>
  keys.map((key, index) => [key, fromMs + index * gapMs] as const);

describe('a reader of codes', () => {
  it('is heard when its keys come fast and end with Enter', () => {
    const heard = press(every(10, [...'AB 12', 'Enter']));
    expect(heard).toMatchObject({ scanned: 'AB 12', isOfReader: true });
    expect(press(every(SLOWEST_READER_MS, [...'AB12', 'Enter']))?.scanned).toBe('AB12');
  });

  it('is heard whole when the computer was busy in the middle', () => {
    const heard = press([...every(5, [...'MI20']), ...every(5, [...'26', 'Enter'], 130)]);
    expect(heard?.scanned).toBe('MI2026');
  });

  it('is not taken for a person who types, nor a person for a reader', () => {
    const heard = press(every(120, [...'AB12', 'Enter']));
    expect(heard).toMatchObject({ scanned: null, isOfReader: false });
  });

  it('has read nothing with Enter alone, or with a single key', () => {
    expect(press([['Enter', 5]])).toMatchObject({ scanned: null, isOfReader: false });
    expect(press(every(10, ['A', 'Enter']))).toMatchObject({ scanned: null, isOfReader: false });
  });

  it('begins anew after a key that someone pressed before', () => {
    expect(press([['X', 0], ...every(5, [...'AB', 'Enter'], PAUSE_MS)])?.scanned).toBe('AB');
  });
});
