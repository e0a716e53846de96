import type { QueueEvent, RecordedEvent } from './event.ts';
import { applyToCounter } from './evolve/counters.ts';
import { importAppointments, issue } from './evolve/issue.ts';
import { callPaperNumber, startRoll } from './evolve/paper-roll.ts';
import { applyStep } from './evolve/steps.ts';
import { replaceTicket } from './evolve/tickets.ts';
import { undo } from './evolve/undo.ts';
import { objectionTo } from './objection.ts';
import type { DayState } from './state.ts';
import type { TicketStatus } from './ticket.ts';

/** The events contradict each other: going on would call or number somebody twice. */
export class LedgerDamage extends Error {
  override readonly name = 'LedgerDamage';
}

/** What the end of the day finds unfinished. */
const unfinished: ReadonlySet<TicketStatus> = new Set(['waiting', 'called', 'serving', 'parked']);

function endDay(state: DayState, { sequence, atMs }: RecordedEvent): DayState {
  let next = state;
  for (const ticket of state.tickets.values()) {
    if (!unfinished.has(ticket.status)) continue;
    const changed = { changedAt: sequence, changedAtMs: atMs };
    next = replaceTicket(next, ticket, { ...ticket, status: 'expired', ...changed }, 0);
  }
  return { ...next, hasEnded: true, counters: new Map(), lastActions: new Map(), paperRoll: null };
}

function refuseGap(
  { issuedByQueue }: DayState,
  { queue, number }: Extract<QueueEvent, { type: 'ticketIssued' }>,
): void {
  const last = issuedByQueue.get(queue) ?? 0;
  if (number !== last + 1) {
    throw new LedgerDamage(`The ledger has number ${queue}${number} after ${queue}${last}`);
  }
}

function apply(state: DayState, recorded: RecordedEvent): DayState {
  const event: QueueEvent = recorded.event;
  switch (event.type) {
    case 'ticketIssued':
      return issue(state, recorded, event);
    case 'appointmentsImported':
      return importAppointments(state, event);
    case 'counterOpened':
    case 'counterQueuesChanged':
    case 'counterPaused':
    case 'counterResumed':
    case 'counterAbandoned':
    case 'counterClosed':
      return applyToCounter(state, recorded, event);
    case 'actionUndone':
      return undo(state, recorded, event.counter);
    case 'paperRollStarted':
      return startRoll(state, event.firstNumber);
    case 'paperRollEnded':
      return { ...state, paperRoll: null };
    case 'paperNumberCalled':
      return callPaperNumber(state, recorded, event);
    case 'dayEnded':
      return endDay(state, recorded);
    default:
      return applyStep(state, recorded, event);
  }
}

/**
 * The state after one more event.
 *
 * @throws LedgerDamage when the event is not the next in sequence or contradicts the state.
 */
export function evolve(state: DayState, recorded: RecordedEvent): DayState {
  const { sequence, atMs, event } = recorded;
  if (sequence !== state.sequence + 1) {
    throw new LedgerDamage(
      `The ledger has event ${sequence} where ${state.sequence + 1} must follow`,
    );
  }
  if (atMs < state.lastEventAtMs) {
    throw new LedgerDamage(`Event ${sequence} of the ledger is older than the one before it`);
  }
  if (event.type === 'ticketIssued') refuseGap(state, event);
  const objection = objectionTo(state, event);
  if (objection !== null) {
    throw new LedgerDamage(
      `Event ${sequence} of the ledger, ${event.type}, cannot be: ${JSON.stringify(objection)}`,
    );
  }
  return { ...apply(state, recorded), sequence, lastEventAtMs: atMs };
}
