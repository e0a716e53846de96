import { z } from 'zod';
import {
  commandIdSchema,
  counterIdSchema,
  deviceRoleSchema,
  entrySchema,
  epochMsSchema,
  queueLetterSchema,
  type Role,
  serviceDaySchema,
  staffRoleSchema,
  ticketCodeSchema,
  ticketIdSchema,
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
    access: ['kiosk'],
    input: z.strictObject({
      commandId: commandIdSchema,
      queue: queueLetterSchema,
      entry: entrySchema,
      hasPriority: z.boolean(),
    }),
    output: issuedTicketSchema,
  },
  takeCounter: {
    summary: 'Hold a counter and open it',
    method: 'POST',
    path: '/api/counter',
    access: everyStaffRole,
    input: z.strictObject({ commandId: commandIdSchema, counter: counterIdSchema }),
    output: sessionSchema,
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
