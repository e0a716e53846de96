import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Later } from '../../../electron/server/later.ts';

describe('work that is done later', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  function recording() {
    const done: string[] = [];
    const action = (subject: string) => done.push(subject);
    return { done, later: new Later<string>({ afterMs: 100, everyMs: 5_000, action }) };
  }

  it('is done once for all who asked, with what was asked last', () => {
    const { done, later } = recording();
    later.ask('first');
    later.ask('second');
    expect(done).toEqual([]);
    vi.advanceTimersByTime(100);
    expect(done).toEqual(['second']);
    vi.advanceTimersByTime(10_000);
    expect(done).toEqual(['second']);
  });

  it('is not done again for a while', () => {
    const { done, later } = recording();
    later.ask('first');
    vi.advanceTimersByTime(100);
    later.ask('second');
    vi.advanceTimersByTime(4_999);
    expect(done).toEqual(['first']);
    vi.advanceTimersByTime(1);
    expect(done).toEqual(['first', 'second']);
  });

  it('is not done once it is cancelled', () => {
    const { done, later } = recording();
    later.ask('first');
    later.cancel();
    vi.advanceTimersByTime(10_000);
    expect(done).toEqual([]);
  });
});
