import fc from 'fast-check';
import type { QueueCommand } from '../../../electron/queue/command.ts';
import type { DayRules } from '../../../electron/queue/day-rules.ts';
import { PAUSE_REASONS, type QueueEvent } from '../../../electron/queue/event.ts';
import type { QueueError } from '../../../electron/queue/queue-error.ts';
import type { DayState } from '../../../electron/queue/state.ts';
import type { CounterId, Ticket } from '../../../electron/queue/ticket.ts';
import { Day, MINUTE_MS } from './day.ts';

/** How often a property is tried; more with `SPORTELLO_PROPERTY_RUNS=…`. */
export function runs(usual: number): { readonly numRuns: number } {
  return { numRuns: Number(process.env['SPORTELLO_PROPERTY_RUNS'] ?? usual) };
}

const letter = fc.constantFrom('A', 'B', 'C');
const counter = fc.constantFrom('1', '2', '3');
/** As an office may have set its counters up: what each serves, preferred first. */
const queues = fc.constantFrom('A', 'AB', 'BA', 'ABC', 'CBA', 'C').map((all) => all.split(''));
/** Which ticket a step is about: mostly the one at the counter, else any of the day. */
const which = fc.nat({ max: 60 });

/**
 * One thing that happens on a day: time passes, somebody comes, or a counter does something. The
 * ticket is known only once the day has come so far, so a step is made into a command there.
 */
const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ minutes: fc.nat({ max: 9 }) }) },
  // Somebody sets the clock.
  { weight: 1, arbitrary: fc.record({ minutes: fc.constantFrom(-180, -30, -0.01, 120) }) },
  {
    weight: 10,
    arbitrary: fc.record({
      comes: letter,
      entry: fc.constantFrom('walkIn', 'walkIn', 'appointment'),
      hasPriority: fc.constantFrom(false, false, true),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      comesBooked: letter,
      bookedInMinutes: fc.integer({ min: -40, max: 50 }),
      hasPriority: fc.constantFrom(false, false, true),
    }),
  },
  { weight: 14, arbitrary: fc.record({ callsNext: counter, isDone: fc.boolean() }) },
  {
    weight: 14,
    arbitrary: fc.record({
      counter,
      does: fc.constantFrom(
        ...(['callTicket', 'recall', 'startService', 'closeTicket', 'markNoShow'] as const),
        ...(['returnTicket', 'parkTicket', 'resumeTicket', 'cancelTicket'] as const),
        ...(['transferTicket', 'continueVisit', 'callPaperNumber', 'undo'] as const),
        ...(['undo', 'returnTicket', 'resumeTicket'] as const),
      ),
      which,
      to: fc.oneof(
        letter.map((queue) => ({ queue })),
        counter.map((id) => ({ counter: id })),
      ),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      counter,
      changes: fc.constantFrom(
        ...(['openCounter', 'openCounter', 'changeQueues', 'pauseCounter'] as const),
        ...(['resumeCounter', 'closeCounter', 'releaseCounter'] as const),
        ...(['startPaperRoll', 'endPaperRoll'] as const),
      ),
      queues,
      reason: fc.constantFrom(...PAUSE_REASONS),
      firstNumber: fc.integer({ min: 1, max: 5 }),
    }),
  },
);

type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** An afternoon with three counters, which begins with all of them open. */
export const steps = fc.array(step, { minLength: 20, maxLength: 90, size: 'max' });

/** What one command did. */
export interface Happening {
  readonly command: QueueCommand;
  readonly before: DayState;
  readonly after: DayState;
  readonly event: QueueEvent | null;
  readonly error: QueueError | null;
}

/** Plays the steps, and shows each command with what it did. */
export function play(
  afternoon: readonly Step[],
  dayRules: Partial<DayRules>,
  watch: (happening: Happening, day: Day) => void = () => undefined,
): Day {
  const day = new Day({ noShow: { afterCalls: 1, afterMs: 0 }, ...dayRules });
  const give = (command: QueueCommand): boolean => {
    const before = day.state;
    const error = day.attempt(command);
    const event = error === null ? (day.ledger.at(-1)?.event ?? null) : null;
    watch({ command, before, after: day.state, event, error }, day);
    return error === null;
  };
  day.minute = 600;
  for (const [id, served] of [
    ['1', 'AB'],
    ['2', 'BAC'],
    ['3', 'C'],
  ] as const) {
    give({ type: 'openCounter', counter: id, queues: served.split('') });
  }
  afternoon.forEach((one, index) => {
    if ('minutes' in one) {
      day.minute += one.minutes;
      return;
    }
    for (const command of commandsOf(one, day, `t${index}`)) if (!give(command)) break;
  });
  return day;
}

function commandsOf(
  one: Exclude<Step, { minutes: number }>,
  day: Day,
  ticketId: string,
): QueueCommand[] {
  if ('comes' in one) {
    const { comes: queue, entry, hasPriority } = one;
    return [{ type: 'issueTicket', ticketId, queue, entry, hasPriority, at: 'desk' }];
  }
  if ('comesBooked' in one) {
    const bookedAtMs = (day.minute + one.bookedInMinutes) * MINUTE_MS;
    const booked = { code: ticketId, queue: one.comesBooked, bookedAtMs };
    const appointments = [...day.state.appointments.values(), booked];
    const { hasPriority } = one;
    return [
      { type: 'importAppointments', appointments },
      { type: 'checkIn', ticketId, code: ticketId, hasPriority, at: 'desk' },
    ];
  }
  if ('callsNext' in one) {
    const { callsNext, isDone } = one;
    const held = day.state.counters.get(callsNext)?.ticketId ?? null;
    const done: QueueCommand[] =
      held === null ? [] : [{ type: 'closeTicket', counter: callsNext, ticketId: held }];
    return [...(isDone ? done : []), { type: 'callNext', counter: callsNext }];
  }
  if ('changes' in one) return [{ type: one.changes, ...one }];
  const { does, to, counter: at } = one;
  if (does === 'callPaperNumber') return [{ type: does, counter: at, ticketId }];
  const about = { counter: at, ticketId: chooseTicket(day, at, one.which) };
  if (does === 'continueVisit') {
    return [{ type: does, ...about, queue: 'queue' in to ? to.queue : 'A' }];
  }
  return [does === 'transferTicket' ? { type: does, ...about, to } : { type: does, ...about }];
}

function chooseTicket(day: Day, at: CounterId, which: number): string {
  const held = day.state.counters.get(at)?.ticketId ?? null;
  if (held !== null && which % 2 === 0) return held;
  const tickets: Ticket[] = [...day.state.tickets.values()];
  return tickets[which % Math.max(1, tickets.length)]?.ticketId ?? 'nobody';
}
