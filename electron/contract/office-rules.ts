import { z } from 'zod';
import { WEEKDAYS } from '../queue/calendar/weekday.ts';

/** The parts of the office's file that say when it is open and how it calls people. */

const timeOfDaySchema = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'use a time of 24 hours such as "08:30"');

const closingTimeSchema = z
  .string()
  .regex(
    /^(([01]\d|2[0-3]):[0-5]\d|24:00)$/,
    'use a time of 24 hours such as "12:30", or "24:00" for the end of the day',
  );

export const weeklyHoursSchema = z
  .array(
    z.strictObject({
      day: z.enum(WEEKDAYS),
      opensAt: timeOfDaySchema,
      closesAt: closingTimeSchema,
    }),
  )
  .describe('When the office is open in an ordinary week; a day may be there several times');

const closureSchema = z.strictObject({
  firstDay: z.iso.date(),
  lastDay: z.iso.date().optional().describe('Included; without it, the first day alone'),
  from: timeOfDaySchema
    .default('00:00')
    .describe('On each of these days, closed from this time on'),
  until: closingTimeSchema.default('24:00').describe('On each of these days, closed until then'),
  reason: z
    .string()
    .regex(/^[a-z][a-z-]*$/)
    .optional()
    .describe('A word for whoever keeps this file, such as "assembly"; it is not shown'),
});

export const calendarSchema = z.strictObject({
  holidays: z
    .enum(['milano', 'none'])
    .default('milano')
    .describe('The public holidays on which the office is closed'),
  closures: z.array(closureSchema).default([]).describe('Other days, or parts of days'),
  extraOpenings: z
    .array(
      z.strictObject({
        day: z.iso.date(),
        opensAt: timeOfDaySchema,
        closesAt: closingTimeSchema,
      }),
    )
    .default([])
    .describe('Openings outside the week; they count also on a holiday or a day of closure'),
  lastTicketMinutesBeforeClosing: z
    .int()
    .min(0)
    .max(240)
    // The registry desks of the Comune stop giving urgent tickets half an hour before they close.
    .default(30)
    .describe('How long before it closes the kiosk gives its last number'),
});

export const callingSchema = z.strictObject({
  priorityHeadStartMinutes: z
    .int()
    .min(0)
    .max(120)
    .default(15)
    .describe('A person with priority counts as having come so much earlier'),
  preferenceMinutes: z
    .int()
    .min(0)
    .max(60)
    .default(3)
    .describe(
      'A queue counts as so much later for each place further down among a counter’s queues',
    ),
  mostOvertaken: z
    .int()
    .min(1)
    .max(50)
    .default(5)
    .describe('At most so many people who came later are called before anyone who waits'),
  appointmentEarlyMinutes: z
    .int()
    .min(0)
    .max(240)
    .default(30)
    .describe('Who comes earlier than this for an appointment counts from so long after arriving'),
  appointmentLateMinutes: z
    .int()
    .min(0)
    .max(240)
    .default(10)
    .describe('Who comes later than this for an appointment counts as without one'),
  returnGuardMinutes: z
    .int()
    .min(0)
    .max(60)
    .default(5)
    .describe('A person who has just come back is not the next one for so long'),
  noShowAfterCalls: z
    .int()
    .min(1)
    .max(10)
    .default(2)
    .describe('A person did not come when they were called at least so often …'),
  noShowAfterSeconds: z
    .int()
    .min(0)
    .max(600)
    .default(30)
    .describe('… and the last call was at least so long ago'),
  undoSeconds: z
    .int()
    .min(0)
    .max(60)
    .default(10)
    .describe('How long a counter can take back what it did last'),
  releaseVanishedDeskAfterSeconds: z
    .int()
    .min(30)
    .max(3600)
    .default(120)
    .describe('A counter is free again when its desk has not been heard of for so long'),
});
