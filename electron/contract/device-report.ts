import { z } from 'zod';
import type { ContentProblem } from './content.ts';
import { deviceRoleSchema, kioskPlaceSchema } from './vocabulary.ts';

/** What the kiosk can say about its printer. `none`: the office has no printer. */
export const printerStateSchema = z.enum([
  'none',
  'ready',
  'paperNearEnd',
  'paperOut',
  'coverOpen',
  'fault',
  'unreachable',
  'unknown',
]);
export type PrinterState = z.infer<typeof printerStateSchema>;

/** The states in which somebody has to see to the printer. A silent one (`unknown`) may be well. */
const printerTroubleSchema = printerStateSchema.exclude(['none', 'ready', 'unknown']);
export type PrinterTrouble = z.infer<typeof printerTroubleSchema>;

const MOST_REASON_CHARACTERS = 300;

/** The first problem of an office's own content files, which therefore are not in use. */
const contentTroubleSchema = z.strictObject({
  /** Relative to the content folder. */
  file: z.string().max(MOST_REASON_CHARACTERS),
  line: z.int().min(1),
  reason: z.string().max(MOST_REASON_CHARACTERS),
  /** How many more problems there are. */
  others: z.int().nonnegative(),
});
export type ContentTrouble = z.infer<typeof contentTroubleSchema>;

/** How a device is. Facts about the machine, nothing about people. */
export const deviceReportSchema = z.strictObject({
  printer: printerStateSchema,
  content: contentTroubleSchema.nullable(),
  /** Where the office says that the kiosk stands. */
  place: kioskPlaceSchema.optional(),
});
export type DeviceReport = z.infer<typeof deviceReportSchema>;

/** What somebody has to see to at a device, or on the server itself. */
export const deviceTroubleSchema = z.object({
  device: z.enum([...deviceRoleSchema.options, 'server']),
  printer: printerTroubleSchema.nullable(),
  content: contentTroubleSchema.nullable(),
  place: kioskPlaceSchema.optional(),
});
export type DeviceTrouble = z.infer<typeof deviceTroubleSchema>;

/** What is wrong with a printer in this state; null where nothing is known to be. */
export function printerTrouble(state: PrinterState): PrinterTrouble | null {
  const trouble = printerTroubleSchema.safeParse(state);
  return trouble.success ? trouble.data : null;
}

/** What a desk is told of problems of content; null without any. */
export function contentTrouble(problems: readonly ContentProblem[]): ContentTrouble | null {
  const [first] = problems;
  if (first === undefined) return null;
  const { file, line, reason } = first;
  return {
    file: file.slice(0, MOST_REASON_CHARACTERS),
    line,
    reason: reason.slice(0, MOST_REASON_CHARACTERS),
    others: problems.length - 1,
  };
}
