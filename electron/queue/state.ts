import type { Appointment } from './appointments/appointment.ts';
import type { DayRules } from './day-rules.ts';
import type { PauseReason } from './event.ts';
import { compareTexts, SortedMap } from './sorted-map.ts';
import type { CounterId, QueueLetter, Ticket, TicketId, TicketStatus } from './ticket.ts';
import { WaitingLine } from './waiting-line.ts';

export interface CounterState {
  readonly counter: CounterId;
  /** The queues it serves, preferred first. */
  readonly queues: readonly QueueLetter[];
  /** `abandoned`: its desk has vanished, and its ticket is still there. */
  readonly status: 'open' | 'paused' | 'abandoned';
  /** Null unless paused. */
  readonly pauseReason: PauseReason | null;
  /** Since when the status is what it is. */
  readonly sinceMs: number;
  /** The ticket called or being served there. */
  readonly ticketId: TicketId | null;
}

/** What a counter did last, with what it takes to undo it. */
export interface LastAction {
  readonly sequence: number;
  readonly atMs: number;
  readonly ticketId: TicketId;
  /** Null where the action made the ticket. */
  readonly ticketBefore: Ticket | null;
  /** The ticket that the counter had. */
  readonly counterHadBefore: TicketId | null;
  /** How often the ticket had been overtaken. */
  readonly overtakenBefore: number;
  /** Whom the call overtook. */
  readonly passed: readonly TicketId[];
}

/** One office on one service day: exactly what its events say, under the day's rules. */
export interface DayState {
  readonly rules: DayRules;
  /** Sequence of the last event, 0 before the first. */
  readonly sequence: number;
  /** Time of the last event, UTC epoch milliseconds, 0 before the first. */
  readonly lastEventAtMs: number;
  readonly hasEnded: boolean;
  readonly tickets: SortedMap<TicketId, Ticket>;
  readonly issuedByQueue: ReadonlyMap<QueueLetter, number>;
  /** How many tickets are in each status now. */
  readonly ticketsByStatus: Readonly<Record<TicketStatus, number>>;
  readonly line: WaitingLine;
  /** The open counters. */
  readonly counters: ReadonlyMap<CounterId, CounterState>;
  readonly lastActions: ReadonlyMap<CounterId, LastAction>;
  /** The day's list, by code. */
  readonly appointments: SortedMap<string, Appointment>;
  /** The paper roll and the next number to be called from it, or null where there is none. */
  readonly paperRoll: { readonly firstNumber: number; readonly nextNumber: number } | null;
  /** The numbers of the roll that were called. */
  readonly paperNumbersCalled: ReadonlySet<number>;
}

const noTickets: DayState['ticketsByStatus'] = {
  waiting: 0,
  called: 0,
  serving: 0,
  parked: 0,
  noShow: 0,
  closed: 0,
  cancelled: 0,
  expired: 0,
};

/** A service day before anything happened. */
export function newDay(rules: DayRules): DayState {
  return {
    rules,
    sequence: 0,
    lastEventAtMs: 0,
    hasEnded: false,
    tickets: SortedMap.empty(compareTexts),
    issuedByQueue: new Map(),
    ticketsByStatus: noTickets,
    line: WaitingLine.empty(rules),
    counters: new Map(),
    lastActions: new Map(),
    appointments: SortedMap.empty(compareTexts),
    paperRoll: null,
    paperNumbersCalled: new Set(),
  };
}
