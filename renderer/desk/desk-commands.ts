import type { PauseReason } from '../../electron/contract/vocabulary.ts';
import type { DeskCommand } from './desk-command.ts';

/** A number, as the commands and their words need it. */
export interface Numbered {
  readonly ticketId: string;
  readonly code: string;
}

export function takeCounter(
  counter: string,
  queues?: readonly string[],
): DeskCommand<'takeCounter'> {
  const chosen = queues === undefined ? {} : { queues: [...queues] };
  return { name: 'takeCounter', input: { counter, ...chosen }, done: () => null };
}

export function changeQueues(queues: readonly string[]): DeskCommand<'changeQueues'> {
  return {
    name: 'changeQueues',
    input: { queues: [...queues] },
    done: (texts) => texts.phrase('desk.done.queuesChanged'),
  };
}

export function pauseCounter(reason: PauseReason): DeskCommand<'pauseCounter'> {
  return {
    name: 'pauseCounter',
    input: { reason },
    done: (texts) => texts.phrase('desk.done.paused'),
  };
}

export const resumeCounter: DeskCommand<'resumeCounter'> = {
  name: 'resumeCounter',
  input: {},
  done: (texts) => texts.phrase('desk.done.resumed'),
};

export function callNext(counter: string): DeskCommand<'callNext'> {
  return {
    name: 'callNext',
    input: {},
    done: (texts, { code }) => texts.phrase('desk.done.called', { code, counter }),
  };
}

export function callTicket(
  { ticketId, code }: Numbered,
  counter: string,
): DeskCommand<'callTicket'> {
  return {
    name: 'callTicket',
    input: { ticketId },
    done: (texts) => texts.phrase('desk.done.called', { code, counter }),
  };
}

export function callPaperNumber(counter: string): DeskCommand<'callPaperNumber'> {
  return {
    name: 'callPaperNumber',
    input: {},
    done: (texts, { code }) => texts.phrase('desk.done.called', { code, counter }),
  };
}

const ABOUT_TICKET = {
  recall: 'desk.done.recalled',
  startService: 'desk.done.started',
  closeTicket: 'desk.done.closed',
  markNoShow: 'desk.done.noShow',
  parkTicket: 'desk.done.parked',
  resumeTicket: 'desk.done.putBack',
  returnTicket: 'desk.done.returned',
  cancelTicket: 'desk.done.cancelled',
} as const;

/** A command that needs to know the number only. */
export function aboutTicket<N extends keyof typeof ABOUT_TICKET>(
  name: N,
  { ticketId, code }: Numbered,
): DeskCommand<N> {
  return {
    name,
    input: { ticketId } as DeskCommand<N>['input'],
    done: (texts) => texts.phraseAt(ABOUT_TICKET[name], { code }),
  };
}

export function transferToQueue(
  { ticketId, code }: Numbered,
  queue: string,
): DeskCommand<'transferTicket'> {
  return {
    name: 'transferTicket',
    input: { ticketId, to: { queue } },
    done: (texts) => texts.phrase('desk.done.transferredToQueue', { code, queue }),
  };
}

export function transferToCounter(
  { ticketId, code }: Numbered,
  counter: string,
): DeskCommand<'transferTicket'> {
  return {
    name: 'transferTicket',
    input: { ticketId, to: { counter } },
    done: (texts) => texts.phrase('desk.done.transferredToCounter', { code, counter }),
  };
}

export function continueVisit(
  { ticketId, code }: Numbered,
  queue: string,
): DeskCommand<'continueVisit'> {
  return {
    name: 'continueVisit',
    input: { ticketId, queue },
    done: (texts) => texts.phrase('desk.done.continued', { code, queue }),
  };
}

export const undoLast: DeskCommand<'undo'> = {
  name: 'undo',
  input: {},
  done: (texts) => texts.phrase('desk.done.undone'),
};

export function startPaperRoll(firstNumber: number): DeskCommand<'startPaperRoll'> {
  return {
    name: 'startPaperRoll',
    input: { firstNumber },
    done: (texts) => texts.phrase('desk.done.rollStarted'),
  };
}

export const endPaperRoll: DeskCommand<'endPaperRoll'> = {
  name: 'endPaperRoll',
  input: {},
  done: (texts) => texts.phrase('desk.done.rollEnded'),
};

export function issueTicket(
  input: DeskCommand<'issueTicket'>['input'],
): DeskCommand<'issueTicket'> {
  return { name: 'issueTicket', input, done: () => null };
}

export function checkIn(code: string, hasPriority: boolean): DeskCommand<'checkIn'> {
  return { name: 'checkIn', input: { code, hasPriority }, done: () => null };
}

export function importAppointments(
  input: DeskCommand<'importAppointments'>['input'],
): DeskCommand<'importAppointments'> {
  return { name: 'importAppointments', input, done: () => null };
}
