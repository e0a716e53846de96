import type { ConfiguredOffice } from '../contract/content.ts';
import type { Office } from '../contract/operations.ts';
import type { DayRules } from '../queue/state.ts';
import type { CounterSetup } from './views/desk-view.ts';

/**
 * How much earlier a person with priority counts as having arrived. Long enough to be felt, and
 * short enough that somebody who came a quarter of an hour before is never overtaken.
 */
const PRIORITY_CREDIT_MS = 15 * 60_000;

/** What the server needs of the office's content file. */
export type OfficeSetup = {
  readonly officeId: string;
  readonly description: Office;
  readonly rules: DayRules;
  readonly counters: readonly CounterSetup[];
  readonly accounts: ConfiguredOffice['accounts'];
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
    rules: {
      queues: office.queues.map(({ letter, capPerDay }) => ({ letter, dailyCap: capPerDay })),
      priorityCreditMs: PRIORITY_CREDIT_MS,
    },
    counters,
    accounts: office.accounts,
  };
}
