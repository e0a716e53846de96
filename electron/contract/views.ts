import { z } from 'zod';
import { PICK_REASON_CODES } from '../queue/pick-reason.ts';
import { deviceTroubleSchema } from './device-report.ts';
import {
  appointmentCodeSchema,
  commandIdSchema,
  counterIdSchema,
  entrySchema,
  epochMsSchema,
  kioskPlaceSchema,
  originSchema,
  pauseReasonSchema,
  queueLetterSchema,
  serviceDaySchema,
  ticketCodeSchema,
  ticketIdSchema,
  waitingRangeSchema,
} from './vocabulary.ts';

/** What a kiosk needs to know of the day. */
const kioskViewSchema = z.object({
  kind: z.literal('kiosk'),
  serviceDay: serviceDaySchema,
  queues: z.array(
    z.object({
      letter: queueLetterSchema,
      waiting: z.int(),
      isFull: z.boolean(),
      /** For somebody who takes a number now, without priority; null where nothing is known. */
      range: waitingRangeSchema.nullable(),
    }),
  ),
  /** Whether the kiosk gives numbers now. */
  isOpen: z.boolean(),
  /** Until when it does; null when closed. */
  lastTicketAtMs: epochMsSchema.nullable(),
  /** When the office opens next, today or later; null where its hours do not say. */
  opensNextAtMs: epochMsSchema.nullable(),
  /** Whether the code of an appointment can be checked in now: until the office closes. */
  takesCodes: z.boolean(),
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
  code: z.enum(PICK_REASON_CODES),
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
  /** Since when the person counts as waiting, time away left out. */
  sinceMs: epochMsSchema,
  bookedAtMs: epochMsSchema.nullable(),
  origin: originSchema,
  /** The only counter that may call it, or null. */
  reservedFor: counterIdSchema.nullable(),
  /** Not called by "call next" before; null where there is nothing to wait for. */
  notBeforeMs: epochMsSchema.nullable(),
  /** How long the person may still wait. */
  range: waitingRangeSchema.nullable(),
});

/** A ticket that nobody waits for now: put aside, or called in vain. */
const restingTicketSchema = z.object({
  ticketId: ticketIdSchema,
  code: ticketCodeSchema,
  queue: queueLetterSchema,
  entry: entrySchema,
  hasPriority: z.boolean(),
  /** Since when it rests. */
  sinceMs: epochMsSchema,
  counter: counterIdSchema.nullable(),
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
  queue: queueLetterSchema,
  /** Why this person was called. */
  reason: pickReasonSchema,
  /** From when, and after how many more calls, a no-show may be marked. */
  noShow: z.object({ callsMissing: z.int(), fromMs: epochMsSchema }),
});

const deskCounterSchema = z.object({
  counter: counterIdSchema,
  /** `abandoned`: its desk has vanished, and its ticket is still there. */
  status: z.enum(['closed', 'open', 'paused', 'abandoned']),
  pauseReason: pauseReasonSchema.nullable(),
  /** Since when the status is what it is; null when closed. */
  sinceMs: epochMsSchema.nullable(),
  /** Preferred first. */
  queues: z.array(queueLetterSchema),
  ticket: counterTicketSchema.nullable(),
  /** Whom "call next" would call there now, and why; null when closed or nobody waits. */
  next: z.object({ ticketId: ticketIdSchema, reason: pickReasonSchema }).nullable(),
  /** Where only people are left who have just come back: when the first may be called. */
  nextFromMs: epochMsSchema.nullable(),
  /** What can be undone, and until when; null when nothing can. */
  undo: z
    .object({ ticketId: ticketIdSchema, code: ticketCodeSchema, untilMs: epochMsSchema })
    .nullable(),
});

/** Somebody at a kiosk asks for a person; it is the same until answered, however often touched. */
const helpCallSchema = z.object({
  callId: commandIdSchema,
  calledAtMs: epochMsSchema,
  /** Where the kiosk stands, if its office has said so. */
  place: kioskPlaceSchema.optional(),
});

/** More than a screen shows, few enough to be sent with every change. */
export const MOST_WAITING_SHOWN = 200;

/** What staff see: who waits, in calling order, and every counter. */
const deskViewSchema = z.object({
  kind: z.literal('desk'),
  serviceDay: serviceDaySchema,
  /** In calling order, the first {@link MOST_WAITING_SHOWN}. */
  waiting: z.array(waitingTicketSchema),
  waitingCount: z.int(),
  queues: z.array(
    z.object({
      letter: queueLetterSchema,
      waiting: z.int(),
      range: waitingRangeSchema.nullable(),
    }),
  ),
  parked: z.array(restingTicketSchema),
  /** Latest first; they may come back. */
  noShows: z.array(restingTicketSchema),
  counters: z.array(deskCounterSchema),
  /** The day's list, by booked time. */
  appointments: z.array(
    z.object({
      code: appointmentCodeSchema,
      bookedAtMs: epochMsSchema,
      queue: queueLetterSchema,
      /** Of who has checked in. */
      ticketCode: ticketCodeSchema.nullable(),
    }),
  ),
  paperRoll: z.object({ nextNumber: z.int() }).nullable(),
  /** Oldest first. */
  helpCalls: z.array(helpCallSchema),
  /** Printers and texts that somebody has to see to. */
  troubles: z.array(deviceTroubleSchema),
  /** Of today, all queues together. */
  totals: z.object({
    issued: z.int(),
    closed: z.int(),
    noShows: z.int(),
    cancelled: z.int(),
  }),
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
export type HelpCall = z.infer<typeof helpCallSchema>;
export type DeskCounter = z.infer<typeof deskCounterSchema>;
export type WaitingTicket = z.infer<typeof waitingTicketSchema>;
export type RestingTicket = z.infer<typeof restingTicketSchema>;
export type PickReason = z.infer<typeof pickReasonSchema>;
export type CounterTicket = z.infer<typeof counterTicketSchema>;
export type View = z.infer<typeof viewSchema>;
