import type { Log } from '../log.ts';
import type { RetentionStore } from '../store/store.ts';

export type Retention = {
  /** To be called when a service day begins. */
  readonly beginDay: (serviceDay: string) => Promise<void>;
  /** Deletes what could not be deleted when the day began. */
  readonly catchUp: () => Promise<void>;
};

/**
 * Tickets go when their service day closes (DESIGN §7.6): what is left of earlier days is deleted
 * when a day begins, which is also when a server starts that was off overnight. Where that fails
 * (no room for the smaller copy, somebody reading the file) the day begins all the same, for
 * people are waiting; the log says so, and it is tried again.
 */
export function createRetention(
  store: Pick<RetentionStore, 'deleteDaysBefore'>,
  officeId: string,
  log: Log,
): Retention {
  let owed: string | null = null;

  async function catchUp(): Promise<void> {
    if (owed === null) return;
    try {
      const deletedEvents = await store.deleteDaysBefore(officeId, owed);
      log({ event: 'earlierDaysForgotten', deletedEvents });
      owed = null;
    } catch (error) {
      log({ event: 'jobFailed', job: 'retention', error: String(error) });
    }
  }

  return {
    beginDay: async (serviceDay) => {
      log({ event: 'dayBegan', serviceDay });
      owed = serviceDay;
      await catchUp();
    },
    catchUp,
  };
}
