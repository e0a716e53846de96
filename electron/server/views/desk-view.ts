import type { CounterTicket, DeskCounter, DeskView } from '../../contract/views.ts';
import { callingOrder, pickNext } from '../../queue/calling-policy.ts';
import type { DayState } from '../../queue/state.ts';
import { type Ticket, ticketCode } from '../../queue/ticket.ts';

export type CounterSetup = { readonly counter: string; readonly queues: readonly string[] };

/** What staff see: who waits, in calling order, and every counter of the office. */
export function deskView(
  serviceDay: string,
  state: DayState,
  counters: readonly CounterSetup[],
): DeskView {
  const tickets = [...state.tickets.values()];
  return {
    kind: 'desk',
    serviceDay,
    waiting: callingOrder(state).map((ticket) => ({
      ticketId: ticket.ticketId,
      code: ticketCode(ticket),
      queue: ticket.queue,
      entry: ticket.entry,
      hasPriority: ticket.hasPriority,
      issuedAtMs: ticket.issuedAtMs,
    })),
    counters: counters.map((setup) => deskCounter(state, setup)),
    totals: {
      issued: tickets.length,
      closed: tickets.filter((ticket) => ticket.status === 'closed').length,
      noShows: tickets.filter((ticket) => ticket.status === 'noShow').length,
    },
  };
}

function deskCounter(state: DayState, { counter, queues }: CounterSetup): DeskCounter {
  const open = state.counters.get(counter);
  if (open === undefined) {
    return { counter, isOpen: false, queues: [...queues], ticket: null, next: null };
  }
  const ticket = open.ticketId === null ? undefined : state.tickets.get(open.ticketId);
  const pick = pickNext(state, open.queues);
  return {
    counter,
    isOpen: true,
    queues: [...open.queues],
    ticket: ticket === undefined ? null : counterTicket(ticket),
    next: pick === null ? null : { ticketId: pick.ticket.ticketId, reason: pick.reason },
  };
}

function counterTicket(ticket: Ticket): CounterTicket | null {
  const { status, lastCalledAtMs } = ticket;
  if (status !== 'called' && status !== 'serving') return null;
  if (lastCalledAtMs === null) return null;
  return {
    ticketId: ticket.ticketId,
    code: ticketCode(ticket),
    status,
    entry: ticket.entry,
    hasPriority: ticket.hasPriority,
    issuedAtMs: ticket.issuedAtMs,
    callCount: ticket.callCount,
    lastCalledAtMs,
    startedAtMs: ticket.startedAtMs,
  };
}
