import type { QueueCommand } from '../../../electron/queue/command.ts';

const one = { counter: '1', ticketId: 't1' };

/** A command of every type. */
export const someCommands: readonly QueueCommand[] = [
  {
    type: 'issueTicket',
    ticketId: 'new',
    queue: 'A',
    entry: 'walkIn',
    hasPriority: false,
    at: 'kiosk',
  },
  { type: 'checkIn', ticketId: 'new', code: 'X', hasPriority: false, at: 'kiosk' },
  { type: 'importAppointments', appointments: [] },
  { type: 'openCounter', counter: '1', queues: ['A'] },
  { type: 'changeQueues', counter: '1', queues: ['A'] },
  { type: 'pauseCounter', counter: '1', reason: 'break' },
  { type: 'resumeCounter', counter: '1' },
  { type: 'closeCounter', counter: '1' },
  { type: 'releaseCounter', counter: '1' },
  { type: 'callNext', counter: '1' },
  { type: 'callTicket', ...one },
  { type: 'recall', ...one },
  { type: 'startService', ...one },
  { type: 'closeTicket', ...one },
  { type: 'markNoShow', ...one },
  { type: 'returnTicket', ...one },
  { type: 'parkTicket', ...one },
  { type: 'resumeTicket', ...one },
  { type: 'cancelTicket', ...one },
  { type: 'transferTicket', ...one, to: { queue: 'B' } },
  { type: 'continueVisit', ...one, queue: 'B' },
  { type: 'undo', counter: '1' },
  { type: 'startPaperRoll', firstNumber: 1 },
  { type: 'endPaperRoll' },
  { type: 'callPaperNumber', ...one },
  { type: 'endDay' },
];
