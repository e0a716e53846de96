import type { QueueCommand } from '../../../electron/queue/command.ts';
import { decide } from '../../../electron/queue/decide.ts';
import type { Random } from '../../../electron/queue/estimate/random.ts';
import type { RecordedEvent } from '../../../electron/queue/event.ts';
import { evolve } from '../../../electron/queue/evolve.ts';
import { type CounterState, type DayState, newDay } from '../../../electron/queue/state.ts';
import type { CounterId, QueueLetter, TicketId } from '../../../electron/queue/ticket.ts';
import { clockMs, rulesOf, type Scenario } from './scenario.ts';
import { RECALL_AFTER_MS, TrueOffice } from './true-office.ts';

const MINUTE_MS = 60_000;
/** Nobody works longer after closing, whoever still waits. */
const OVERTIME_MS = 5 * 3_600_000;

/** Whom a counter calls next, in place of the domain's own policy. */
export type Policy = (state: DayState, counter: CounterState) => TicketId | null;

/** What the desk knew when a ticket had just been issued. */
export interface Issue {
  readonly ticketId: TicketId;
  readonly atMs: number;
  readonly state: DayState;
}

export interface PlayedDay {
  readonly ledger: readonly RecordedEvent[];
  readonly issues: readonly Issue[];
  /** As the day was before its end. */
  readonly state: DayState;
}

/**
 * One whole day, through the real domain code: people come, counters call, serve and pause.
 *
 * @param policy null for the office's own.
 */
export function playDay(scenario: Scenario, random: Random, policy: Policy | null): PlayedDay {
  return new SimulatedDay(scenario, random, policy).run();
}

class SimulatedDay {
  readonly #scenario: Scenario;
  readonly #office: TrueOffice;
  readonly #random: Random;
  readonly #policy: Policy | null;
  #state: DayState;
  #nowMs: number;
  readonly #closesAtMs: number;
  readonly #ledger: RecordedEvent[] = [];
  readonly #issues: Issue[] = [];
  /** The next last. */
  readonly #agenda: { readonly atMs: number; readonly happen: () => void }[] = [];
  readonly #idle = new Set<CounterId>();
  readonly #nextPauseMs = new Map<CounterId, number>();

  constructor(scenario: Scenario, random: Random, policy: Policy | null) {
    this.#scenario = scenario;
    this.#random = random;
    this.#policy = policy;
    this.#office = new TrueOffice(scenario, random);
    const rules = rulesOf(scenario);
    this.#state = newDay(rules);
    this.#nowMs = rules.openingWindows[0]?.opensAtMs ?? 0;
    this.#closesAtMs = rules.openingWindows.at(-1)?.closesAtMs ?? 0;
  }

  run(): PlayedDay {
    this.#importBookings();
    for (const { letter } of this.#scenario.queues) this.#expectWalkIn(letter, this.#nowMs);
    for (const { atMs, counter, queues } of this.#office.openings(this.#nowMs, new Set())) {
      this.#at(atMs, () => {
        this.#do({ type: 'openCounter', counter, queues });
        this.#nextPauseMs.set(counter, this.#office.nextPauseMs(atMs));
        this.#work(counter);
      });
    }
    while (!this.#isOver()) {
      const next = this.#agenda.pop();
      if (next === undefined || next.atMs > this.#closesAtMs + OVERTIME_MS) break;
      this.#nowMs = next.atMs;
      next.happen();
    }
    const state = this.#state;
    this.#do({ type: 'endDay' });
    return { ledger: this.#ledger, issues: this.#issues, state };
  }

  #isOver(): boolean {
    const { waiting, called, serving } = this.#state.ticketsByStatus;
    return this.#nowMs > this.#closesAtMs && waiting + called + serving === 0;
  }

  #importBookings(): void {
    const booked = this.#scenario.queues.flatMap(({ letter, bookings }) => {
      if (bookings === null) return [];
      const list: { queue: QueueLetter; bookedAtMs: number }[] = [];
      const untilMs = clockMs(bookings.until);
      for (let atMs = clockMs(bookings.from); atMs < untilMs; ) {
        if (this.#random.isTrue(bookings.taken)) list.push({ queue: letter, bookedAtMs: atMs });
        atMs += bookings.everyMinutes * MINUTE_MS;
      }
      return list;
    });
    const appointments = booked.map((one, index) => ({ ...one, code: `C${index}` }));
    this.#do({ type: 'importAppointments', appointments });
    for (const { code, queue, bookedAtMs } of appointments) {
      const atMs = this.#office.bookedArrivalMs(queue, bookedAtMs, Number.NEGATIVE_INFINITY);
      if (atMs === null) continue;
      // Who is there before the office opens waits at the door.
      this.#at(Math.max(this.#nowMs, atMs), () => {
        const hasPriority = this.#office.declaresPriority();
        const ticketId = this.#newTicketId();
        this.#do({ type: 'checkIn', ticketId, code, hasPriority, at: 'desk' });
        this.#issued(ticketId);
      });
    }
  }

  #expectWalkIn(queue: QueueLetter, afterMs: number): void {
    const atMs = this.#office.nextWalkInMs(queue, afterMs);
    if (!Number.isFinite(atMs)) return;
    this.#at(atMs, () => {
      this.#expectWalkIn(queue, atMs);
      const hasPriority = this.#office.declaresPriority();
      const ticketId = this.#newTicketId();
      this.#do({ type: 'issueTicket', ticketId, queue, entry: 'walkIn', hasPriority, at: 'kiosk' });
      this.#issued(ticketId);
    });
  }

  #issued(ticketId: TicketId): void {
    this.#issues.push({ ticketId, atMs: this.#nowMs, state: this.#state });
    this.#wake();
  }

  #wake(): void {
    for (const counter of [...this.#idle]) this.#work(counter);
  }

  /** A counter that is free pauses, calls somebody, or has nobody to call. */
  #work(counter: CounterId): void {
    this.#idle.delete(counter);
    const nextPauseMs = this.#nextPauseMs.get(counter) ?? Number.POSITIVE_INFINITY;
    if (Math.round(nextPauseMs) <= this.#nowMs) {
      this.#pause(counter);
      return;
    }
    if (this.#call(counter)) {
      this.#attend(counter);
      return;
    }
    this.#idle.add(counter);
    this.#at(nextPauseMs, () => {
      if (this.#idle.has(counter) && this.#nextPauseMs.get(counter) === nextPauseMs) {
        this.#work(counter);
      }
    });
  }

  #pause(counter: CounterId): void {
    this.#do({ type: 'pauseCounter', counter, reason: 'break' });
    this.#at(this.#nowMs + this.#office.pauseMs(0), () => {
      this.#do({ type: 'resumeCounter', counter });
      this.#nextPauseMs.set(counter, this.#office.nextPauseMs(this.#nowMs));
      this.#work(counter);
    });
  }

  #call(counter: CounterId): boolean {
    if (this.#policy === null) {
      const decision = decide(this.#state, { type: 'callNext', counter }, this.#nowMs);
      if (!decision.ok) return false;
      this.#append(decision.value);
      return true;
    }
    const found = this.#state.counters.get(counter);
    const ticketId = found === undefined ? null : this.#policy(this.#state, found);
    if (ticketId === null) return false;
    this.#do({ type: 'callTicket', counter, ticketId });
    return true;
  }

  #attend(counter: CounterId): void {
    const ticketId = this.#state.counters.get(counter)?.ticketId ?? '';
    const queue = this.#state.tickets.get(ticketId)?.queue ?? '';
    const calledAtMs = this.#nowMs;
    const about = { counter, ticketId };
    if (this.#office.isNoShow(queue, 0)) {
      this.#at(calledAtMs + RECALL_AFTER_MS, () => this.#do({ type: 'recall', ...about }));
      this.#at(calledAtMs + this.#office.noShowMs(0), () => {
        this.#do({ type: 'markNoShow', ...about });
        this.#expectReturn(about);
        this.#freed(counter);
      });
      return;
    }
    this.#at(calledAtMs + this.#office.walkMs(0), () => {
      this.#do({ type: 'startService', ...about });
      this.#at(this.#nowMs + this.#office.serviceMs(queue, 0), () => {
        this.#endService(queue, about);
        this.#freed(counter);
      });
    });
  }

  #freed(counter: CounterId): void {
    this.#at(this.#nowMs + this.#office.betweenCallsMs(0), () => this.#work(counter));
  }

  #expectReturn(about: { counter: CounterId; ticketId: TicketId }): void {
    const absenceMs = this.#office.absenceMs(0);
    if (absenceMs === null) return;
    this.#at(this.#nowMs + absenceMs, () => {
      this.#do({ type: 'returnTicket', ...about });
      this.#at(this.#nowMs + this.#state.rules.returnGuardMs, () => this.#wake());
    });
  }

  #endService(queue: QueueLetter, about: { counter: CounterId; ticketId: TicketId }): void {
    const end = this.#office.serviceEnd(queue);
    switch (end.kind) {
      case 'closed':
        this.#do({ type: 'closeTicket', ...about });
        return;
      case 'parked':
        this.#do({ type: 'parkTicket', ...about });
        this.#at(this.#nowMs + this.#office.asideMs(0), () => {
          this.#do({ type: 'resumeTicket', ...about });
          this.#wake();
        });
        return;
      case 'transferred':
        this.#do({ type: 'transferTicket', ...about, to: { queue: end.toQueue } });
        this.#wake();
        return;
      case 'continued':
        this.#do({ type: 'continueVisit', ...about, queue: end.toQueue });
        this.#wake();
    }
  }

  #newTicketId(): TicketId {
    return `t${this.#issues.length}`;
  }

  #at(exactMs: number, happen: () => void): void {
    if (!Number.isFinite(exactMs)) return;
    const atMs = Math.round(exactMs);
    let index = this.#agenda.length;
    while (index > 0 && (this.#agenda[index - 1]?.atMs ?? 0) <= atMs) index -= 1;
    this.#agenda.splice(index, 0, { atMs, happen });
  }

  #do(command: QueueCommand): void {
    const decision = decide(this.#state, command, this.#nowMs);
    if (!decision.ok)
      throw new Error(`The office refused ${JSON.stringify({ command, decision })}`);
    this.#append(decision.value);
  }

  #append(events: readonly RecordedEvent[]): void {
    for (const recorded of events) {
      this.#state = evolve(this.#state, recorded);
      this.#ledger.push(recorded);
    }
  }
}
