import type { DeviceTrouble } from '../../contract/device-report.ts';
import {
  type CounterTicket,
  type DeskCounter,
  type DeskView,
  type HelpCall,
  MOST_WAITING_SHOWN,
  type RestingTicket,
  type WaitingTicket,
} from '../../contract/views.ts';
import { callingOrder, pickNext } from '../../queue/calling-policy.ts';
import type { CounterState, DayState } from '../../queue/state.ts';
import { type Ticket, ticketCode } from '../../queue/ticket.ts';
import { arrivedMs } from '../../queue/waiting-person.ts';
import type { Ranges } from './ranges.ts';
import { waitingByQueue } from './waiting-by-queue.ts';

export type CounterSetup = { readonly counter: string; readonly queues: readonly string[] };

export type DeskViewParts = {
  readonly serviceDay: string;
  readonly state: DayState;
  readonly counters: readonly CounterSetup[];
  readonly nowMs: number;
  readonly ranges: Ranges;
  readonly helpCalls: readonly HelpCall[];
  readonly troubles: readonly DeviceTrouble[];
};

/** What staff see: who waits, in calling order, every counter of the office, and who rests. */
export function deskView(parts: DeskViewParts): DeskView {
  const { serviceDay, state, counters, nowMs, ranges, helpCalls, troubles } = parts;
  const waiting = waitingByQueue(state);
  const resting = (status: Ticket['status']): Ticket[] =>
    [...state.tickets.values()]
      .filter((ticket) => ticket.status === status)
      .sort((a, b) => b.changedAt - a.changedAt);
  return {
    kind: 'desk',
    serviceDay,
    waiting: callingOrder(state, MOST_WAITING_SHOWN).map((ticket) =>
      waitingTicket(ticket, nowMs, ranges),
    ),
    waitingCount: state.line.size,
    queues: state.rules.queues.map(({ letter }) => ({
      letter,
      waiting: waiting.get(letter) ?? 0,
      range: ranges.byQueue.get(letter) ?? null,
    })),
    parked: resting('parked').map(restingTicket),
    noShows: resting('noShow').map(restingTicket),
    counters: counters.map((setup) => deskCounter(state, setup, nowMs)),
    appointments: [...state.appointments.values()]
      .sort((a, b) => a.bookedAtMs - b.bookedAtMs)
      .map(({ code, bookedAtMs, queue, ticketId }) => {
        const ticket = ticketId === null ? undefined : state.tickets.get(ticketId);
        const shown = ticket === undefined ? null : ticketCode(ticket);
        return { code, bookedAtMs, queue, ticketCode: shown };
      }),
    paperRoll: state.paperRoll,
    helpCalls: [...helpCalls],
    troubles: [...troubles],
    totals: {
      issued: state.tickets.size,
      closed: state.ticketsByStatus.closed,
      noShows: state.ticketsByStatus.noShow,
      cancelled: state.ticketsByStatus.cancelled,
    },
  };
}

function waitingTicket(ticket: Ticket, nowMs: number, ranges: Ranges): WaitingTicket {
  const { ticketId, queue, entry, hasPriority, issuedAtMs, origin, reservedFor } = ticket;
  return {
    ticketId,
    code: ticketCode(ticket),
    queue,
    entry,
    hasPriority,
    issuedAtMs,
    sinceMs: arrivedMs(ticket),
    bookedAtMs: ticket.booking?.bookedAtMs ?? null,
    origin,
    reservedFor,
    notBeforeMs: ticket.notBeforeMs > nowMs ? ticket.notBeforeMs : null,
    range: ranges.byTicket.get(ticketId) ?? null,
  };
}

function restingTicket(ticket: Ticket): RestingTicket {
  const { ticketId, queue, entry, hasPriority, changedAtMs, counter } = ticket;
  const code = ticketCode(ticket);
  return { ticketId, code, queue, entry, hasPriority, sinceMs: changedAtMs, counter };
}

function deskCounter(state: DayState, setup: CounterSetup, nowMs: number): DeskCounter {
  const open = state.counters.get(setup.counter);
  if (open === undefined) {
    return {
      counter: setup.counter,
      status: 'closed',
      pauseReason: null,
      sinceMs: null,
      queues: [...setup.queues],
      ticket: null,
      next: null,
      nextFromMs: null,
      undo: null,
    };
  }
  const ticket = open.ticketId === null ? undefined : state.tickets.get(open.ticketId);
  const pick = open.status === 'open' ? pickNext(state, open, nowMs) : null;
  return {
    counter: open.counter,
    status: open.status,
    pauseReason: open.pauseReason,
    sinceMs: open.sinceMs,
    queues: [...open.queues],
    ticket: ticket === undefined ? null : counterTicket(state, ticket),
    next: pick === null ? null : { ticketId: pick.ticket.ticketId, reason: pick.reason },
    nextFromMs: open.status === 'open' && pick === null ? firstCallableMs(state, open) : null,
    undo: undoable(state, open),
  };
}

/** When the first of those who have just come back may be called; null without any. */
function firstCallableMs(state: DayState, counter: CounterState): number | null {
  const times = [...state.line.callableBy(counter)].map(({ notBeforeMs }) => notBeforeMs);
  return times.length === 0 ? null : Math.min(...times);
}

function undoable(state: DayState, { counter }: CounterState): DeskCounter['undo'] {
  const action = state.lastActions.get(counter);
  const ticket = action === undefined ? undefined : state.tickets.get(action.ticketId);
  if (action === undefined || ticket?.changedAt !== action.sequence) return null;
  return {
    ticketId: ticket.ticketId,
    code: ticketCode(ticket),
    untilMs: action.atMs + state.rules.undoWithinMs,
  };
}

function counterTicket(state: DayState, ticket: Ticket): CounterTicket | null {
  const { status, lastCalledAtMs, calledBecause } = ticket;
  if (status !== 'called' && status !== 'serving') return null;
  if (lastCalledAtMs === null || calledBecause === null) return null;
  const { afterCalls, afterMs } = state.rules.noShow;
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
    queue: ticket.queue,
    reason: calledBecause,
    noShow: {
      callsMissing: Math.max(0, afterCalls - ticket.callCount),
      fromMs: lastCalledAtMs + afterMs,
    },
  };
}
