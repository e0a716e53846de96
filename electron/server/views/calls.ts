import type { BoardCall } from '../../contract/views.ts';
import type { RecordedEvent } from '../../queue/event.ts';
import type { DayState } from '../../queue/state.ts';
import { ticketCode } from '../../queue/ticket.ts';

/** What a board announces for an event: a call or a repeated call; null for anything else. */
function callIn(state: DayState, { sequence, atMs, event }: RecordedEvent): BoardCall | null {
  switch (event.type) {
    case 'ticketCalled':
    case 'ticketRecalled':
    case 'paperNumberCalled': {
      const ticket = state.tickets.get(event.ticketId);
      if (ticket === undefined) return null;
      return { sequence, code: ticketCode(ticket), counter: event.counter, calledAtMs: atMs };
    }
    default:
      return null;
  }
}

/**
 * The calls of a day after one more event. One that was made by mistake and taken back was never
 * made: no board shows it from then on.
 *
 * @param before the state that the event met, `after` the one it left.
 */
export function callsAfter(
  calls: readonly BoardCall[],
  recorded: RecordedEvent,
  before: DayState,
  after: DayState,
): readonly BoardCall[] {
  const { event } = recorded;
  if (event.type === 'actionUndone') {
    const undone = before.lastActions.get(event.counter)?.sequence;
    return calls.filter(({ sequence }) => sequence !== undone);
  }
  const call = callIn(after, recorded);
  return call === null ? calls : [...calls, call];
}
