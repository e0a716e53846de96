import type { Log } from '../log.ts';
import type { LedgerStore } from '../store/store.ts';

/**
 * Tickets go when their service day closes (DESIGN §7.6): what is left of earlier days is deleted
 * when a day begins, which is also when a server starts that was off overnight.
 */
export async function forgetEarlierDays(
  store: LedgerStore,
  serviceDay: string,
  log: Log,
): Promise<void> {
  const deletedEvents = await store.deleteDaysBefore(serviceDay);
  log({ event: 'dayBegan', serviceDay, deletedEvents });
}
