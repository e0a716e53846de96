import type { WaitingPerson } from './lane.ts';
import type { PickReason, PickReasonCode } from './pick-reason.ts';
import { hasClockGoneBack, policyTimeMs } from './policy-time.ts';
import type { DayState } from './state.ts';
import type { Ticket } from './ticket.ts';
import type { CallingCounter, NextPerson } from './waiting-line.ts';
import { waitingPerson } from './waiting-person.ts';

export interface Pick {
  readonly ticket: Ticket;
  readonly reason: PickReason;
}

const codes: Readonly<Record<NextPerson['because'], PickReasonCode>> = {
  longestWaiting: 'longestWaiting',
  reserved: 'reserved',
  priority: 'priority',
  booking: 'appointment',
  overtaken: 'overtakenEnough',
  preference: 'preferredQueue',
};

/**
 * Whom a counter calls next, and why; null when nobody may be called there.
 *
 * @param nowMs the clock, UTC epoch milliseconds.
 */
export function pickNext(state: DayState, counter: CallingCounter, nowMs: number): Pick | null {
  const next = state.line.next(counter, guardTimeMs(state, nowMs));
  if (next === null) return null;
  const { person, because } = next;
  const ticket = ticketOf(state, person);
  const isAgain = because === 'longestWaiting' && ticket.origin !== 'arrived';
  return {
    ticket,
    reason: {
      code: isAgain ? 'longestWaitingAgain' : codes[because],
      queue: ticket.queue,
      sinceMs: person.arrivedMs,
    },
  };
}

/**
 * Where the clock was set back for long, policy time stands still until it has caught up: nobody
 * who has come back must wait for that.
 */
function guardTimeMs(state: DayState, nowMs: number): number {
  return hasClockGoneBack(state, state.rules.returnGuardMs, nowMs)
    ? Number.POSITIVE_INFINITY
    : policyTimeMs(state, nowMs);
}

/**
 * The waiting people in the order in which one counter for all queues would call them, if nobody
 * else came; who has just come back stands where they would without the guard.
 *
 * @param most stops after so many.
 */
export function callingOrder(state: DayState, most = Number.POSITIVE_INFINITY): Ticket[] {
  const everything: CallingCounter = {
    // No counter has this name.
    counter: '',
    queues: state.rules.queues.map(({ letter }) => letter),
  };
  let line = state.line.forAnyCounter();
  const order: Ticket[] = [];
  while (order.length < most) {
    const next = line.next(everything, Number.POSITIVE_INFINITY);
    if (next === null) break;
    order.push(ticketOf(state, next.person));
    line = line.call(next.person, everything, Number.POSITIVE_INFINITY);
  }
  return order;
}

function ticketOf(state: DayState, { ticketId }: WaitingPerson): Ticket {
  const ticket = state.tickets.get(ticketId);
  if (ticket === undefined) throw new Error('Somebody waits without a ticket');
  return ticket;
}

/** How many people of the same queue are to be called before this waiting ticket. */
export function peopleAhead(state: DayState, ticket: Ticket): number {
  return ticket.status === 'waiting' ? state.line.aheadOf(waitingPerson(ticket, state.rules)) : 0;
}
