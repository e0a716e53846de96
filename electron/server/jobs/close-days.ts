import { mayClose } from '../../queue/calendar/day-closing.ts';
import { addDays, endOfServiceDay, serviceDayAt } from '../../queue/calendar/service-day.ts';
import type { TrustedClock } from '../../queue/calendar/trusted-clock.ts';
import type { RecordedEvent } from '../../queue/event.ts';
import { LedgerDamage } from '../../queue/evolve.ts';
import type { Log } from '../log.ts';
import type { AggregateRecord, OfficeDay, Store } from '../store/store.ts';

/** Nobody writes to a day that is over: more is not a race but a mistake. */
const MOST_CONFLICTS = 20;

export type DayClosingOptions = {
  readonly store: Pick<
    Store,
    'append' | 'readDay' | 'daysInLedger' | 'saveAggregates' | 'deleteDaysBefore' | 'backUp'
  >;
  readonly officeIds: readonly string[];
  /** For how many days after their own tickets are kept. */
  readonly retentionDays: number;
  /** What stays of a day, from all its events. */
  readonly aggregate: (
    day: OfficeDay,
    events: readonly RecordedEvent[],
  ) => readonly AggregateRecord[];
  readonly clock: () => TrustedClock;
  readonly log: Log;
};

/** What this server knows of the earlier days of an office. */
type Progress = {
  /** Days that wait for their grace time: how far their ledger went, and since when. */
  readonly quiet: Map<string, { readonly sequence: number; readonly sinceMs: number }>;
  /** Days that have ended, and whose figures are kept. */
  readonly closed: Set<string>;
  /** Days before this one were deleted. */
  deletedBefore: string | null;
};

/**
 * Closes the days that are over (DESIGN §7.6): ends them, keeps their figures, deletes their
 * tickets, and then backs up, once a day. To be called every minute, one call after the other.
 * Each step may be done again, so wherever it fails or the program is killed, a later call goes
 * on. The new day does not wait for any of it. Failures are logged and not thrown.
 */
export function createDayClosing(options: DayClosingOptions): () => Promise<void> {
  const { store, officeIds, retentionDays, log } = options;
  const offices = new Map<string, Progress>(
    officeIds.map((id) => [id, { quiet: new Map(), closed: new Set(), deletedBefore: null }]),
  );
  let backedUpOn: string | null = null;

  /** Closes what may be closed and deletes what is due. */
  async function closeOffice(officeId: string, progress: Progress, clock: TrustedClock) {
    const today = serviceDayAt(clock.nowMs);
    const days = await store.daysInLedger(officeId, today);
    forgetOthers(progress, days);
    const open = await firstOpenDay(officeId, days, progress, clock);
    const dueBefore = addDays(today, -retentionDays);
    const deleteBefore = open === null || dueBefore < open ? dueBefore : open;
    // Once after each start as well: the last deletion may have been cut short.
    if (progress.deletedBefore !== deleteBefore) {
      const deletedEvents = await store.deleteDaysBefore(officeId, deleteBefore);
      progress.deletedBefore = deleteBefore;
      log({ event: 'earlierDaysForgotten', deletedEvents });
    }
    return open === null;
  }

  /** Closes the days that may be closed; answers with the first that may not, or null. */
  async function firstOpenDay(
    officeId: string,
    days: readonly string[],
    { quiet, closed }: Progress,
    clock: TrustedClock,
  ) {
    let open: string | null = null;
    for (const serviceDay of days) {
      if (closed.has(serviceDay)) continue;
      const day: OfficeDay = { officeId, serviceDay };
      const seen = quiet.get(serviceDay) ?? { sequence: 0, sinceMs: clock.uptimeMs };
      const news = await store.readDay(day, seen.sequence);
      // Its end is our own doing, or the last word of another server.
      const isInUse = news.some(({ event }) => event.type !== 'dayEnded');
      const sequence = news.at(-1)?.sequence ?? seen.sequence;
      const sinceMs = isInUse ? clock.uptimeMs : seen.sinceMs;
      quiet.set(serviceDay, { sequence, sinceMs });
      if (mayClose(serviceDay, sinceMs, clock)) {
        await close(day);
        closed.add(serviceDay);
      } else {
        open ??= serviceDay;
      }
    }
    return open;
  }

  async function close(day: OfficeDay): Promise<void> {
    const events = await endDay(store, day);
    // Another server has closed and deleted it since we looked: its figures stay.
    if (events.length === 0) return;
    const figures = figuresOf(day, events);
    if (figures !== null) await store.saveAggregates(day, figures);
  }

  /**
   * Null where the events contradict each other: figures can then not be had, and the tickets must
   * go all the same (DESIGN §7.6).
   */
  function figuresOf(day: OfficeDay, events: readonly RecordedEvent[]) {
    try {
      return options.aggregate(day, events);
    } catch (error) {
      if (!(error instanceof LedgerDamage)) throw error;
      log({ event: 'dayWithoutFigures', serviceDay: day.serviceDay, error: error.message });
      return null;
    }
  }

  /** Back-ups follow retention, so that no copy keeps what had to go. */
  async function backUp(today: string): Promise<boolean> {
    if (backedUpOn !== today) await store.backUp(today);
    backedUpOn = today;
    return true;
  }

  async function succeeds(job: string, action: Promise<boolean>): Promise<boolean> {
    try {
      return await action;
    } catch (error) {
      log({ event: 'jobFailed', job, error: String(error) });
      return false;
    }
  }

  return async () => {
    const clock = options.clock();
    let isEverythingClosed = true;
    for (const [officeId, progress] of offices) {
      // One office that fails does not stop the others.
      const isClosed = await succeeds('closeDays', closeOffice(officeId, progress, clock));
      isEverythingClosed &&= isClosed;
    }
    if (isEverythingClosed) await succeeds('backUp', backUp(serviceDayAt(clock.nowMs)));
  };
}

/** A clock that was put back makes an earlier day the present one, or deletion took it away. */
function forgetOthers({ quiet, closed }: Progress, days: readonly string[]): void {
  for (const known of [quiet, closed]) {
    for (const serviceDay of known.keys()) {
      if (!days.includes(serviceDay)) known.delete(serviceDay);
    }
  }
}

/** Ends a day, unless somebody has; answers with all its events, the last its end, or with none. */
async function endDay(
  store: DayClosingOptions['store'],
  day: OfficeDay,
): Promise<readonly RecordedEvent[]> {
  for (let attempt = 0; attempt < MOST_CONFLICTS; attempt += 1) {
    const events = await store.readDay(day, 0);
    const last = events.at(-1);
    if (last === undefined || last.event.type === 'dayEnded') return events;
    const end: RecordedEvent = {
      sequence: last.sequence + 1,
      // The last moment of the day, whenever we come to it; events never go back in time.
      atMs: Math.max(last.atMs, endOfServiceDay(day.serviceDay) - 1),
      event: { type: 'dayEnded' },
    };
    const outcome = await store.append({ day, events: [end], command: null });
    if (outcome === 'appended') return [...events, end];
    // Another server has written meanwhile, most likely the same end.
  }
  throw new Error(`Lost the race for the end of a day ${MOST_CONFLICTS} times in a row`);
}
