import type { PhoneState, PhoneView } from '../../contract/phone.ts';
import { peopleAhead } from '../../queue/calling-policy.ts';
import type { DayState } from '../../queue/state.ts';
import { type Ticket, type TicketStatus, ticketCode } from '../../queue/ticket.ts';
import type { OfficeSetup } from '../office.ts';
import type { Ranges } from '../views/ranges.ts';

export type PhoneViewParts = {
  readonly setup: OfficeSetup;
  readonly state: DayState;
  readonly ticket: Ticket;
  readonly ranges: Ranges;
  readonly nowMs: number;
};

/** Why a visit is over is not for a phone that somebody else may hold. */
const states: Readonly<Record<TicketStatus, PhoneState>> = {
  waiting: 'waiting',
  called: 'called',
  serving: 'serving',
  parked: 'parked',
  noShow: 'missed',
  closed: 'over',
  cancelled: 'over',
  expired: 'over',
};

/** What the phone of a ticket's holder is told. */
export function phoneView({ setup, state, ticket, ranges, nowMs }: PhoneViewParts): PhoneView {
  const isWaiting = ticket.status === 'waiting';
  return {
    state: states[ticket.status],
    code: ticketCode(ticket),
    counter: isWaiting ? null : ticket.counter,
    peopleAhead: peopleAhead(state, ticket),
    range: isWaiting ? (ranges.byTicket.get(ticket.ticketId) ?? null) : null,
    office: setup.description.name,
    isDemo: setup.description.isDemo,
    serverTimeMs: nowMs,
  };
}
