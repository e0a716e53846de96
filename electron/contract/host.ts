import { z } from 'zod';
import { clipsSchema } from './clips.ts';
import type { Content } from './content.ts';
import { printerStateSchema } from './device-report.ts';
import { kioskPanelSchema } from './panel.ts';
import { soundSchema } from './sound.ts';
import {
  contentIdSchema,
  deviceRoleSchema,
  epochMsSchema,
  phoneUrlSchema,
  ticketCodeSchema,
  waitingRangeSchema,
} from './vocabulary.ts';

const nothing = z.strictObject({});

/** What became of the paper. `shownOnly`: there is no printer, so the screen is the ticket. */
const printOutcomeSchema = z.enum(['printed', 'sentUnconfirmed', 'notPrinted', 'shownOnly']);

/** The face of a ticket: all that is printed, and nothing else (DESIGN §7.5). */
const ticketFaceSchema = z.strictObject({
  code: ticketCodeSchema,
  officeName: z.string().max(120),
  isDemo: z.boolean(),
  peopleAhead: z.int().nonnegative(),
  /** How long the person may wait; null where nothing is known. */
  range: waitingRangeSchema.nullable(),
  issuedAtMs: epochMsSchema,
  /** The page that follows the queue on a phone; null where there is none. */
  phoneUrl: phoneUrlSchema.nullable(),
  /** The language chosen by the person; Italian is always printed too. */
  language: z.string().max(16),
});

/** A notice on paper, for somebody who asked for it. What is printed is content, nothing of theirs. */
const noticeFaceSchema = z.strictObject({
  noticeId: contentIdSchema,
  /** The language chosen by the person; where its text awaits review, Italian is printed too. */
  language: z.string().max(16),
  /** From 0: a long official text comes out in several pieces, our summary in one for each language. */
  part: z.int().min(0).max(99),
});

/** Whatever the hidden ticket page draws. */
const paperFaceSchema = z.discriminatedUnion('kind', [
  ticketFaceSchema.extend({ kind: z.literal('ticket') }),
  noticeFaceSchema.extend({ kind: z.literal('notice') }),
]);

/**
 * What a window asks of the program that hosts it, beside the server's operations: the Electron
 * main process over IPC, or in a plain browser the page's own stand-in.
 */
export const hostOperations = {
  hostSettings: {
    access: [...deviceRoleSchema.options, 'ticket'],
    input: nothing,
    // No panel: the office has not measured it, and the page assumes a common one.
    output: z.object({
      panel: kioskPanelSchema.nullable(),
      printer: printerStateSchema,
      sound: soundSchema,
    }),
  },
  content: {
    access: [...deviceRoleSchema.options, 'ticket'],
    input: nothing,
    // Its schema is that of the files, who has read them has checked it (`electron/content`).
    output: z.custom<Content>(),
  },
  /** What can be said in a language; the files are below `/audio/`. */
  clips: {
    access: ['kiosk'],
    input: z.strictObject({ language: z.string().regex(/^[a-z]{2,3}$/) }),
    output: clipsSchema,
  },
  printTicket: {
    access: ['kiosk'],
    input: ticketFaceSchema,
    output: z.object({ outcome: printOutcomeSchema, printer: printerStateSchema }),
  },
  printNotice: {
    access: ['kiosk'],
    input: noticeFaceSchema,
    output: z.object({ outcome: printOutcomeSchema, printer: printerStateSchema }),
  },
  printerState: {
    access: ['kiosk'],
    input: nothing,
    output: z.object({ printer: printerStateSchema }),
  },
  /**
   * The hidden ticket page asks what to draw. The answer comes when there is something; after
   * `ticketDrawn` the page asks for the next one, for it is never loaded anew.
   */
  ticketFace: {
    access: ['ticket'],
    input: nothing,
    output: z.object({ face: paperFaceSchema, widthPx: z.int() }),
  },
  /** The hidden ticket page has drawn its face, fonts included. */
  ticketDrawn: {
    access: ['ticket'],
    input: z.strictObject({ heightPx: z.int().min(1).max(4000) }),
    output: nothing,
  },
} as const satisfies Record<
  string,
  { access: readonly WindowRole[]; input: z.ZodType; output: z.ZodType }
>;

/** The windows that speak IPC. The desk does not: it is a page of the server. */
export type WindowRole = z.infer<typeof deviceRoleSchema> | 'ticket';

export type HostOperationName = keyof typeof hostOperations;
export type HostInput<N extends HostOperationName> = z.input<(typeof hostOperations)[N]['input']>;
export type HostOutput<N extends HostOperationName> = z.output<
  (typeof hostOperations)[N]['output']
>;

export type PrintOutcome = z.infer<typeof printOutcomeSchema>;
export type TicketFace = z.infer<typeof ticketFaceSchema>;
export type NoticeFace = z.infer<typeof noticeFaceSchema>;
export type PaperFace = z.infer<typeof paperFaceSchema>;
