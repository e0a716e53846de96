import type { QueueCommand } from '../../../electron/queue/command.ts';
import { decide } from '../../../electron/queue/decide.ts';
import type { RecordedEvent } from '../../../electron/queue/event.ts';
import type { QueueError } from '../../../electron/queue/queue-error.ts';
import { type DayRules, type DayState, evolve, newDay } from '../../../electron/queue/state.ts';

export const MINUTE_MS = 60_000;

export const rules: DayRules = {
  queues: [
    { letter: 'A', dailyCap: 999 },
    { letter: 'B', dailyCap: 999 },
  ],
  priorityCreditMs: 15 * MINUTE_MS,
};

/** A day that one can talk to: it keeps the ledger and throws where a command is refused. */
export class Day {
  state: DayState;
  readonly ledger: RecordedEvent[] = [];

  constructor(dayRules: DayRules = rules) {
    this.state = newDay(dayRules);
  }

  /** Carries the command out, or says why not. */
  attempt(command: QueueCommand, atMinute = 0): QueueError | null {
    const decision = decide(this.state, command, atMinute * MINUTE_MS);
    if (!decision.ok) return decision.error;
    for (const recorded of decision.value) {
      this.state = evolve(this.state, recorded);
      this.ledger.push(recorded);
    }
    return null;
  }

  do(command: QueueCommand, atMinute = 0): void {
    const error = this.attempt(command, atMinute);
    if (error !== null) throw new Error(`Refused: ${JSON.stringify(error)}`);
  }

  /** Issues a ticket and names it after its order, "t1", "t2" … */
  issue(queue: string, atMinute = 0, hasPriority = false): string {
    const ticketId = `t${this.state.tickets.size + 1}`;
    this.do({ type: 'issueTicket', ticketId, queue, entry: 'walkIn', hasPriority }, atMinute);
    return ticketId;
  }

  /** Calls the next person at the counter and says who it is. */
  callNext(counter: string, atMinute = 0): string {
    this.do({ type: 'callNext', counter }, atMinute);
    const ticketId = this.state.counters.get(counter)?.ticketId;
    if (ticketId === undefined || ticketId === null) throw new Error('Nobody at the counter');
    return ticketId;
  }
}
