import { describe, expect, it } from 'vitest';
import { onceAsked } from '../../../electron/main/once-asked.ts';

/** Counts how often it is worked out. */
function counted() {
  let times = 0;
  const thing = onceAsked(async () => {
    times += 1;
    return `worked out ${times} time(s)`;
  });
  return { thing, times: () => times };
}

describe('what is worked out when it is first asked for', () => {
  it('is not, while nobody asks', async () => {
    const { times } = counted();
    await Promise.resolve();
    expect(times()).toBe(0);
  });

  it('is once, however many ask', async () => {
    const { thing, times } = counted();
    expect(await Promise.all([thing.ask(), thing.ask()])).toEqual([
      'worked out 1 time(s)',
      'worked out 1 time(s)',
    ]);
    expect(await thing.ask()).toBe('worked out 1 time(s)');
    expect(times()).toBe(1);
  });

  it('comes to those who wait until somebody asks', async () => {
    const { thing } = counted();
    let isThere = false;
    const waiting = thing.atHand.then((text) => {
      isThere = true;
      return text;
    });
    await Promise.resolve();
    expect(isThere).toBe(false);
    void thing.ask();
    expect(await waiting).toBe('worked out 1 time(s)');
  });

  it('fails for all who ask where it cannot be worked out', async () => {
    const thing = onceAsked(() => Promise.reject(new Error('damaged')));
    await expect(thing.ask()).rejects.toThrow('damaged');
    await expect(thing.atHand).rejects.toThrow('damaged');
  });
});
