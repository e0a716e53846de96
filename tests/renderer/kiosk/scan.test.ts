import { describe, expect, it } from 'vitest';
import { hearKey, noKeys, SLOWEST_READER_MS } from '../../../renderer/kiosk/scan.ts';

/** Presses the keys one after another, with the same time between them. */
function press(keys: readonly string[], everyMs: number) {
  let run = noKeys;
  const heard = keys.map((key, index) => {
    const one = hearKey(run, key, index * everyMs);
    run = one.run;
    return one;
  });
  return heard.at(-1);
}

describe('a reader of codes', () => {
  it('is heard when its keys come fast and end with Enter', () => {
    expect(press([...'AB 12', 'Enter'], 10)).toMatchObject({ scanned: 'AB 12', isOfReader: true });
    expect(press([...'AB12', 'Enter'], SLOWEST_READER_MS)).toMatchObject({ scanned: 'AB12' });
  });

  it('is not taken for a person who types, nor a person for a reader', () => {
    expect(press([...'AB12', 'Enter'], 120)).toMatchObject({ scanned: null, isOfReader: false });
  });

  it('has read nothing with Enter alone, or with a single key', () => {
    expect(press(['Enter'], 10)).toMatchObject({ scanned: null, isOfReader: false });
    expect(press(['A', 'Enter'], 10)).toMatchObject({ scanned: null, isOfReader: false });
  });

  it('begins anew after a key that someone pressed before', () => {
    const before = hearKey(noKeys, 'X', 0).run;
    let run = before;
    let scanned: string | null = null;
    for (const [index, key] of [...'AB', 'Enter'].entries()) {
      ({ run, scanned } = hearKey(run, key, 500 + index * 5));
    }
    expect(scanned).toBe('AB');
  });
});
