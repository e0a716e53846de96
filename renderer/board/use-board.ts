import { useEffect, useReducer } from 'react';
import type { FeedMessage } from '../../electron/contract/feed.ts';
import { useFeed } from '../client/use-feed.ts';
import {
  type Announcements,
  advance,
  hear,
  nextAdvanceAtMs,
  noAnnouncements,
} from './announcements.ts';

type Step =
  | { readonly type: 'heard'; readonly message: FeedMessage; readonly atMs: number }
  | { readonly type: 'timePassed'; readonly atMs: number };

function afterStep(state: Announcements, step: Step): Announcements {
  return step.type === 'heard' ? hear(state, step.message, step.atMs) : advance(state, step.atMs);
}

/** Time that only goes forward: a clock that is set back must not hold a call on the screen. */
function monotonicNowMs(): number {
  return performance.now();
}

export interface Board {
  readonly announcements: Announcements;
  readonly isConnected: boolean;
}

/** The board's announcements, driven by the feed and by time. */
export function useBoard(): Board {
  const [announcements, take] = useReducer(afterStep, noAnnouncements);
  const { isConnected } = useFeed('board', (update) => {
    if (update.type !== 'connection') {
      take({ type: 'heard', message: update, atMs: monotonicNowMs() });
    }
  });

  const nextAtMs = nextAdvanceAtMs(announcements);
  useEffect(() => {
    if (nextAtMs === null) return undefined;
    let timer: ReturnType<typeof setTimeout>;
    const waitOn = (): void => {
      const leftMs = nextAtMs - monotonicNowMs();
      // Timers may fire a little early.
      if (leftMs > 0) timer = setTimeout(waitOn, Math.ceil(leftMs));
      else take({ type: 'timePassed', atMs: monotonicNowMs() });
    };
    waitOn();
    return () => clearTimeout(timer);
  }, [nextAtMs]);

  return { announcements, isConnected };
}
