import { z } from 'zod';
import { ROW_PROBLEMS } from '../queue/appointments/row-problem.ts';
import {
  counterIdSchema,
  epochMsSchema,
  queueLetterSchema,
  serviceDaySchema,
  ticketIdSchema,
  ticketStatusSchema,
} from './vocabulary.ts';

const rowProblemSchema = z.enum(ROW_PROBLEMS);
export type RowProblem = z.infer<typeof rowProblemSchema>;

/** Every error an operation can answer with: a code and the facts a screen needs to explain it. */
export const apiErrorSchema = z.discriminatedUnion('code', [
  z.object({
    code: z.literal('badRequest'),
    /** Where the request is wrong and how, for the person who wrote the client. */
    problems: z.array(z.object({ path: z.string(), message: z.string() })),
  }),
  z.object({ code: z.literal('notFound') }),
  z.object({ code: z.literal('methodNotAllowed') }),
  z.object({ code: z.literal('payloadTooLarge'), maxBytes: z.int() }),
  z.object({ code: z.literal('unsupportedMediaType') }),
  /** The request names a host or origin that is not this server (DNS rebinding, foreign pages). */
  z.object({ code: z.literal('misdirectedRequest') }),
  z.object({ code: z.literal('unauthenticated') }),
  z.object({ code: z.literal('forbidden') }),
  z.object({ code: z.literal('wrongCredentials') }),
  z.object({ code: z.literal('tooManyAttempts'), retryAfterMs: z.int() }),
  z.object({ code: z.literal('unknownCounter'), counter: counterIdSchema }),
  /** Someone else holds the counter. */
  z.object({ code: z.literal('counterTaken'), counter: counterIdSchema }),
  /** The person has not chosen a counter yet. */
  z.object({ code: z.literal('noCounter') }),
  z.object({ code: z.literal('unknownQueue'), queue: queueLetterSchema }),
  z.object({ code: z.literal('queueFull'), queue: queueLetterSchema, cap: z.int() }),
  z.object({ code: z.literal('ticketExists'), ticketId: ticketIdSchema }),
  z.object({ code: z.literal('ticketNotFound'), ticketId: ticketIdSchema }),
  z.object({
    code: z.literal('ticketNotAtCounter'),
    ticketId: ticketIdSchema,
    counter: counterIdSchema,
  }),
  z.object({
    code: z.literal('wrongTicketStatus'),
    ticketId: ticketIdSchema,
    status: ticketStatusSchema,
    expected: z.array(ticketStatusSchema),
  }),
  z.object({ code: z.literal('counterNotOpen'), counter: counterIdSchema }),
  z.object({ code: z.literal('counterAlreadyOpen'), counter: counterIdSchema }),
  z.object({
    code: z.literal('counterBusy'),
    counter: counterIdSchema,
    ticketId: ticketIdSchema,
  }),
  z.object({ code: z.literal('counterPaused'), counter: counterIdSchema }),
  z.object({ code: z.literal('counterNotPaused'), counter: counterIdSchema }),
  /** A counter must serve at least one queue. */
  z.object({ code: z.literal('noQueues'), counter: counterIdSchema }),
  z.object({
    code: z.literal('nobodyWaiting'),
    counter: counterIdSchema,
    /** When the first of those who have just come back may be called; null without any. */
    nextFromMs: epochMsSchema.nullable(),
  }),
  /** The person must be called more often, or given more time. */
  z.object({
    code: z.literal('tooEarlyForNoShow'),
    callsMissing: z.int(),
    waitMs: z.int(),
  }),
  /** The transfer leads to where the ticket is. */
  z.object({ code: z.literal('sameQueue'), queue: queueLetterSchema }),
  z.object({ code: z.literal('nothingToUndo'), counter: counterIdSchema }),
  /** Too much time has passed, or somebody else has gone on with the ticket. */
  z.object({ code: z.literal('undoTooLate'), counter: counterIdSchema }),
  /** No numbers now; when the office opens next on the same day, if it does. */
  z.object({ code: z.literal('officeClosed'), opensAtMs: epochMsSchema.nullable() }),
  z.object({ code: z.literal('dayEnded') }),
  z.object({ code: z.literal('unknownAppointment') }),
  z.object({ code: z.literal('alreadyCheckedIn'), ticketId: ticketIdSchema }),
  z.object({ code: z.literal('appointmentTwice'), appointmentCode: z.string() }),
  /** The list has bad rows: none of it was imported. */
  z.object({
    code: z.literal('badAppointmentList'),
    rows: z.array(z.object({ line: z.int(), problem: rowProblemSchema, value: z.string() })),
  }),
  /** The day of a list is over. */
  z.object({ code: z.literal('dayIsOver'), serviceDay: serviceDaySchema }),
  z.object({ code: z.literal('noPaperRoll') }),
  z.object({ code: z.literal('paperRollStarted') }),
  z.object({ code: z.literal('paperNumberUsed'), number: z.int() }),
  /** A command id was used before for a different command. */
  z.object({ code: z.literal('commandIdReused') }),
  /** The server cannot be reached or cannot write; the same command may be sent again. */
  z.object({ code: z.literal('unavailable') }),
  z.object({ code: z.literal('internal') }),
]);

export type ApiError = z.infer<typeof apiErrorSchema>;
export type ApiErrorCode = ApiError['code'];

/** The HTTP status of each error. */
export const errorStatus: Readonly<Record<ApiErrorCode, number>> = {
  badRequest: 400,
  unauthenticated: 401,
  wrongCredentials: 401,
  forbidden: 403,
  notFound: 404,
  ticketNotFound: 404,
  unknownCounter: 404,
  unknownQueue: 404,
  unknownAppointment: 404,
  methodNotAllowed: 405,
  counterTaken: 409,
  noCounter: 409,
  queueFull: 409,
  ticketExists: 409,
  ticketNotAtCounter: 409,
  wrongTicketStatus: 409,
  counterNotOpen: 409,
  counterAlreadyOpen: 409,
  counterBusy: 409,
  nobodyWaiting: 409,
  counterPaused: 409,
  counterNotPaused: 409,
  noQueues: 409,
  tooEarlyForNoShow: 409,
  sameQueue: 409,
  nothingToUndo: 409,
  undoTooLate: 409,
  officeClosed: 409,
  dayEnded: 409,
  dayIsOver: 409,
  alreadyCheckedIn: 409,
  appointmentTwice: 409,
  noPaperRoll: 409,
  paperRollStarted: 409,
  paperNumberUsed: 409,
  commandIdReused: 409,
  payloadTooLarge: 413,
  unsupportedMediaType: 415,
  badAppointmentList: 422,
  misdirectedRequest: 421,
  tooManyAttempts: 429,
  internal: 500,
  unavailable: 503,
};
