import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openExclusively, openForWriting } from '../../../electron/server/store/sqlite/engine.ts';
import { databaseFile } from '../../../electron/server/store/sqlite/open-store.ts';
import { SqliteStore } from '../../../electron/server/store/sqlite/sqlite-store.ts';
import type { Store } from '../../../electron/server/store/store.ts';
import { failingStore } from '../../support/failing-store.ts';
import { openTestStore } from '../../support/in-process-server.ts';
import { removeFolder, temporaryFolder } from '../../support/temporary-folder.ts';
import { command, day, issued, yesterday } from './store-conformance.ts';

let dataFolder: string;

beforeEach(() => {
  dataFolder = temporaryFolder();
});
afterEach(() => removeFolder(dataFolder));

describe('a write that fails', () => {
  const STEPS = 12;

  /** As the server does: after a failure it reads what is there and goes on from it. */
  async function issueAll(store: Store): Promise<void> {
    for (let step = 1; step <= STEPS; step += 1) {
      const append = () =>
        store.append({ day, events: [issued(step)], command: command(`${step}`) });
      await append().catch(async () => {
        if ((await store.findCommand(`${step}`)) === null) await append();
      });
    }
  }

  it.each(['before', 'after'] as const)(
    'is written once when it is asked for again (failed %s the commit)',
    async (moment) => {
      for (let kth = 1; kth <= STEPS; kth += 1) {
        const store = openTestStore(join(dataFolder, `${kth}`));
        let writes = 0;
        await issueAll(
          failingStore(store, ({ method }) => {
            if (method !== 'append') return null;
            writes += 1;
            return writes === kth ? moment : null;
          }),
        );
        expect(await store.readDay(day, 0)).toHaveLength(STEPS);
        await store.close();
      }
    },
  );
});

describe('a disk that is full', () => {
  /** The store on a file that may not grow beyond what it has and a few pages. */
  async function openFull() {
    await openTestStore(dataFolder).close();
    const database = openForWriting(databaseFile(dataFolder));
    const lock = openExclusively(join(dataFolder, 'sportello.lock'));
    if (lock === null) throw new Error('The folder is in use');
    database.exec('PRAGMA max_page_count = 40');
    const store = new SqliteStore({ database, lock, dataFolder });
    const makeRoom = () => database.exec('PRAGMA max_page_count = 4000');
    return { store, makeRoom };
  }

  it('is told as a failure of the engine, writes nothing by halves, and heals with room', async () => {
    const { store, makeRoom } = await openFull();
    const long = 'x'.repeat(3_000);
    let sequence = 0;
    let failure: unknown = null;
    while (failure === null) {
      sequence += 1;
      const append = { day, events: [issued(sequence, long)], command: command(`${sequence}`) };
      failure = await store.append(append).then(
        () => null,
        (error: unknown) => error,
      );
    }
    expect(store.isFailure(failure)).toBe(true);
    expect(sequence).toBeGreaterThan(2);
    expect(await store.readDay(day, 0)).toHaveLength(sequence - 1);
    expect(await store.findCommand(`${sequence}`)).toBeNull();

    makeRoom();
    expect(
      await store.append({
        day,
        events: [issued(sequence, long)],
        command: command(`${sequence}`),
      }),
    ).toBe('appended');
    expect(await store.readDay(day, 0)).toHaveLength(sequence);
    await store.close();
  });

  it('is emptied by closing the day', async () => {
    const { store } = await openFull();
    const long = 'x'.repeat(3_000);
    const fill = async (serviceDay: string) => {
      for (let sequence = 1; sequence < 100; sequence += 1) {
        await store.append({
          day: { ...day, serviceDay },
          events: [issued(sequence, long)],
          command: null,
        });
      }
    };
    await expect(fill(yesterday.serviceDay)).rejects.toThrow('full');
    await store.deleteDaysBefore('demo', day.serviceDay);
    expect(await store.append({ day, events: [issued(1, long)], command: null })).toBe('appended');
    await store.close();
  });
});
