import type { ConfiguredOffice } from '../contract/content.ts';
import type { Office } from '../contract/operations.ts';
import { type OpeningRules, officeCalendar } from '../queue/calendar/office-calendar.ts';
import type { DayRules } from '../queue/day-rules.ts';
import type { CounterSetup } from './views/desk-view.ts';

const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;

/** What the server needs of the office's content file. */
export type OfficeSetup = {
  readonly officeId: string;
  readonly description: Office;
  /** How the office works on a service day. */
  readonly dayRules: (serviceDay: string) => DayRules;
  /** When it opens next after a moment; null where its hours do not say. */
  readonly nextOpeningAfter: (nowMs: number) => number | null;
  readonly counters: readonly CounterSetup[];
  readonly accounts: ConfiguredOffice['accounts'];
  /** A counter whose desk has not been seen for so long is given up. */
  readonly releaseVanishedDeskAfterMs: number;
};

export function officeSetup(office: ConfiguredOffice): OfficeSetup {
  const counters = office.counters.map(({ id, queues }) => ({ counter: id, queues: [...queues] }));
  const calendar = officeCalendar(openingRules(office));
  const everyDay = everyDayRules(office);
  return {
    officeId: office.id,
    description: {
      name: office.name.it,
      isDemo: office.invented,
      queues: office.queues.map(({ letter, offerings }) => ({ letter, offerings: [...offerings] })),
      counters,
    },
    dayRules: (serviceDay) => ({
      ...everyDay,
      openingWindows: calendar.openingWindows(serviceDay),
    }),
    nextOpeningAfter: calendar.nextOpeningAfter,
    counters,
    accounts: office.accounts,
    releaseVanishedDeskAfterMs: office.calling.releaseVanishedDeskAfterSeconds * SECOND_MS,
  };
}

function openingRules({ hours, calendar }: ConfiguredOffice): OpeningRules {
  return {
    week: hours,
    holidays: calendar.holidays,
    closures: calendar.closures.map(({ firstDay, lastDay = firstDay, from, until }) => ({
      firstDay,
      lastDay,
      from,
      until,
    })),
    extraOpenings: calendar.extraOpenings,
    lastTicketBeforeClosingMs: calendar.lastTicketMinutesBeforeClosing * MINUTE_MS,
  };
}

function everyDayRules({ queues, calling }: ConfiguredOffice): Omit<DayRules, 'openingWindows'> {
  return {
    queues: queues.map(({ letter, capPerDay }) => ({ letter, dailyCap: capPerDay })),
    priorityHeadStartMs: calling.priorityHeadStartMinutes * MINUTE_MS,
    preferenceStepMs: calling.preferenceMinutes * MINUTE_MS,
    mostOvertaken: calling.mostOvertaken,
    appointments: {
      earlyLimitMs: calling.appointmentEarlyMinutes * MINUTE_MS,
      lateLimitMs: calling.appointmentLateMinutes * MINUTE_MS,
    },
    returnGuardMs: calling.returnGuardMinutes * MINUTE_MS,
    noShow: {
      afterCalls: calling.noShowAfterCalls,
      afterMs: calling.noShowAfterSeconds * SECOND_MS,
    },
    undoWithinMs: calling.undoSeconds * SECOND_MS,
  };
}
