import { randomUUID } from 'node:crypto';
import type { OperationName } from '../../../contract/operations.ts';
import { ok } from '../../../contract/result.ts';
import type { QueueCommand } from '../../../queue/command.ts';
import type { DayState } from '../../../queue/state.ts';
import { type Ticket, ticketCode } from '../../../queue/ticket.ts';
import { atOwnCounter } from './at-counter.ts';
import {
  type HandlerParts,
  type Handlers,
  officeOf,
  type RequestContext,
  staff,
} from './context.ts';
import { sessionNow } from './session-handlers.ts';

type CommandInput = { readonly commandId: string };
type TicketInput = CommandInput & { readonly ticketId: string };

/** Commands about a ticket that say nothing more than which. */
type PlainTicketCommand =
  | 'recall'
  | 'startService'
  | 'closeTicket'
  | 'markNoShow'
  | 'returnTicket'
  | 'parkTicket'
  | 'resumeTicket'
  | 'cancelTicket';

type CounterHandlers = Pick<
  Handlers,
  | PlainTicketCommand
  | 'takeCounter'
  | 'releaseCounter'
  | 'changeQueues'
  | 'pauseCounter'
  | 'resumeCounter'
  | 'callNext'
  | 'callTicket'
  | 'transferTicket'
  | 'continueVisit'
  | 'undo'
  | 'callPaperNumber'
>;

/** What staff do at a counter. */
export function counterHandlers(parts: HandlerParts): CounterHandlers {
  /** A command whose answer says no more than that it was done. */
  function doing<Input extends CommandInput>(
    name: OperationName,
    makeCommand: (counter: string, input: Input) => QueueCommand,
  ) {
    return (input: Input, context: RequestContext) =>
      atOwnCounter(parts, context, {
        name,
        input,
        command: (counter) => makeCommand(counter, input),
        reply: () => ({}),
      });
  }

  /** A command that brings somebody to the counter: the answer says whom. */
  function calling<Input extends CommandInput>(
    name: OperationName,
    makeCommand: (counter: string, input: Input) => QueueCommand,
  ) {
    return (input: Input, context: RequestContext) =>
      atOwnCounter(parts, context, {
        name,
        input,
        command: (counter) => makeCommand(counter, input),
        reply: (state, counter) => {
          const { ticketId, ...ticket } = ticketAt(state, counter);
          return { ticketId, code: ticketCode(ticket) };
        },
      });
  }

  const plain = (type: PlainTicketCommand) =>
    doing<TicketInput>(type, (counter, { ticketId }) => ({ type, counter, ticketId }));

  return {
    takeCounter: async ({ commandId, counter, queues = null }, context) => {
      const caller = staff(context);
      const { counters } = officeOf(parts, caller);
      const wish = { commandId, counter, queues };
      const taken = await counters.take(caller.session.tokenSha256, wish);
      return taken.ok ? ok(await sessionNow(parts, caller)) : taken;
    },

    releaseCounter: async (_, context) => {
      const caller = staff(context);
      const { counters } = officeOf(parts, caller);
      const released = await counters.release(caller.session.tokenSha256);
      return released.ok ? ok(await sessionNow(parts, caller)) : released;
    },

    changeQueues: doing('changeQueues', (counter, { queues }) => ({
      type: 'changeQueues',
      counter,
      queues,
    })),
    pauseCounter: doing('pauseCounter', (counter, { reason }) => ({
      type: 'pauseCounter',
      counter,
      reason,
    })),
    resumeCounter: doing('resumeCounter', (counter) => ({ type: 'resumeCounter', counter })),

    callNext: calling('callNext', (counter) => ({ type: 'callNext', counter })),
    callTicket: calling('callTicket', (counter, { ticketId }) => ({
      type: 'callTicket',
      counter,
      ticketId,
    })),
    callPaperNumber: calling('callPaperNumber', (counter) => ({
      type: 'callPaperNumber',
      counter,
      ticketId: randomUUID(),
    })),

    recall: plain('recall'),
    startService: plain('startService'),
    closeTicket: plain('closeTicket'),
    markNoShow: plain('markNoShow'),
    returnTicket: plain('returnTicket'),
    parkTicket: plain('parkTicket'),
    resumeTicket: plain('resumeTicket'),
    cancelTicket: plain('cancelTicket'),

    transferTicket: doing('transferTicket', (counter, { ticketId, to }) => ({
      type: 'transferTicket',
      counter,
      ticketId,
      to,
    })),
    continueVisit: doing('continueVisit', (counter, { ticketId, queue }) => ({
      type: 'continueVisit',
      counter,
      ticketId,
      queue,
    })),

    undo: doing('undo', (counter) => ({ type: 'undo', counter })),
  };
}

/** The ticket that a call has just brought to a counter. */
function ticketAt(state: DayState, counter: string): Ticket {
  const ticket = state.tickets.get(state.counters.get(counter)?.ticketId ?? '');
  if (ticket === undefined) throw new Error('A call without a ticket at its counter');
  return ticket;
}
