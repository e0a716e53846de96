import { z } from 'zod';
import { PAUSE_REASONS } from '../queue/event.ts';
import { APPOINTMENT_CODE } from './appointment-code.ts';

/** Made by the client, once per intention: a repeated command gets the first answer back. */
export const commandIdSchema = z.uuid();

export const ticketIdSchema = z.uuid();

/** One neutral capital letter. I, O and Q are left out: on paper they read as digits. */
export const queueLetterSchema = z.string().regex(/^[A-HJ-NPR-Z]$/);

/** What the sign over a counter says. */
export const counterIdSchema = z.string().regex(/^[0-9A-Za-z]{1,4}$/);

export const entrySchema = z.enum(['appointment', 'walkIn']);

export const ticketStatusSchema = z.enum([
  'waiting',
  'called',
  'serving',
  'parked',
  'noShow',
  'closed',
  'cancelled',
  'expired',
]);

/** How a waiting person came into the line they are in. */
export const originSchema = z.enum(['arrived', 'returned', 'resumed', 'transferred', 'continued']);

/** The list from which staff choose why a counter pauses. */
export const pauseReasonSchema = z.enum(PAUSE_REASONS);

export const appointmentCodeSchema = z.string().regex(APPOINTMENT_CODE);

/** How long somebody may still wait, in whole minutes, as a range and never as a promise. */
export const waitingRangeSchema = z.object({
  fromMinutes: z.int().nonnegative(),
  toMinutes: z.int().nonnegative(),
});

/** The letter and three digits that are printed, shown and called. */
export const ticketCodeSchema = z.string().regex(/^[A-HJ-NPR-Z][0-9]{3}$/);

/** The office's calendar date in Europe/Rome. */
export const serviceDaySchema = z.iso.date();

/** UTC epoch milliseconds. */
export const epochMsSchema = z.int().nonnegative();

/** The id of something in the content. */
export const contentIdSchema = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'use small letters, digits and single hyphens');

/** Fits into a code that a telephone reads at arm's length. */
export const phoneUrlSchema = z.url({ protocol: /^https?$/ }).max(200);

/** Where a kiosk stands, as its office's staff say it: "all'ingresso". One line, for them alone. */
export const kioskPlaceSchema = z
  .string()
  .trim()
  .min(1)
  .max(40)
  // Nor what turns the direction of the words after it.
  .regex(/^[^\p{C}\p{Zl}\p{Zp}]*$/u, 'one line without control characters is expected');

/** Who may ask: a paired device or a person with an account. */
export const deviceRoleSchema = z.enum(['kiosk', 'board']);
export const staffRoleSchema = z.enum(['operator', 'supervisor', 'administrator']);

export type PauseReason = z.infer<typeof pauseReasonSchema>;
export type WaitingRange = z.infer<typeof waitingRangeSchema>;
export type DeviceRole = z.infer<typeof deviceRoleSchema>;
export type StaffRole = z.infer<typeof staffRoleSchema>;
export type Role = DeviceRole | StaffRole;
