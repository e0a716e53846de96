import { z } from 'zod';
import {
  counterIdSchema,
  queueLetterSchema,
  ticketIdSchema,
  ticketStatusSchema,
} from './vocabulary.ts';

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
  z.object({ code: z.literal('nobodyWaiting'), counter: counterIdSchema }),
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
  commandIdReused: 409,
  payloadTooLarge: 413,
  unsupportedMediaType: 415,
  misdirectedRequest: 421,
  tooManyAttempts: 429,
  internal: 500,
  unavailable: 503,
};
