import type {
  CounterTicket,
  DeskCounter,
  DeskView,
  WaitingTicket,
} from '../../../electron/contract/views.ts';

/** A person who waits, without anything that sets them apart. */
export function waitingTicket(code: string, change: Partial<WaitingTicket> = {}): WaitingTicket {
  return {
    ticketId: `id of ${code}`,
    code,
    queue: code.slice(0, 1),
    entry: 'walkIn',
    hasPriority: false,
    issuedAtMs: 0,
    sinceMs: 0,
    bookedAtMs: null,
    origin: 'arrived',
    reservedFor: null,
    notBeforeMs: null,
    range: null,
    ...change,
  };
}

/** A person just called to a counter. */
export function calledTicket(code: string, change: Partial<CounterTicket> = {}): CounterTicket {
  const queue = code.slice(0, 1);
  return {
    ticketId: `id of ${code}`,
    code,
    status: 'called',
    entry: 'walkIn',
    hasPriority: false,
    issuedAtMs: 0,
    callCount: 1,
    lastCalledAtMs: 60_000,
    startedAtMs: null,
    queue,
    reason: { code: 'longestWaiting', queue, sinceMs: 0 },
    noShow: { callsMissing: 0, fromMs: 0 },
    ...change,
  };
}

/** An open counter with nobody at it. */
export function deskCounter(counter: string, change: Partial<DeskCounter> = {}): DeskCounter {
  return {
    counter,
    status: 'open',
    pauseReason: null,
    sinceMs: 0,
    queues: ['A', 'B'],
    ticket: null,
    next: null,
    nextFromMs: null,
    undo: null,
    ...change,
  };
}

/** A day of three queues, on which nobody waits. */
export function deskView(change: Partial<DeskView> = {}): DeskView {
  return {
    kind: 'desk',
    serviceDay: '2026-11-24',
    waiting: [],
    waitingCount: 0,
    queues: ['A', 'B', 'C'].map((letter) => ({ letter, waiting: 0, range: null })),
    parked: [],
    noShows: [],
    counters: [],
    appointments: [],
    paperRoll: null,
    helpCalls: [],
    troubles: [],
    totals: { issued: 0, closed: 0, noShows: 0, cancelled: 0 },
    ...change,
  };
}
