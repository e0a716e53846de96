import type { RecordedEvent } from '../event.ts';
import type { WaitingPerson } from '../lane.ts';
import type { DayState, LastAction } from '../state.ts';
import type { CounterId, Ticket } from '../ticket.ts';
import { waitingPerson } from '../waiting-person.ts';
import { putTicketAt } from './counters.ts';
import { forgetAction } from './last-action.ts';
import { uncallPaperNumber } from './paper-roll.ts';
import { overtakenOf, replaceTicket, ticketOf } from './tickets.ts';

/** Takes back what a counter did last. */
export function undo(state: DayState, recorded: RecordedEvent, counter: CounterId): DayState {
  const action = state.lastActions.get(counter);
  if (action === undefined) throw new Error(`Counter ${counter} has done nothing`);
  const ticket = ticketOf(state, action.ticketId);
  const undone =
    action.ticketBefore === null
      ? uncallPaperNumber(state, ticket)
      : restore(state, recorded, action, ticket, action.ticketBefore);
  return forgetAction(putTicketAt(undone, counter, action.counterHadBefore), counter);
}

function restore(
  state: DayState,
  { sequence, atMs }: RecordedEvent,
  action: LastAction,
  now: Ticket,
  before: Ticket,
): DayState {
  const notOvertaken = { ...state, line: state.line.pass(stillPassed(state, action), -1) };
  const { reservedFor } = before;
  // The counter may have closed or paused since.
  const isKept = reservedFor !== null && state.counters.get(reservedFor)?.status === 'open';
  const restored: Ticket = {
    ...before,
    reservedFor: isKept ? reservedFor : null,
    changedAt: sequence,
    changedAtMs: atMs,
  };
  // Who went on waiting, in another queue, may have been overtaken there.
  const overtaken = now.status === 'waiting' ? overtakenOf(state, now) : action.overtakenBefore;
  return replaceTicket(notOvertaken, now, restored, overtaken);
}

/** Those whom the call passed, and who have done nothing but wait since. */
function stillPassed(state: DayState, { passed, sequence }: LastAction): WaitingPerson[] {
  return passed
    .map((ticketId) => ticketOf(state, ticketId))
    .filter(({ changedAt }) => changedAt < sequence)
    .map((ticket) => waitingPerson(ticket, state.rules));
}
