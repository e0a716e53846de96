import { describe, expect, it } from 'vitest';
import type { Session } from '../../../electron/contract/operations.ts';
import { counterToReturnTo } from '../../../renderer/desk/use-session.ts';

const session = (account: string, counter: string | null): Session => ({
  account: { account, displayName: account, role: 'operator' },
  counter,
});

describe('after a session has ended by itself', () => {
  it('the same person goes back to the counter that was theirs', () => {
    expect(counterToReturnTo(session('ada', '2'), session('ada', null))).toBe('2');
  });

  it('somebody else chooses a counter', () => {
    expect(counterToReturnTo(session('ada', '2'), session('bruno', null))).toBeNull();
  });

  it('who had no counter chooses one', () => {
    expect(counterToReturnTo(session('ada', null), session('ada', null))).toBeNull();
    expect(counterToReturnTo(null, session('ada', null))).toBeNull();
  });
});
