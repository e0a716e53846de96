import type { BoardCall } from '../../contract/views.ts';
import type { RecordedEvent } from '../../queue/event.ts';
import type { DayState } from '../../queue/state.ts';
import { ticketCode } from '../../queue/ticket.ts';

/** What a board announces for an event: a call or a repeated call; null for anything else. */
export function callIn(
  state: DayState,
  { sequence, atMs, event }: RecordedEvent,
): BoardCall | null {
  if (event.type !== 'ticketCalled' && event.type !== 'ticketRecalled') return null;
  const ticket = state.tickets.get(event.ticketId);
  if (ticket === undefined) return null;
  return { sequence, code: ticketCode(ticket), counter: event.counter, calledAtMs: atMs };
}
