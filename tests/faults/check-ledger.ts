import { pickNext } from '../../electron/queue/calling-policy.ts';
import type { DayRules } from '../../electron/queue/day-rules.ts';
import type { QueueEvent, RecordedEvent } from '../../electron/queue/event.ts';
import { evolve, LedgerDamage } from '../../electron/queue/evolve.ts';
import { type DayState, newDay } from '../../electron/queue/state.ts';
import { HIGHEST_NUMBER } from '../../electron/queue/ticket.ts';
import type { Problem } from './problem.ts';

type Event<Type extends QueueEvent['type']> = Extract<QueueEvent, { type: Type }>;

/** Whatever is wrong with a day's ledger by itself, whoever asked for what. */
export function checkLedger(events: readonly RecordedEvent[], rules: DayRules): Problem[] {
  return [...numbering(events), ...replay(events, rules)];
}

/** Each queue's numbers are 1, 2, 3 … in order of issue, and each ticket is issued once. */
function numbering(events: readonly RecordedEvent[]): Problem[] {
  const problems: Problem[] = [];
  const tickets = new Set<string>();
  const numbers = new Map<string, Set<number>>();
  for (const { event } of events) {
    if (event.type !== 'ticketIssued') continue;
    const { ticketId, queue, number } = event;
    if (tickets.has(ticketId)) {
      problems.push({ kind: 'duplicated', what: `ticket ${ticketId} is issued twice` });
    }
    tickets.add(ticketId);
    const given = numbers.get(queue) ?? new Set<number>();
    if (given.has(number)) {
      problems.push({ kind: 'duplicated', what: `number ${queue}${number} is given twice` });
    } else if (number !== given.size + 1 || number > HIGHEST_NUMBER) {
      const what = `number ${queue}${number} is given where ${given.size + 1} must follow`;
      problems.push({ kind: 'gaps', what });
    }
    numbers.set(queue, given.add(number));
  }
  return problems;
}

/** Goes through the day event by event, and looks at each call before it is made. */
function replay(events: readonly RecordedEvent[], rules: DayRules): Problem[] {
  const problems: Problem[] = [];
  let state = newDay(rules);
  for (const recorded of events) {
    const { event, sequence, atMs } = recorded;
    if (atMs < state.lastEventAtMs) {
      const what = `event ${sequence} is earlier than the one before it`;
      problems.push({ kind: 'orderViolations', what });
    }
    if (event.type === 'ticketCalled') problems.push(...callProblems(state, event, recorded));
    try {
      state = evolve(state, recorded);
    } catch (error) {
      if (!(error instanceof LedgerDamage)) throw error;
      return [...problems, { kind: 'damage', what: error.message }];
    }
  }
  return problems;
}

function callProblems(
  state: DayState,
  event: Event<'ticketCalled'>,
  { sequence, atMs }: RecordedEvent,
): Problem[] {
  const problems: Problem[] = [];
  const { ticketId, counter, reason } = event;
  const ticket = state.tickets.get(ticketId);
  const isAtCounter = ticket?.status === 'called' || ticket?.status === 'serving';
  const elsewhere = isAtCounter ? ticket.counter : null;
  if (elsewhere !== null && state.counters.get(elsewhere)?.status !== 'abandoned') {
    const what = `event ${sequence} calls ${ticketId} to ${counter}, who is at ${elsewhere}`;
    problems.push({ kind: 'doubleCalls', what });
  }
  const caller = state.counters.get(counter);
  if (caller === undefined) return problems;
  if (caller.ticketId !== null) {
    const what = `event ${sequence} calls ${ticketId} to ${counter}, which has ${caller.ticketId}`;
    problems.push({ kind: 'doubleCalls', what });
  }
  if (reason.code === 'chosen') return problems;
  const right = pickNext(state, caller, atMs)?.ticket.ticketId;
  if (right !== ticketId) {
    const what = `event ${sequence} calls ${ticketId} to ${counter}, where ${right ?? 'nobody'} is next`;
    problems.push({ kind: 'orderViolations', what });
  }
  return problems;
}
