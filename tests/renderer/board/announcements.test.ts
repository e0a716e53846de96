import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { FeedMessage } from '../../../electron/contract/feed.ts';
import type { BoardCall } from '../../../electron/contract/views.ts';
import {
  type Announcements,
  advance,
  FULL_DISPLAY_MS,
  hear,
  LONGEST_QUEUE,
  listedCalls,
  nextAdvanceAtMs,
  noAnnouncements,
  SHORTEST_DISPLAY_MS,
} from '../../../renderer/board/announcements.ts';

const DAY = '2026-11-23';

function call(sequence: number, code: string, counter = '1'): BoardCall {
  return { sequence, code, counter, calledAtMs: sequence * 1_000 };
}

/** The server's view: newest first, one line per ticket. */
function latest(calls: readonly BoardCall[]): BoardCall[] {
  const byCode = new Map<string, BoardCall>();
  for (const one of calls) byCode.set(one.code, one);
  return [...byCode.values()].sort((a, b) => b.sequence - a.sequence);
}

function snapshot(calls: readonly BoardCall[], serviceDay = DAY): FeedMessage {
  const sequence = Math.max(0, ...calls.map((one) => one.sequence));
  return {
    type: 'snapshot',
    cursor: `${serviceDay}.${sequence}`,
    view: { kind: 'board', serviceDay, latestCalls: latest(calls) },
  };
}

/** A change that tells of `news`, after `before` was known. */
function change(before: readonly BoardCall[], news: readonly BoardCall[]): FeedMessage {
  const all = [...before, ...news];
  const sequence = Math.max(0, ...all.map((one) => one.sequence));
  return {
    type: 'change',
    cursor: `${DAY}.${sequence}`,
    view: { kind: 'board', serviceDay: DAY, latestCalls: latest(all) },
    calls: [...news],
  };
}

/** Lets time pass until nothing is on the screen, and tells what was shown and for how long. */
function watch(start: Announcements): { shown: BoardCall[]; shownForMs: number[] } {
  const shown: BoardCall[] = [];
  const shownForMs: number[] = [];
  let state = start;
  for (let atMs = nextAdvanceAtMs(state); atMs !== null; atMs = nextAdvanceAtMs(state)) {
    if (state.current !== null) {
      shown.push(state.current.call);
      shownForMs.push(atMs - state.current.shownAtMs);
    }
    state = advance(state, atMs);
  }
  return { shown, shownForMs };
}

const codes = (calls: readonly BoardCall[]) => calls.map((one) => one.code);

describe('the board', () => {
  test('announces nothing that was called before it was switched on, and lists it', () => {
    const state = hear(noAnnouncements, snapshot([call(1, 'A001'), call(2, 'B001')]), 0);
    expect(state.current).toBeNull();
    expect(codes(listedCalls(state))).toEqual(['B001', 'A001']);
  });

  test('fills the screen with a call, and then adds it to the list', () => {
    const known = [call(1, 'A001')];
    let state = hear(noAnnouncements, snapshot(known), 0);
    state = hear(state, change(known, [call(2, 'B001', '3')]), 1_000);
    expect(state.current?.call).toMatchObject({ code: 'B001', counter: '3' });
    expect(codes(listedCalls(state))).toEqual(['A001']);

    state = advance(state, 1_000 + FULL_DISPLAY_MS - 1);
    expect(state.current?.call.code).toBe('B001');
    state = advance(state, 1_000 + FULL_DISPLAY_MS);
    expect(state.current).toBeNull();
    expect(codes(listedCalls(state))).toEqual(['B001', 'A001']);
  });

  test('shows each of two calls made at once, long enough to be read', () => {
    let state = hear(noAnnouncements, snapshot([]), 0);
    state = hear(state, change([], [call(1, 'A001'), call(2, 'B001')]), 0);
    const { shown, shownForMs } = watch(state);
    expect(codes(shown)).toEqual(['A001', 'B001']);
    expect(shownForMs).toEqual([SHORTEST_DISPLAY_MS, FULL_DISPLAY_MS]);
  });

  test('cuts a call on the screen short, never below the shortest time, when another comes', () => {
    let state = hear(noAnnouncements, snapshot([]), 0);
    state = hear(state, change([], [call(1, 'A001')]), 0);
    state = hear(state, change([call(1, 'A001')], [call(2, 'B001')]), 1_000);
    expect(state.current?.call.code).toBe('A001');
    expect(nextAdvanceAtMs(state)).toBe(SHORTEST_DISPLAY_MS);
  });

  test('announces a recall again', () => {
    const first = call(1, 'A001');
    let state = hear(noAnnouncements, snapshot([]), 0);
    state = hear(state, change([], [first]), 0);
    state = hear(state, change([first], [call(2, 'A001')]), 60_000);
    expect(state.current).toMatchObject({ call: { sequence: 2 }, shownAtMs: 60_000 });
  });

  test('announces a recall even while the same number is still on the screen', () => {
    const first = call(1, 'A001');
    let state = hear(noAnnouncements, snapshot([]), 0);
    state = hear(state, change([], [first]), 0);
    state = hear(state, change([first], [call(2, 'A001')]), 1_000);
    expect(watch(state).shown.map((one) => one.sequence)).toEqual([1, 2]);
  });

  test('announces every call missed while it was cut off', () => {
    const known = [call(1, 'A001')];
    let state = hear(noAnnouncements, snapshot(known), 0);
    const missed = [call(2, 'B001'), call(3, 'C001'), call(4, 'A002')];
    state = hear(state, change(known, missed), 60_000);
    expect(codes(watch(state).shown)).toEqual(['B001', 'C001', 'A002']);
  });

  test('announces the latest of very many missed calls and lists them all', () => {
    const missed = Array.from({ length: 20 }, (_, index) =>
      call(index + 1, `A${String(index + 1).padStart(3, '0')}`),
    );
    const state = hear(hear(noAnnouncements, snapshot([]), 0), change([], missed), 60_000);
    const { shown } = watch(state);
    expect(codes(shown)).toEqual(codes(missed.slice(-LONGEST_QUEUE)));
    expect(listedCalls(advance({ ...state, queue: [], current: null }, 0))).toHaveLength(20);
  });

  test('announces a number called twice during a cut once, at its last counter', () => {
    const state = hear(
      hear(noAnnouncements, snapshot([]), 0),
      change([], [call(1, 'A001', '1'), call(2, 'A001', '4')]),
      0,
    );
    expect(watch(state).shown).toEqual([call(2, 'A001', '4')]);
  });

  test('announces what is new in a snapshot that replaces a lost place in the feed', () => {
    const known = [call(1, 'A001')];
    let state = hear(noAnnouncements, snapshot(known), 0);
    state = hear(state, snapshot([...known, call(5, 'B001')]), 60_000);
    expect(codes(watch(state).shown)).toEqual(['B001']);
  });

  test('announces nothing twice when a message comes twice', () => {
    const message = change([], [call(1, 'A001')]);
    let state = hear(hear(noAnnouncements, snapshot([]), 0), message, 0);
    state = hear(state, message, 100);
    expect(codes(watch(state).shown)).toEqual(['A001']);
  });

  test('takes a call that was undone off the screen and off the list', () => {
    const known = [call(1, 'A001')];
    const undone = call(2, 'B001');
    let state = hear(noAnnouncements, snapshot(known), 0);
    state = hear(state, change(known, [undone]), 1_000);
    expect(state.current?.call.code).toBe('B001');
    state = hear(state, { ...change(known, []), cursor: `${DAY}.3` }, 2_000);
    expect(state.current).toBeNull();
    expect(codes(listedCalls(state))).toEqual(['A001']);
  });

  test('does not announce a call that was undone while others were announced', () => {
    const known = [call(1, 'A001'), call(3, 'C001')];
    let state = hear(noAnnouncements, snapshot([]), 0);
    state = hear(state, change([], [call(1, 'A001'), call(2, 'B001'), call(3, 'C001')]), 0);
    state = hear(state, { ...change(known, []), cursor: `${DAY}.4` }, 1_000);
    expect(codes(watch(state).shown)).toEqual(['A001', 'C001']);
  });

  test('announces nothing of a call that was made and undone during a cut', () => {
    const known = [call(1, 'A001')];
    let state = hear(noAnnouncements, snapshot(known), 0);
    const message = { ...change(known, []), cursor: `${DAY}.3`, calls: [call(2, 'B001')] };
    state = hear(state, message as FeedMessage, 60_000);
    expect(state.current).toBeNull();
    expect(codes(listedCalls(state))).toEqual(['A001']);
  });

  test('leaves a call standing whose recall was undone, and announces the next recall', () => {
    const first = call(1, 'A001');
    let state = hear(noAnnouncements, snapshot([]), 0);
    state = hear(state, change([], [first]), 0);
    state = hear(state, change([first], [call(2, 'A001')]), 60_000);
    state = hear(state, { ...change([first], []), cursor: `${DAY}.3` }, 61_000);
    expect(state.current?.call.code).toBe('A001');
    state = hear(state, change([first], [call(4, 'A001')]), 120_000);
    expect(state.current?.call.sequence).toBe(4);
  });

  test('announces a number of the paper roll like any other', () => {
    const known = [call(1, 'A001')];
    let state = hear(noAnnouncements, snapshot(known), 0);
    state = hear(state, change(known, [call(2, 'R017', '2')]), 1_000);
    expect(state.current?.call).toMatchObject({ code: 'R017', counter: '2' });
    state = advance(state, 1_000 + FULL_DISPLAY_MS);
    expect(codes(listedCalls(state))).toEqual(['R017', 'A001']);
  });

  test('begins a new day with an empty list, and announces its first call', () => {
    let state = hear(noAnnouncements, snapshot([call(70, 'A050')]), 0);
    state = hear(state, snapshot([], '2026-11-24'), 1_000);
    expect(listedCalls(state)).toEqual([]);
    const first: FeedMessage = {
      type: 'snapshot',
      cursor: '2026-11-24.3',
      view: { kind: 'board', serviceDay: '2026-11-24', latestCalls: [call(3, 'A001')] },
    };
    state = hear(state, first, 2_000);
    expect(state.current?.call.code).toBe('A001');
  });

  test('still announces after the office was restored from an older copy', () => {
    let state = hear(noAnnouncements, snapshot([call(70, 'A050')]), 0);
    const restored = [call(12, 'A009')];
    state = hear(state, snapshot(restored), 1_000);
    expect(state.current).toBeNull();
    state = hear(state, change(restored, [call(13, 'A010')]), 2_000);
    expect(state.current?.call.code).toBe('A010');
  });

  test('shows every call of any day whose cuts are short, each for the shortest time at least', () => {
    const cuts = fc.array(fc.integer({ min: 1, max: LONGEST_QUEUE }), {
      minLength: 1,
      maxLength: 8,
    });
    fc.assert(
      fc.property(cuts, (sizes) => {
        const known: BoardCall[] = [];
        const seen: number[] = [];
        let state = hear(noAnnouncements, snapshot([]), 0);
        let nowMs = 0;
        const until = (limitMs: number): void => {
          for (let atMs = nextAdvanceAtMs(state); atMs !== null && atMs <= limitMs; ) {
            state = advance(state, atMs);
            if (state.current !== null) seen.push(state.current.call.sequence);
            atMs = nextAdvanceAtMs(state);
          }
        };
        for (const size of sizes) {
          const news = Array.from({ length: size }, (_, index) => {
            const sequence = known.length + index + 1;
            return call(sequence, `A${String(sequence).padStart(3, '0')}`);
          });
          state = hear(state, change(known, news), nowMs);
          if (state.current !== null && !seen.includes(state.current.call.sequence)) {
            seen.push(state.current.call.sequence);
          }
          known.push(...news);
          nowMs += FULL_DISPLAY_MS * (size + 1);
          until(nowMs);
        }
        until(Number.POSITIVE_INFINITY);
        expect(seen).toEqual(known.map((one) => one.sequence));
      }),
    );
  });
});
