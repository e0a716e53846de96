import type { BoardCall, BoardView } from '../../contract/views.ts';

/** More than any board shows, few enough to be read by nobody as a history of the day. */
const LATEST_CALLS = 12;

/** The latest calls, newest first, one line per ticket. A code and a counter, nothing else. */
export function boardView(serviceDay: string, calls: readonly BoardCall[]): BoardView {
  const latest = new Map<string, BoardCall>();
  for (let index = calls.length - 1; index >= 0 && latest.size < LATEST_CALLS; index -= 1) {
    const call = calls[index];
    if (call !== undefined && !latest.has(call.code)) latest.set(call.code, call);
  }
  return { kind: 'board', serviceDay, latestCalls: [...latest.values()] };
}
