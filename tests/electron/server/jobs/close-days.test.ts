import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addDays, serviceDayAt } from '../../../../electron/queue/calendar/service-day.ts';
import type { RecordedEvent } from '../../../../electron/queue/event.ts';
import { LedgerDamage } from '../../../../electron/queue/evolve.ts';
import {
  createDayClosing,
  type DayClosingOptions,
} from '../../../../electron/server/jobs/close-days.ts';
import type { LogEvent } from '../../../../electron/server/log.ts';
import type { SqliteStore } from '../../../../electron/server/store/sqlite/sqlite-store.ts';
import type { AggregateRecord, OfficeDay } from '../../../../electron/server/store/store.ts';
import { openTestStore } from '../../../support/in-process-server.ts';
import { removeFolder, temporaryFolder } from '../../../support/temporary-folder.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

const YESTERDAY = '2026-11-23';
const TODAY = '2026-11-24';
/** Just after midnight in Milan. */
const AFTER_MIDNIGHT_MS = Date.parse('2026-11-23T23:01:00Z');

function issued(serviceDay: string, sequence: number, officeId = 'demo'): RecordedEvent {
  return {
    sequence,
    atMs: Date.parse(`${serviceDay}T09:00:00Z`),
    event: {
      type: 'ticketIssued',
      ticketId: `${officeId} ${serviceDay} ${sequence}`,
      queue: 'A',
      number: sequence,
      entry: 'walkIn',
      hasPriority: false,
    },
  };
}

type ClosingStore = DayClosingOptions['store'];
type Fault = 'before' | 'after';

const STORE_CALLS = [
  'append',
  'readDay',
  'daysInLedger',
  'saveAggregates',
  'deleteDaysBefore',
  'backUp',
] as const;

/** A store of one office, each of whose days has one ticket. */
class MemoryStore implements ClosingStore {
  readonly ledger: Map<string, RecordedEvent[]>;
  readonly figures = new Map<string, string>();
  readonly backUps: string[] = [];

  constructor(days: readonly string[]) {
    this.ledger = new Map(days.map((day) => [day, [issued(day, 1)]]));
  }

  async append({ day, events }: Parameters<ClosingStore['append']>[0]) {
    const known = this.ledger.get(day.serviceDay) ?? [];
    if (events[0]?.sequence !== known.length + 1) return 'conflict';
    this.ledger.set(day.serviceDay, [...known, ...events]);
    return 'appended';
  }

  async readDay({ serviceDay }: OfficeDay, afterSequence: number) {
    return (this.ledger.get(serviceDay) ?? []).slice(afterSequence);
  }

  async daysInLedger(_officeId: string, before: string) {
    return [...this.ledger.keys()].filter((day) => day < before);
  }

  async saveAggregates({ serviceDay }: OfficeDay, [aggregate]: readonly AggregateRecord[]) {
    this.figures.set(serviceDay, aggregate?.figures ?? '');
  }

  async deleteDaysBefore(_officeId: string, serviceDay: string) {
    const days = await this.daysInLedger('', serviceDay);
    for (const day of days) {
      if (!this.figures.has(day)) throw new Error(`The figures of ${day} are lost`);
      this.ledger.delete(day);
    }
    return days.length;
  }

  async backUp(serviceDay: string) {
    this.backUps.push(serviceDay);
  }
}

/** The store, with the k-th call failing: before it did anything, or with its answer lost. */
function failingAt(store: ClosingStore, k: number, fault: Fault): ClosingStore {
  let calls = 0;
  return new Proxy(store, {
    get(target, name) {
      const call: unknown = Reflect.get(target, name);
      if (typeof call !== 'function' || !STORE_CALLS.some((known) => known === name)) return call;
      return async (...args: unknown[]) => {
        calls += 1;
        const fails = calls === k;
        if (fails && fault === 'before') throw new Error('The disk is full');
        const answer: unknown = await Reflect.apply(call, target, args);
        if (fails) throw new Error('The connection was lost');
        return answer;
      };
    },
  });
}

/** Writes down what is asked of the store, in order. */
function writingDown(store: ClosingStore, asked: string[]): ClosingStore {
  return new Proxy(store, {
    get(target, name) {
      const call: unknown = Reflect.get(target, name);
      if (typeof call !== 'function') return call;
      return (...args: unknown[]) => {
        const [about] = args.slice(-1);
        asked.push(name === 'deleteDaysBefore' ? `${name} ${String(about)}` : String(name));
        return Reflect.apply(call, target, args);
      };
    },
  });
}

let nowMs: number;
let uptimeMs: number;
let logged: LogEvent[];

beforeEach(() => {
  nowMs = AFTER_MIDNIGHT_MS;
  uptimeMs = 0;
  logged = [];
});

function startOn(
  store: ClosingStore,
  options: Partial<DayClosingOptions> = {},
): () => Promise<void> {
  return createDayClosing({
    store,
    officeIds: ['demo'],
    retentionDays: 0,
    aggregate: (_day, events) => [
      { hour: 9, queue: 'A', figures: JSON.stringify({ events: events.length }) },
    ],
    clock: () => ({ nowMs, uptimeMs, doubtedSinceMs: null }),
    log: (entry) => logged.push(entry),
    ...options,
  });
}

function pass(ms: number): void {
  nowMs += ms;
  uptimeMs += ms;
}

async function passMinutes(minutes: number, run: () => Promise<void>): Promise<void> {
  for (let minute = 0; minute < minutes; minute += 1) {
    pass(MINUTE_MS);
    await run();
  }
}

function failures(): LogEvent[] {
  return logged.filter(({ event }) => event === 'jobFailed');
}

describe('closing the days that are over', () => {
  let dataFolder: string;
  let store: SqliteStore;

  beforeEach(() => {
    dataFolder = temporaryFolder();
    store = openTestStore(dataFolder);
  });
  afterEach(async () => {
    await store.close();
    removeFolder(dataFolder);
  });

  async function issue(serviceDay: string, sequence = 1, officeId = 'demo'): Promise<void> {
    const day: OfficeDay = { officeId, serviceDay };
    expect(
      await store.append({ day, events: [issued(serviceDay, sequence, officeId)], command: null }),
    ).toBe('appended');
  }

  async function eventsOf(serviceDay: string, officeId = 'demo'): Promise<string[]> {
    const events = await store.readDay({ officeId, serviceDay }, 0);
    return events.map(({ event }) => event.type);
  }

  async function figures(officeId = 'demo'): Promise<string[]> {
    const kept = await store.readAggregates(officeId, '2026-01-01', '2026-12-31');
    return kept.map(({ serviceDay, figures: json }) => `${serviceDay} ${json}`);
  }

  function backUps(): string[] {
    const folder = join(dataFolder, 'backups');
    return existsSync(folder) ? readdirSync(folder).toSorted() : [];
  }

  it('waits two hours after midnight, then ends the day, keeps its figures and deletes it', async () => {
    await issue(YESTERDAY);
    await issue(TODAY);
    const run = startOn(store);
    await run();
    await passMinutes(118, run);
    expect(await eventsOf(YESTERDAY)).toEqual(['ticketIssued']);
    expect(backUps()).toEqual([]);

    await passMinutes(2, run);
    expect(await eventsOf(YESTERDAY)).toEqual([]);
    expect(await figures()).toEqual([`${YESTERDAY} {"events":2}`]);
    expect(await eventsOf(TODAY)).toEqual(['ticketIssued']);
    expect(backUps()).toEqual([`${TODAY}.sqlite`]);
    expect(failures()).toEqual([]);
  });

  it('ends a day at its last moment, whenever it comes to it', async () => {
    await issue(YESTERDAY);
    let ended: readonly RecordedEvent[] = [];
    const run = startOn(store, {
      aggregate: (_day, events) => {
        ended = events;
        return [];
      },
    });
    await run();
    pass(9 * HOUR_MS);
    await run();
    expect(ended.at(-1)).toEqual({
      sequence: 2,
      atMs: Date.parse('2026-11-23T22:59:59.999Z'),
      event: { type: 'dayEnded' },
    });
  });

  it('saves before it deletes, deletes before it backs up, and does each once a day', async () => {
    await issue(YESTERDAY);
    const asked: string[] = [];
    const run = startOn(writingDown(store, asked));
    await run();
    await passMinutes(6 * 60, run);
    expect(asked.filter((call) => !['readDay', 'daysInLedger'].includes(call))).toEqual([
      // After a start: the last deletion may have been cut short.
      `deleteDaysBefore ${YESTERDAY}`,
      'append',
      'saveAggregates',
      `deleteDaysBefore ${TODAY}`,
      'backUp',
    ]);
  });

  it('closes every day of a week in which the machine was off, the oldest first', async () => {
    const days = [7, 6, 3, 1].map((ago) => addDays(TODAY, -ago));
    for (const day of days) await issue(day);
    const run = startOn(store);
    await run();
    pass(2 * HOUR_MS);
    await run();
    expect(await figures()).toEqual(days.map((day) => `${day} {"events":2}`));
    expect(await store.daysInLedger('demo', TODAY)).toEqual([]);
  });

  it('does not end again a day that somebody has ended', async () => {
    await issue(YESTERDAY);
    const end: RecordedEvent = { sequence: 2, atMs: 0, event: { type: 'dayEnded' } };
    const day = { officeId: 'demo', serviceDay: YESTERDAY };
    await store.append({ day, events: [end], command: null });
    const run = startOn(store);
    await run();
    pass(2 * HOUR_MS);
    await run();
    expect(await figures()).toEqual([`${YESTERDAY} {"events":2}`]);
  });

  it('keeps the figures of another server that deletes the day at the same moment', async () => {
    await issue(YESTERDAY);
    const day: OfficeDay = { officeId: 'demo', serviceDay: YESTERDAY };
    const late = new Proxy<ClosingStore>(store, {
      get(target, name) {
        if (name !== 'daysInLedger') return Reflect.get(target, name).bind(target);
        return async (...asked: Parameters<ClosingStore['daysInLedger']>) => {
          const days = await target.daysInLedger(...asked);
          if (uptimeMs < 2 * HOUR_MS || days.length === 0) return days;
          await store.saveAggregates(day, [{ hour: 9, queue: 'A', figures: 'of the other' }]);
          await store.deleteDaysBefore('demo', TODAY);
          return days;
        };
      },
    });
    const run = startOn(late);
    await run();
    pass(2 * HOUR_MS);
    await run();
    expect(await figures()).toEqual([`${YESTERDAY} of the other`]);
    expect(await eventsOf(YESTERDAY)).toEqual([]);
    expect(failures()).toEqual([]);
  });

  it('reads again where another server was first, and counts what that one wrote', async () => {
    await issue(YESTERDAY);
    let isFirst = true;
    const racing = new Proxy<ClosingStore>(store, {
      get(target, name) {
        if (name !== 'append') return Reflect.get(target, name).bind(target);
        return async (append: Parameters<ClosingStore['append']>[0]) => {
          if (isFirst) await issue(YESTERDAY, 2);
          isFirst = false;
          return target.append(append);
        };
      },
    });
    const run = startOn(racing);
    await run();
    pass(2 * HOUR_MS);
    await run();
    expect(await figures()).toEqual([`${YESTERDAY} {"events":3}`]);
  });

  it('leaves a day alone to which another server still writes, whatever our clock says', async () => {
    await issue(YESTERDAY);
    const run = startOn(store);
    await run();
    for (let sequence = 2; sequence < 6; sequence += 1) {
      await passMinutes(60, run);
      await issue(YESTERDAY, sequence);
    }
    await run();
    expect(await eventsOf(YESTERDAY)).toHaveLength(5);
    await passMinutes(120, run);
    expect(await eventsOf(YESTERDAY)).toEqual([]);
    expect(await figures()).toEqual([`${YESTERDAY} {"events":6}`]);
  });

  it('keeps the day, its waiting people and its lists when the clock shows tomorrow for a while', async () => {
    await issue(TODAY);
    await issue(addDays(TODAY, 1));
    nowMs = Date.parse(`${TODAY}T09:00:00Z`);
    const run = startOn(store);
    await run();
    nowMs += 24 * HOUR_MS;
    await passMinutes(119, run);
    nowMs -= 24 * HOUR_MS;
    await passMinutes(10 * 60, run);
    expect(await eventsOf(TODAY)).toEqual(['ticketIssued']);
    expect(await eventsOf(addDays(TODAY, 1))).toEqual(['ticketIssued']);
    expect(await figures()).toEqual([]);

    // A clock that errs again begins its two hours anew.
    nowMs += 24 * HOUR_MS;
    await passMinutes(5, run);
    expect(await eventsOf(TODAY)).toEqual(['ticketIssued']);
  });

  it('keeps tickets for as many days as the office says, and their figures at once', async () => {
    await issue(addDays(TODAY, -3));
    await issue(addDays(TODAY, -2));
    await issue(YESTERDAY);
    const run = startOn(store, { retentionDays: 2 });
    await run();
    await passMinutes(121, run);
    expect(await store.daysInLedger('demo', TODAY)).toEqual([addDays(TODAY, -2), YESTERDAY]);
    expect(await figures()).toHaveLength(3);
    expect(backUps()).toEqual([`${TODAY}.sqlite`]);
    // The next night the next day goes.
    pass(24 * HOUR_MS);
    await run();
    expect(await store.daysInLedger('demo', addDays(TODAY, 1))).toEqual([YESTERDAY]);
  });

  it('backs up every day, also when there was nothing to close', async () => {
    const run = startOn(store);
    await run();
    await passMinutes(3, run);
    pass(24 * HOUR_MS);
    await run();
    expect(serviceDayAt(nowMs)).toBe('2026-11-25');
    expect(backUps()).toEqual([`${TODAY}.sqlite`, '2026-11-25.sqlite']);
  });

  it('closes the other offices where one cannot be closed, and backs up when all are', async () => {
    await issue(YESTERDAY, 1, 'first');
    await issue(YESTERDAY, 1, 'second');
    let isDamaged = true;
    const run = startOn(store, {
      officeIds: ['first', 'second'],
      aggregate: ({ officeId }, events) => {
        if (officeId === 'first' && isDamaged) throw new Error('The ledger is damaged');
        return [{ hour: 9, queue: null, figures: String(events.length) }];
      },
    });
    await run();
    pass(2 * HOUR_MS);
    await run();
    expect(await eventsOf(YESTERDAY, 'first')).toEqual(['ticketIssued', 'dayEnded']);
    expect(await eventsOf(YESTERDAY, 'second')).toEqual([]);
    expect(failures()).toHaveLength(1);
    expect(backUps()).toEqual([]);

    isDamaged = false;
    await run();
    expect(await eventsOf(YESTERDAY, 'first')).toEqual([]);
    expect(await figures('first')).toEqual([`${YESTERDAY} 2`]);
    expect(backUps()).toEqual([`${TODAY}.sqlite`]);
  });

  it('a day whose events contradict each other goes without figures, and the log says so', async () => {
    await issue(YESTERDAY, 1);
    const run = startOn(store, {
      aggregate: () => {
        throw new LedgerDamage('The ledger calls a ticket twice');
      },
    });
    await run();
    pass(2 * HOUR_MS);
    await run();
    expect(await eventsOf(YESTERDAY)).toEqual([]);
    expect(await figures()).toEqual([]);
    expect(failures()).toEqual([]);
    expect(logged).toContainEqual(
      expect.objectContaining({ event: 'dayWithoutFigures', serviceDay: YESTERDAY }),
    );
  });
});

describe('whatever fails while days are closed', () => {
  // Two days to close take 13 calls, up to the back-up.
  const everyFault = Array.from({ length: 13 }, (_, index) => index + 1).flatMap((k) =>
    (['before', 'after'] as const).flatMap((fault) =>
      (['goes on', 'is killed and started again'] as const).map(
        (then) => [k, fault, then] as const,
      ),
    ),
  );

  it.each(everyFault)(
    'loses nothing when call %i of the store fails (%s its effect) and the server %s',
    async (k, fault, then) => {
      let kills = 0;
      const memory = new MemoryStore([addDays(TODAY, -2), YESTERDAY, TODAY]);
      const faulty = failingAt(memory, k, fault);
      let run = startOn(faulty);
      for (let minutes = 0; minutes < 5 * 60; minutes += 1) {
        await run();
        pass(MINUTE_MS);
        if (then === 'is killed and started again' && failures().length > kills) {
          run = startOn(faulty);
          kills += 1;
        }
      }
      expect(failures()).toHaveLength(1);
      expect([...memory.ledger.keys()]).toEqual([TODAY]);
      expect(memory.ledger.get(TODAY)).toHaveLength(1);
      expect([...memory.figures]).toEqual([
        [addDays(TODAY, -2), '{"events":2}'],
        [YESTERDAY, '{"events":2}'],
      ]);
      expect(memory.backUps).toContain(TODAY);
    },
  );
});
