import { z } from 'zod';

const milliseconds = (fallback: number) => z.int().min(1).max(600_000).default(fallback);

/** How long each step with the printer may take, in milliseconds. */
const printerTimeoutsSchema = z.strictObject({
  /** To have a connection; a printer busy with another computer is tried again until then. */
  connectMs: milliseconds(3_000),
  /** For each answer to a status question. */
  statusReplyMs: milliseconds(700),
  /** Without the printer taking a byte of the job. */
  writeStallMs: milliseconds(5_000),
  /** From the last byte to the printer's word that the job is done. */
  completionMs: milliseconds(10_000),
  /** From our end of the conversation to the printer's, where the job is confirmed or hopeless. */
  closeMs: milliseconds(1_000),
  /** The same where the printer said nothing: it may still be reading (see README). */
  drainMs: milliseconds(8_000),
  /** The whole job, from its turn to its outcome. */
  jobMs: milliseconds(30_000),
});

/** A network ticket printer, as an office configures it. */
export const printerConfigSchema = z.strictObject({
  /** Name or address, without a scheme or port. */
  host: z
    .string()
    .min(1)
    .max(253)
    .regex(/^[A-Za-z0-9.:_-]+$/, 'a host name or an IP address, without scheme or port'),
  /** 9100 is the raw printing port of practically every network receipt printer. */
  port: z.int().min(1).max(65_535).default(9100),
  /** Dots the head can print at 203 dpi: 576 on 80 mm paper, 384 on 58 mm. */
  widthDots: z.union([z.literal(576), z.literal(384)]).default(576),
  /** Lines fed before the cut, so that the cut falls below the picture (a line is 30 dots). */
  feedLinesBeforeCut: z.int().min(0).max(20).default(4),
  cut: z.enum(['full', 'partial', 'none']).default('partial'),
  /**
   * How the printer says that a job is done. `orderedStatus`: GS r 1, known to nearly all;
   * `processId`: GS ( H, Epson and faithful clones, sent once the printing itself is complete;
   * `none`: do not ask, every job ends unconfirmed.
   */
  completion: z.enum(['orderedStatus', 'processId', 'none']).default('orderedStatus'),
  timeouts: printerTimeoutsSchema.prefault({}),
});

/** A complete configuration, defaults filled in. */
export type PrinterConfig = z.output<typeof printerConfigSchema>;
/** What a configuration file may hold: only `host` is required. */
export type PrinterConfigInput = z.input<typeof printerConfigSchema>;
