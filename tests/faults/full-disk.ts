import { join } from 'node:path';
import { serviceDayAt } from '../../electron/queue/calendar/service-day.ts';
import { officeSetup } from '../../electron/server/office.ts';
import {
  type Database,
  openExclusively,
  openForWriting,
  readPragma,
} from '../../electron/server/store/sqlite/engine.ts';
import { databaseFile } from '../../electron/server/store/sqlite/open-store.ts';
import { SqliteStore } from '../../electron/server/store/sqlite/sqlite-store.ts';
import { type Client, client } from '../support/client.ts';
import { openTestStore, repositoryContent, startInProcess } from '../support/in-process-server.ts';
import { testAccounts } from '../support/provision.ts';
import { Asker } from './asker.ts';
import { checkHistory } from './check-history.ts';
import { Desk } from './desk.ts';
import { History } from './history.ts';
import { runKiosk } from './kiosk.ts';
import type { Problem } from './problem.ts';
import type { Random } from './random.ts';

const OFFICE = 'demo';

/** So many tickets are given between one full disk and the next. */
const TICKETS_BETWEEN = 20;

/** So often somebody is told "not now" before there is room again. */
const REFUSALS = 25;

/** The most that SQLite knows, https://www.sqlite.org/limits.html */
const NO_LIMIT = 4_294_967_294;

export type FullDiskReport = {
  readonly fillings: number;
  /** Answers "unavailable". */
  readonly refusals: number;
  readonly acknowledged: number;
  readonly problems: readonly Problem[];
};

/** The database may not grow, then may again, some times over, while people come and are called. */
export async function runFullDisk(random: Random, fillings: number): Promise<FullDiskReport> {
  const history = new History();
  let database: Database | null = null;
  const server = await startInProcess({
    openStore: async (dataFolder) => {
      await openTestStore(dataFolder).close();
      const lock = openExclusively(join(dataFolder, 'sportello.lock'));
      if (lock === null) throw new Error('Somebody else has a folder that was just made');
      database = openForWriting(databaseFile(dataFolder));
      return new SqliteStore({ database, lock, dataFolder });
    },
  });
  const allow = (pages: number) => database?.exec(`PRAGMA max_page_count = ${pages}`);
  const fill = () => {
    if (database !== null) allow(Number(readPragma(database, 'page_count')));
  };
  let refusals = 0;
  let isOpen = true;
  let refused: (() => void) | null = null;

  /** Counts what the screens would tell people. */
  const counted = (inner: Client): Client => ({
    headers: inner.headers,
    call: async (name, input) => {
      const answer = await inner.call(name, input);
      if (!answer.ok && answer.error.code === 'unavailable') {
        refusals += 1;
        refused?.();
      }
      return answer;
    },
  });
  const askerOf = (name: string, deviceToken?: string) =>
    new Asker({
      client: counted(client(server.url, deviceToken)),
      officeId: OFFICE,
      history,
      random: random.stream(name),
      untilUp: async () => undefined,
    });

  try {
    const accounts = [testAccounts.ada, testAccounts.bruno];
    const desks = accounts.map((account, index) => {
      const counter = String(index + 1);
      const asker = askerOf(`desk ${counter}`);
      const deeds = random.stream(`desk ${counter} deeds`);
      const desk = { asker, officeId: OFFICE, account, counter, random: deeds };
      return new Desk({ ...desk, isOpen: () => isOpen }).run();
    });
    const kiosk = runKiosk({
      asker: askerOf('kiosk', server.kioskToken),
      random: random.stream('people'),
      comesAnother: () => isOpen,
    });
    for (let filling = 1; filling <= fillings; filling += 1) {
      await history.reached(history.tickets + TICKETS_BETWEEN);
      fill();
      const enough = refusals + REFUSALS;
      await new Promise<void>((resolve) => {
        refused = () => {
          if (refusals >= enough) resolve();
        };
      });
      allow(NO_LIMIT);
    }
    await history.reached(history.tickets + TICKETS_BETWEEN);
    isOpen = false;
    await Promise.all([...desks, kiosk]);

    const serviceDay = serviceDayAt(server.clock.ms);
    const ledger = await server.store.readDay({ officeId: OFFICE, serviceDay }, 0);
    const rules = officeSetup(repositoryContent().office).dayRules(serviceDay);
    const problems = checkHistory({ commands: history.commands, ledger, rules });
    return { fillings, refusals, acknowledged: history.tickets, problems };
  } finally {
    await server.close();
  }
}
