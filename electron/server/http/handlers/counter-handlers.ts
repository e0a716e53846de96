import { randomUUID } from 'node:crypto';
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

type TicketInput = { readonly commandId: string; readonly ticketId: string };

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
  const done = () => ({});

  function plain(type: PlainTicketCommand) {
    return (input: TicketInput, context: RequestContext) =>
      atOwnCounter(parts, context, {
        name: type,
        input,
        command: (counter) => ({ type, counter, ticketId: input.ticketId }),
        reply: done,
      });
  }

  function calling(
    name: 'callNext' | 'callTicket' | 'callPaperNumber',
    makeCommand: (counter: string, input: TicketInput) => QueueCommand,
  ) {
    return (input: { commandId: string; ticketId?: string }, context: RequestContext) =>
      atOwnCounter(parts, context, {
        name,
        input,
        command: (counter) => makeCommand(counter, { ticketId: '', ...input }),
        reply: (state, counter) => {
          const { ticketId, ...ticket } = ticketAt(state, counter);
          return { ticketId, code: ticketCode(ticket) };
        },
      });
  }

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

    changeQueues: (input, context) =>
      atOwnCounter(parts, context, {
        name: 'changeQueues',
        input,
        command: (counter) => ({ type: 'changeQueues', counter, queues: input.queues }),
        reply: done,
      }),

    pauseCounter: (input, context) =>
      atOwnCounter(parts, context, {
        name: 'pauseCounter',
        input,
        command: (counter) => ({ type: 'pauseCounter', counter, reason: input.reason }),
        reply: done,
      }),

    resumeCounter: (input, context) =>
      atOwnCounter(parts, context, {
        name: 'resumeCounter',
        input,
        command: (counter) => ({ type: 'resumeCounter', counter }),
        reply: done,
      }),

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

    transferTicket: (input, context) =>
      atOwnCounter(parts, context, {
        name: 'transferTicket',
        input,
        command: (counter) => ({
          type: 'transferTicket',
          counter,
          ticketId: input.ticketId,
          to: input.to,
        }),
        reply: done,
      }),

    continueVisit: (input, context) =>
      atOwnCounter(parts, context, {
        name: 'continueVisit',
        input,
        command: (counter) => ({
          type: 'continueVisit',
          counter,
          ticketId: input.ticketId,
          queue: input.queue,
        }),
        reply: done,
      }),

    undo: (input, context) =>
      atOwnCounter(parts, context, {
        name: 'undo',
        input,
        command: (counter) => ({ type: 'undo', counter }),
        reply: done,
      }),
  };
}

/** The ticket that a call has just brought to a counter. */
function ticketAt(state: DayState, counter: string): Ticket {
  const ticket = state.tickets.get(state.counters.get(counter)?.ticketId ?? '');
  if (ticket === undefined) throw new Error('A call without a ticket at its counter');
  return ticket;
}
