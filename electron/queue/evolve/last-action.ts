import type { DayState, LastAction } from '../state.ts';
import type { CounterId } from '../ticket.ts';

/** What a counter did last can be undone. */
export function rememberAction(state: DayState, counter: CounterId, action: LastAction): DayState {
  return { ...state, lastActions: new Map(state.lastActions).set(counter, action) };
}

/** Nothing is left for a counter to undo. */
export function forgetAction(state: DayState, counter: CounterId): DayState {
  const lastActions = new Map(state.lastActions);
  lastActions.delete(counter);
  return { ...state, lastActions };
}
