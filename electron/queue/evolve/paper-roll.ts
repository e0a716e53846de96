import type { QueueEvent, RecordedEvent } from '../event.ts';
import type { DayState } from '../state.ts';
import { PAPER_ROLL_LETTER, type Ticket } from '../ticket.ts';
import { putTicketAt } from './counters.ts';
import { rememberAction } from './last-action.ts';
import { newTicket } from './new-ticket.ts';
import { addTicket, removeTicket } from './tickets.ts';

/** Numbers are called from a roll, from this one on. */
export function startRoll(state: DayState, firstNumber: number): DayState {
  return { ...state, paperRoll: { firstNumber, nextNumber: firstNumber } };
}

/** A number of the roll becomes a ticket when it is called. */
export function callPaperNumber(
  state: DayState,
  recorded: RecordedEvent,
  { ticketId, number, counter }: Extract<QueueEvent, { type: 'paperNumberCalled' }>,
): DayState {
  const { sequence, atMs } = recorded;
  const called = addTicket(state, {
    ...newTicket(recorded, ticketId, PAPER_ROLL_LETTER, number),
    status: 'called',
    counter,
    calledBecause: { code: 'paperRoll', queue: PAPER_ROLL_LETTER, sinceMs: atMs },
    callCount: 1,
    firstCalledAtMs: atMs,
    lastCalledAtMs: atMs,
  });
  const remembered = rememberAction(called, counter, {
    sequence,
    atMs,
    ticketId,
    ticketBefore: null,
    counterHadBefore: null,
    overtakenBefore: 0,
    passed: [],
  });
  const numbers = [...state.paperNumbersCalled, number];
  return putTicketAt(withNumbersCalled(remembered, numbers), counter, ticketId);
}

/** A number that was called by mistake is still on the roll: it comes next. */
export function uncallPaperNumber(state: DayState, ticket: Ticket): DayState {
  const numbers = [...state.paperNumbersCalled].filter((number) => number !== ticket.number);
  return withNumbersCalled(removeTicket(state, ticket), numbers);
}

function withNumbersCalled(state: DayState, numbers: readonly number[]): DayState {
  const paperNumbersCalled = new Set(numbers);
  if (state.paperRoll === null) return { ...state, paperNumbersCalled };
  const { firstNumber } = state.paperRoll;
  let nextNumber = firstNumber;
  while (paperNumbersCalled.has(nextNumber)) nextNumber += 1;
  return { ...state, paperNumbersCalled, paperRoll: { firstNumber, nextNumber } };
}
