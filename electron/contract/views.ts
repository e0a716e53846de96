import { z } from 'zod';
import {
  counterIdSchema,
  entrySchema,
  epochMsSchema,
  queueLetterSchema,
  serviceDaySchema,
  ticketCodeSchema,
  ticketIdSchema,
} from './vocabulary.ts';

/** What a kiosk needs to know of the day. */
const kioskViewSchema = z.object({
  kind: z.literal('kiosk'),
  serviceDay: serviceDaySchema,
  queues: z.array(z.object({ letter: queueLetterSchema, waiting: z.int(), isFull: z.boolean() })),
});

/** One number on the board. A code and a counter, nothing else (DESIGN §7.5). */
export const boardCallSchema = z.object({
  /** Sequence of the call in the day's ledger: the order of the board. */
  sequence: z.int(),
  code: ticketCodeSchema,
  counter: counterIdSchema,
  calledAtMs: epochMsSchema,
});

/** What everybody waiting sees: the latest calls, newest first, one line per ticket. */
const boardViewSchema = z.object({
  kind: z.literal('board'),
  serviceDay: serviceDaySchema,
  latestCalls: z.array(boardCallSchema),
});

/** Why a person is next, as data; the desk puts it into words. */
const pickReasonSchema = z.object({
  code: z.enum(['longestWaiting', 'priority']),
  queue: queueLetterSchema,
  /** Since when the person has been waiting. */
  sinceMs: epochMsSchema,
});

const waitingTicketSchema = z.object({
  ticketId: ticketIdSchema,
  code: ticketCodeSchema,
  queue: queueLetterSchema,
  entry: entrySchema,
  hasPriority: z.boolean(),
  issuedAtMs: epochMsSchema,
});

const counterTicketSchema = z.object({
  ticketId: ticketIdSchema,
  code: ticketCodeSchema,
  status: z.enum(['called', 'serving']),
  entry: entrySchema,
  hasPriority: z.boolean(),
  issuedAtMs: epochMsSchema,
  callCount: z.int(),
  lastCalledAtMs: epochMsSchema,
  startedAtMs: epochMsSchema.nullable(),
});

const deskCounterSchema = z.object({
  counter: counterIdSchema,
  isOpen: z.boolean(),
  queues: z.array(queueLetterSchema),
  ticket: counterTicketSchema.nullable(),
  /** Whom "call next" would call there now, and why; null when closed or nobody waits. */
  next: z.object({ ticketId: ticketIdSchema, reason: pickReasonSchema }).nullable(),
});

/** What staff see: who waits, in calling order, and every counter. */
const deskViewSchema = z.object({
  kind: z.literal('desk'),
  serviceDay: serviceDaySchema,
  waiting: z.array(waitingTicketSchema),
  counters: z.array(deskCounterSchema),
  /** Of today, all queues together. */
  totals: z.object({ issued: z.int(), closed: z.int(), noShows: z.int() }),
});

export const viewSchema = z.discriminatedUnion('kind', [
  kioskViewSchema,
  boardViewSchema,
  deskViewSchema,
]);

export type KioskView = z.infer<typeof kioskViewSchema>;
export type BoardView = z.infer<typeof boardViewSchema>;
export type BoardCall = z.infer<typeof boardCallSchema>;
export type DeskView = z.infer<typeof deskViewSchema>;
export type DeskCounter = z.infer<typeof deskCounterSchema>;
export type WaitingTicket = z.infer<typeof waitingTicketSchema>;
export type CounterTicket = z.infer<typeof counterTicketSchema>;
export type View = z.infer<typeof viewSchema>;
