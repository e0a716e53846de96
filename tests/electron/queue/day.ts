import type { QueueCommand } from '../../../electron/queue/command.ts';
import type { DayRules } from '../../../electron/queue/day-rules.ts';
import { decide } from '../../../electron/queue/decide.ts';
import type { RecordedEvent } from '../../../electron/queue/event.ts';
import { evolve } from '../../../electron/queue/evolve.ts';
import type { QueueError } from '../../../electron/queue/queue-error.ts';
import { type DayState, newDay } from '../../../electron/queue/state.ts';
import type { CounterId, QueueLetter, Ticket, TicketId } from '../../../electron/queue/ticket.ts';

export const MINUTE_MS = 60_000;

/** An office that is open all day, with short rules that are easy to reckon with. */
export const rules: DayRules = {
  queues: [
    { letter: 'A', dailyCap: 999 },
    { letter: 'B', dailyCap: 999 },
    { letter: 'C', dailyCap: 999 },
  ],
  openingWindows: [
    { opensAtMs: 0, closesAtMs: 1440 * MINUTE_MS, lastTicketAtMs: 1440 * MINUTE_MS },
  ],
  priorityHeadStartMs: 15 * MINUTE_MS,
  preferenceStepMs: 10 * MINUTE_MS,
  mostOvertaken: 3,
  appointments: { earlyLimitMs: 30 * MINUTE_MS, lateLimitMs: 20 * MINUTE_MS },
  returnGuardMs: 5 * MINUTE_MS,
  noShow: { afterCalls: 2, afterMs: MINUTE_MS },
  undoWithinMs: 10_000,
};

/** The commands in which a counter does something with a ticket, and says nothing else. */
type Step =
  | 'callTicket'
  | 'recall'
  | 'startService'
  | 'closeTicket'
  | 'markNoShow'
  | 'returnTicket'
  | 'parkTicket'
  | 'resumeTicket'
  | 'cancelTicket';

/** A day that one can talk to: it keeps the ledger and throws where a command is refused. */
export class Day {
  state: DayState;
  readonly ledger: RecordedEvent[] = [];
  /** Minutes since midnight on the office's clock; commands move it when they name a minute. */
  minute = 0;
  #issued = 0;

  constructor(dayRules: Partial<DayRules> = {}) {
    this.state = newDay({ ...rules, ...dayRules });
  }

  /** Carries the command out, or says why not. */
  attempt(command: QueueCommand, atMinute = this.minute): QueueError | null {
    this.minute = atMinute;
    const decision = decide(this.state, command, Math.round(atMinute * MINUTE_MS));
    if (!decision.ok) return decision.error;
    for (const recorded of decision.value) {
      this.state = evolve(this.state, recorded);
      this.ledger.push(recorded);
    }
    return null;
  }

  do(command: QueueCommand, atMinute?: number): void {
    const error = this.attempt(command, atMinute);
    if (error !== null) throw new Error(`Refused: ${JSON.stringify(error)}`);
  }

  open(counter: CounterId, queues: readonly QueueLetter[] = ['A', 'B', 'C'], atMinute?: number) {
    this.do({ type: 'openCounter', counter, queues }, atMinute);
  }

  /** Issues a ticket and names it after its order, "t1", "t2" … */
  issue(queue: QueueLetter, atMinute?: number, hasPriority = false): TicketId {
    const ticketId = this.#nextId();
    const person = { queue, hasPriority, entry: 'walkIn', at: 'kiosk' } as const;
    this.do({ type: 'issueTicket', ticketId, ...person }, atMinute);
    return ticketId;
  }

  /** Puts one appointment more on the day's list, and the person comes. */
  comeBooked(
    queue: QueueLetter,
    { booked, at, hasPriority = false }: { booked: number; at: number; hasPriority?: boolean },
  ): TicketId {
    const ticketId = this.#nextId();
    const code = `code${this.#issued}`;
    const others = [...this.state.appointments.values()];
    const appointments = [...others, { code, queue, bookedAtMs: booked * MINUTE_MS }];
    this.do({ type: 'importAppointments', appointments }, at);
    this.do({ type: 'checkIn', ticketId, code, hasPriority, at: 'kiosk' }, at);
    return ticketId;
  }

  #nextId(): TicketId {
    this.#issued += 1;
    return `t${this.#issued}`;
  }

  /** Calls the next person at the counter and says who it is. */
  callNext(counter: CounterId, atMinute?: number): TicketId {
    this.do({ type: 'callNext', counter }, atMinute);
    const ticketId = this.state.counters.get(counter)?.ticketId;
    if (ticketId === undefined || ticketId === null) throw new Error('Nobody at the counter');
    return ticketId;
  }

  /** Calls the next person, and is done with them at once. */
  serveNext(counter: CounterId, atMinute?: number): TicketId {
    const ticketId = this.callNext(counter, atMinute);
    this.step('closeTicket', counter, ticketId);
    return ticketId;
  }

  step(type: Step, counter: CounterId, ticketId: TicketId, atMinute?: number): void {
    this.do({ type, counter, ticketId }, atMinute);
  }

  attemptStep(type: Step, counter: CounterId, ticketId: TicketId, atMinute?: number) {
    return this.attempt({ type, counter, ticketId }, atMinute);
  }

  undo(counter: CounterId, atMinute?: number): void {
    this.do({ type: 'undo', counter }, atMinute);
  }

  ticket(ticketId: TicketId): Ticket {
    const ticket = this.state.tickets.get(ticketId);
    if (ticket === undefined) throw new Error(`No ticket ${ticketId}`);
    return ticket;
  }
}

/** All that a state says, in plain data: its maps keep their contents from a comparison. */
export function readable({ tickets, appointments, line, ...rest }: DayState) {
  return {
    ...rest,
    tickets: [...tickets.values()],
    appointments: [...appointments.values()],
    lineSize: line.size,
    line: [...line.people()]
      .map((person) => ({ ...person, overtaken: line.overtakenOf(person) }))
      .sort((a, b) => a.order - b.order),
  };
}
