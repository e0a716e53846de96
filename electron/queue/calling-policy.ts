import type { PickReason, PickReasonCode } from './pick-reason.ts';
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

/** Whom a counter calls next at a moment, and why; null when nobody may be called there. */
export function pickNext(state: DayState, counter: CallingCounter, nowMs: number): Pick | null {
  const next = state.line.next(counter, nowMs);
  if (next === null) return null;
  const { person, because } = next;
  const ticket = state.tickets.get(person.ticketId);
  if (ticket === undefined) throw new Error('Somebody waits without a ticket');
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
 * The waiting people in the order in which one counter for all queues would call them, if nobody
 * else came; who has just come back stands where they would without the guard.
 *
 * @param most stops after so many.
 */
export function callingOrder(state: DayState, most = Number.POSITIVE_INFINITY): Ticket[] {
  const everything: CallingCounter = {
    // No counter has this name, so those reserved for one are in their queue's order below.
    counter: '',
    queues: state.rules.queues.map(({ letter }) => letter),
  };
  let line = state.line.withoutReservations();
  const order: Ticket[] = [];
  while (order.length < most) {
    const next = line.next(everything, Number.POSITIVE_INFINITY);
    if (next === null) break;
    const ticket = state.tickets.get(next.person.ticketId);
    if (ticket !== undefined) order.push(ticket);
    line = line.call(next.person, everything, Number.POSITIVE_INFINITY);
  }
  return order;
}

/** How many people of the same queue are to be called before this waiting ticket. */
export function peopleAhead(state: DayState, ticket: Ticket): number {
  return ticket.status === 'waiting' ? state.line.aheadOf(waitingPerson(ticket, state.rules)) : 0;
}
