import { z } from 'zod';
import { deviceReportSchema } from './device-report.ts';
import {
  appointmentCodeSchema,
  commandIdSchema,
  counterIdSchema,
  deviceRoleSchema,
  entrySchema,
  epochMsSchema,
  kioskPlaceSchema,
  pauseReasonSchema,
  phoneUrlSchema,
  queueLetterSchema,
  type Role,
  serviceDaySchema,
  staffRoleSchema,
  ticketCodeSchema,
  ticketIdSchema,
  waitingRangeSchema,
} from './vocabulary.ts';

const everyStaffRole = ['operator', 'supervisor', 'administrator'] as const;

const nothing = z.strictObject({});

/** A staff member as the screens name them. */
const accountSchema = z.object({
  account: z.string(),
  displayName: z.string(),
  role: staffRoleSchema,
});

const sessionSchema = z.object({
  account: accountSchema,
  /** The counter this session holds, if any. */
  counter: counterIdSchema.nullable(),
});

const ticketCommandSchema = z.strictObject({
  commandId: commandIdSchema,
  ticketId: ticketIdSchema,
});

const issuedTicketSchema = z.object({
  ticketId: ticketIdSchema,
  code: ticketCodeSchema,
  queue: queueLetterSchema,
  entry: entrySchema,
  serviceDay: serviceDaySchema,
  issuedAtMs: epochMsSchema,
  /** People of the same queue to be called before, at the moment of issue. */
  peopleAhead: z.int().nonnegative(),
  /** How long the person may wait, at the moment of issue; null where nothing is known. */
  range: waitingRangeSchema.nullable(),
  /** The page that follows the queue on a phone, until the day is over; null where there is none. */
  phoneUrl: phoneUrlSchema.nullable(),
});

const officeSchema = z.object({
  /** The office's name as the ticket and the screens show it. */
  name: z.string(),
  /** True for the office that this project ships: invented hours, people and queues. */
  isDemo: z.boolean(),
  queues: z.array(z.object({ letter: queueLetterSchema, offerings: z.array(z.string()) })),
  counters: z.array(z.object({ counter: counterIdSchema, queues: z.array(queueLetterSchema) })),
});

const done = z.object({});

/** The shape of one row of {@link operations}. */
export interface Operation {
  readonly summary: string;
  readonly method: 'GET' | 'POST' | 'DELETE';
  readonly path: string;
  /** `public`, or the roles that may ask. */
  readonly access: 'public' | readonly Role[];
  /** The JSON body; GET and DELETE have none, so theirs is the empty object. */
  readonly input: z.ZodType;
  readonly output: z.ZodType;
  /** Where a body may be larger than others. */
  readonly mostBodyBytes?: number;
}

/**
 * Everything one can ask of the server. The HTTP routes, the clients, the relay to kiosk and board
 * windows and the OpenAPI document all come from this table.
 */
export const operations = {
  health: {
    summary: 'Whether the server can take tickets',
    method: 'GET',
    path: '/api/health',
    access: 'public',
    input: nothing,
    output: z.object({ status: z.literal('ok'), version: z.string() }),
  },
  signIn: {
    summary: 'Start a staff session (cookie)',
    method: 'POST',
    path: '/api/session',
    access: 'public',
    input: z.strictObject({
      /** The office's id; needed only where the server serves several. */
      office: z.string().min(1).max(64).optional(),
      account: z.string().min(1).max(64),
      password: z.string().min(1).max(256),
    }),
    output: sessionSchema,
  },
  currentSession: {
    summary: 'Who is signed in here',
    method: 'GET',
    path: '/api/session',
    access: everyStaffRole,
    input: nothing,
    output: sessionSchema,
  },
  signOut: {
    summary: 'End the staff session and release its counter',
    method: 'DELETE',
    path: '/api/session',
    access: everyStaffRole,
    input: nothing,
    output: done,
  },
  describeOffice: {
    summary: 'The office, its queues and its counters',
    method: 'GET',
    path: '/api/office',
    access: [...deviceRoleSchema.options, ...everyStaffRole],
    input: nothing,
    output: officeSchema,
  },
  issueTicket: {
    summary: 'Give a place in a queue',
    method: 'POST',
    path: '/api/tickets',
    // The desk gives numbers to people who cannot use the kiosk, at any hour.
    access: ['kiosk', ...everyStaffRole],
    input: z.strictObject({
      commandId: commandIdSchema,
      queue: queueLetterSchema,
      entry: entrySchema,
      hasPriority: z.boolean(),
    }),
    output: issuedTicketSchema,
  },
  checkIn: {
    summary: 'Give a place in the queue of an appointment of the day’s list',
    method: 'POST',
    path: '/api/check-ins',
    access: ['kiosk', ...everyStaffRole],
    input: z.strictObject({
      commandId: commandIdSchema,
      code: appointmentCodeSchema,
      hasPriority: z.boolean(),
    }),
    output: issuedTicketSchema,
  },
  importAppointments: {
    summary: 'Replace the list of appointments of a day, today or later',
    method: 'POST',
    path: '/api/appointments',
    access: ['supervisor', 'administrator'],
    input: z.strictObject({
      commandId: commandIdSchema,
      serviceDay: serviceDaySchema,
      format: z.enum(['csv', 'json']),
      /** The file as it is: code, time (HH:MM) and queue of each appointment; no names. */
      text: z.string().max(200_000),
    }),
    output: z.object({ imported: z.int() }),
    mostBodyBytes: 256 * 1024,
  },
  takeCounter: {
    summary: 'Hold a counter and open it',
    method: 'POST',
    path: '/api/counter',
    access: everyStaffRole,
    input: z.strictObject({
      commandId: commandIdSchema,
      counter: counterIdSchema,
      /** Preferred first; without them, those that the office's file names for the counter. */
      queues: z.array(queueLetterSchema).min(1).max(26).optional(),
    }),
    output: sessionSchema,
  },
  changeQueues: {
    summary: 'Choose which queues the counter serves, and in which order it prefers them',
    method: 'POST',
    path: '/api/counter/queues',
    access: everyStaffRole,
    input: z.strictObject({
      commandId: commandIdSchema,
      queues: z.array(queueLetterSchema).min(1).max(26),
    }),
    output: done,
  },
  pauseCounter: {
    summary: 'Call nobody for a while',
    method: 'POST',
    path: '/api/counter/pause',
    access: everyStaffRole,
    input: z.strictObject({ commandId: commandIdSchema, reason: pauseReasonSchema }),
    output: done,
  },
  resumeCounter: {
    summary: 'End the pause',
    method: 'POST',
    path: '/api/counter/resumption',
    access: everyStaffRole,
    input: z.strictObject({ commandId: commandIdSchema }),
    output: done,
  },
  releaseCounter: {
    summary: 'Close the counter this session holds',
    method: 'DELETE',
    path: '/api/counter',
    access: everyStaffRole,
    input: nothing,
    output: sessionSchema,
  },
  callNext: {
    summary: 'Call the next person to the counter this session holds',
    method: 'POST',
    path: '/api/calls',
    access: everyStaffRole,
    input: z.strictObject({ commandId: commandIdSchema }),
    output: z.object({ ticketId: ticketIdSchema, code: ticketCodeSchema }),
  },
  callTicket: {
    summary: 'Call a chosen person: waiting, parked, not shown, or left at a counter without desk',
    method: 'POST',
    path: '/api/calls/chosen',
    access: everyStaffRole,
    input: ticketCommandSchema,
    output: z.object({ ticketId: ticketIdSchema, code: ticketCodeSchema }),
  },
  recall: {
    summary: 'Call the same person again',
    method: 'POST',
    path: '/api/recalls',
    access: everyStaffRole,
    input: ticketCommandSchema,
    output: done,
  },
  startService: {
    summary: 'The person has come to the counter',
    method: 'POST',
    path: '/api/services',
    access: everyStaffRole,
    input: ticketCommandSchema,
    output: done,
  },
  closeTicket: {
    summary: 'The conversation is over',
    method: 'POST',
    path: '/api/closings',
    access: everyStaffRole,
    input: ticketCommandSchema,
    output: done,
  },
  markNoShow: {
    summary: 'The person did not come',
    method: 'POST',
    path: '/api/no-shows',
    access: everyStaffRole,
    input: ticketCommandSchema,
    output: done,
  },
  returnTicket: {
    summary: 'A person who did not come has come back, and waits again',
    method: 'POST',
    path: '/api/returns',
    access: everyStaffRole,
    input: ticketCommandSchema,
    output: done,
  },
  parkTicket: {
    summary: 'Put a ticket aside: the person fills in a form, or fetches a document',
    method: 'POST',
    path: '/api/parkings',
    access: everyStaffRole,
    input: ticketCommandSchema,
    output: done,
  },
  resumeTicket: {
    summary: 'A parked ticket waits again, in its old place',
    method: 'POST',
    path: '/api/resumptions',
    access: everyStaffRole,
    input: ticketCommandSchema,
    output: done,
  },
  cancelTicket: {
    summary: 'The person gives up',
    method: 'POST',
    path: '/api/cancellations',
    access: everyStaffRole,
    input: ticketCommandSchema,
    output: done,
  },
  transferTicket: {
    summary: 'Hand a ticket to another queue or counter, with its number and the time waited',
    method: 'POST',
    path: '/api/transfers',
    access: everyStaffRole,
    input: ticketCommandSchema.extend({
      to: z.union([
        z.strictObject({ queue: queueLetterSchema }),
        z.strictObject({ counter: counterIdSchema }),
      ]),
    }),
    output: done,
  },
  continueVisit: {
    summary: 'The conversation is over here, and the visit goes on in another queue',
    method: 'POST',
    path: '/api/continuations',
    access: everyStaffRole,
    input: ticketCommandSchema.extend({ queue: queueLetterSchema }),
    output: done,
  },
  undo: {
    summary: 'Take the counter’s last action back, within some seconds',
    method: 'POST',
    path: '/api/undos',
    access: everyStaffRole,
    input: z.strictObject({ commandId: commandIdSchema }),
    output: done,
  },
  startPaperRoll: {
    summary: 'Call numbers torn from a paper roll, beside those of the kiosk',
    method: 'POST',
    path: '/api/paper-roll',
    access: everyStaffRole,
    input: z.strictObject({
      commandId: commandIdSchema,
      /** What the first piece of paper says. */
      firstNumber: z.int().min(1).max(999),
    }),
    output: done,
  },
  endPaperRoll: {
    summary: 'Call no more numbers of the paper roll',
    method: 'DELETE',
    path: '/api/paper-roll',
    access: everyStaffRole,
    input: nothing,
    output: done,
  },
  callPaperNumber: {
    summary: 'Call the next number of the paper roll',
    method: 'POST',
    path: '/api/paper-roll/calls',
    access: everyStaffRole,
    input: z.strictObject({ commandId: commandIdSchema }),
    output: z.object({ ticketId: ticketIdSchema, code: ticketCodeSchema }),
  },
  callHelp: {
    summary: 'Ask the desk for a person to come to the kiosk, quietly',
    method: 'POST',
    path: '/api/help-calls',
    access: ['kiosk'],
    input: z.strictObject({
      commandId: commandIdSchema,
      /** Said by the program around the kiosk's page, where its office has set it. */
      place: kioskPlaceSchema.optional(),
    }),
    /** Whether a desk is open that sees it; nobody is told that somebody comes where none is. */
    output: z.object({ isSeen: z.boolean() }),
  },
  answerHelpCall: {
    summary: 'Somebody goes to the kiosk',
    method: 'POST',
    path: '/api/help-calls/answers',
    access: everyStaffRole,
    input: z.strictObject({ callId: commandIdSchema }),
    output: done,
  },
  reportDevice: {
    summary: 'How a device is: on every change, and every half minute',
    method: 'POST',
    path: '/api/device-reports',
    access: deviceRoleSchema.options,
    input: deviceReportSchema,
    output: done,
  },
} as const satisfies Record<string, Operation>;

export type OperationName = keyof typeof operations;
export type OperationInput<N extends OperationName> = z.input<(typeof operations)[N]['input']>;
export type OperationOutput<N extends OperationName> = z.output<(typeof operations)[N]['output']>;

export type IssuedTicket = OperationOutput<'issueTicket'>;
export type Office = OperationOutput<'describeOffice'>;
export type Session = OperationOutput<'currentSession'>;

/** The operations that a role may ask for. */
export function operationsOf(role: Role): OperationName[] {
  return (Object.keys(operations) as OperationName[]).filter((name) => {
    const access: Operation['access'] = operations[name].access;
    return access !== 'public' && access.includes(role);
  });
}
