import type { FeedMessage } from '../../electron/contract/feed.ts';
import type { BoardCall } from '../../electron/contract/views.ts';

/** A call fills the screen this long when nobody else is waiting to be announced. */
export const FULL_DISPLAY_MS = 10_000;

/**
 * And at least this long when somebody is: the chime takes a second and a half, and a person who
 * then looks up still has time to read four characters and a counter.
 */
export const SHORTEST_DISPLAY_MS = 5_000;

/**
 * After a long cut only this many missed calls are announced, the latest ones: half a minute in
 * all. The older ones go straight to the list, where the people meant can still read them.
 */
export const LONGEST_QUEUE = 6;

/** A call on the screen. */
export interface Announcement {
  readonly call: BoardCall;
  readonly shownAtMs: number;
}

export interface Announcements {
  readonly serviceDay: string | null;
  /** The latest call heard of; nothing up to it is announced again. */
  readonly lastSequence: number;
  /** Still to be announced, oldest first. */
  readonly queue: readonly BoardCall[];
  readonly current: Announcement | null;
  /** The calls of the view, newest first, one per ticket. */
  readonly latestCalls: readonly BoardCall[];
}

export const noAnnouncements: Announcements = {
  serviceDay: null,
  lastSequence: 0,
  queue: [],
  current: null,
  latestCalls: [],
};

/**
 * What becomes of the board when the feed says something. Calls are told apart by their sequence,
 * so a message heard twice announces nothing twice, and a recall, which has a sequence of its own,
 * is announced again. A snapshot after a cut announces what is new in it as well. A call that the
 * view no longer has was undone: nobody is sent to a counter by it any more.
 */
export function hear(state: Announcements, message: FeedMessage, nowMs: number): Announcements {
  const { view } = message;
  if (view.kind !== 'board') return state;

  const isFirst = state.serviceDay === null;
  const isAnotherDay = !isFirst && state.serviceDay !== view.serviceDay;
  // A ledger that is shorter than before is another ledger: the data was replaced or restored.
  const isAnotherLedger =
    !isFirst &&
    !isAnotherDay &&
    message.type === 'snapshot' &&
    sequenceOf(message.cursor) < state.lastSequence;

  const before = isAnotherDay || isAnotherLedger ? noAnnouncements : state;
  const isSilent = isFirst || isAnotherLedger;
  const missed = message.type === 'change' ? message.calls : [];
  // Of a first snapshot nothing is announced: those calls were made before the board was there.
  const candidates = isSilent && message.type === 'snapshot' ? [] : view.latestCalls;

  const fresh = latestOfEachCode([
    ...before.queue,
    ...candidates.filter((call) => call.sequence > before.lastSequence),
  ]).filter(({ sequence }) => view.latestCalls.some((call) => call.sequence === sequence));
  const { current } = before;
  return advance(
    {
      serviceDay: view.serviceDay,
      lastSequence: Math.max(
        before.lastSequence,
        ...view.latestCalls.map((call) => call.sequence),
        ...missed.map((call) => call.sequence),
      ),
      queue: fresh.slice(-LONGEST_QUEUE),
      // A recall that was undone leaves the call before it standing.
      current: view.latestCalls.some(({ code }) => code === current?.call.code) ? current : null,
      latestCalls: view.latestCalls,
    },
    nowMs,
  );
}

/** What becomes of the board as time passes: the next call is shown, or the last joins the list. */
export function advance(state: Announcements, nowMs: number): Announcements {
  if (state.current !== null && nowMs < endsAtMs(state, state.current)) return state;
  const [call, ...queue] = state.queue;
  if (call === undefined) return state.current === null ? state : { ...state, current: null };
  return {
    ...state,
    queue,
    current: { call, shownAtMs: nowMs },
  };
}

/** When {@link advance} has something to do next; null when only the feed can bring something. */
export function nextAdvanceAtMs(state: Announcements): number | null {
  return state.current === null ? null : endsAtMs(state, state.current);
}

/** The list beside, or after, the call that fills the screen: what has been announced already. */
export function listedCalls(state: Announcements): BoardCall[] {
  const unannounced = new Set(state.queue.map((call) => call.code));
  if (state.current !== null) unannounced.add(state.current.call.code);
  return state.latestCalls.filter((call) => !unannounced.has(call.code));
}

function endsAtMs(state: Announcements, current: Announcement): number {
  return current.shownAtMs + (state.queue.length > 0 ? SHORTEST_DISPLAY_MS : FULL_DISPLAY_MS);
}

/** Oldest first, and of a code called more than once only the last: the counter may differ. */
function latestOfEachCode(calls: readonly BoardCall[]): BoardCall[] {
  const byCode = new Map<string, BoardCall>();
  for (const call of calls) {
    const known = byCode.get(call.code);
    if (known === undefined || known.sequence < call.sequence) byCode.set(call.code, call);
  }
  return [...byCode.values()].sort((a, b) => a.sequence - b.sequence);
}

function sequenceOf(cursor: string): number {
  return Number(cursor.slice(cursor.lastIndexOf('.') + 1));
}
