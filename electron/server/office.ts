import type { ConfiguredOffice } from '../contract/content.ts';
import type { Office } from '../contract/operations.ts';
import type { DayRules } from '../queue/day-rules.ts';
import type { CounterSetup } from './views/desk-view.ts';

const MINUTE_MS = 60_000;

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
  return {
    officeId: office.id,
    description: {
      name: office.name.it,
      isDemo: office.invented,
      queues: office.queues.map(({ letter, offerings }) => ({ letter, offerings: [...offerings] })),
      counters,
    },
    dayRules: (serviceDay) => ({
      queues: office.queues.map(({ letter, capPerDay }) => ({ letter, dailyCap: capPerDay })),
      openingWindows: [
        {
          opensAtMs: 0,
          closesAtMs: Date.parse(serviceDay) + 48 * 60 * MINUTE_MS,
          lastTicketAtMs: Date.parse(serviceDay) + 48 * 60 * MINUTE_MS,
        },
      ],
      priorityHeadStartMs: 15 * MINUTE_MS,
      preferenceStepMs: 3 * MINUTE_MS,
      mostOvertaken: 5,
      appointments: { earlyLimitMs: 30 * MINUTE_MS, lateLimitMs: 10 * MINUTE_MS },
      returnGuardMs: 5 * MINUTE_MS,
      noShow: { afterCalls: 1, afterMs: 0 },
      undoWithinMs: 10_000,
    }),
    nextOpeningAfter: () => null,
    counters,
    accounts: office.accounts,
    releaseVanishedDeskAfterMs: 2 * MINUTE_MS,
  };
}
