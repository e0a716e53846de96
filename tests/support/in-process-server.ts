import { join } from 'node:path';
import { loadContent } from '../../electron/content/load-content.ts';
import type { Content } from '../../electron/contract/content.ts';
import type { ContentTrouble } from '../../electron/contract/device-report.ts';
import type { LogEvent } from '../../electron/server/log.ts';
import type { PhoneOptions } from '../../electron/server/phone/start-phone-listener.ts';
import { startServer } from '../../electron/server/server.ts';
import { openStore } from '../../electron/server/store/sqlite/open-store.ts';
import type { SqliteStore } from '../../electron/server/store/sqlite/sqlite-store.ts';
import type { Store } from '../../electron/server/store/store.ts';
import { addTestAccounts, addTestDevice } from './provision.ts';
import { removeFolder, temporaryFolder } from './temporary-folder.ts';

/** 23 November 2026, 09:00 in Rome. */
export const MORNING_MS = Date.parse('2026-11-23T08:00:00Z');

/** A clock that goes when the test says so. */
export class TestClock {
  ms = MORNING_MS;
  readonly nowMs = (): number => this.ms;
  /** Time passes as the clock shows it. */
  readonly uptimeMs = (): number => this.ms;
  readonly read = () => ({ wallMs: this.ms, uptimeMs: this.ms });

  advance(minutes: number): void {
    this.ms += minutes * 60_000;
  }
}

export function repositoryContent(): Content {
  const baseDir = join(import.meta.dirname, '..', '..', 'content');
  const content = loadContent({ baseDir });
  if (!content.ok) throw new Error(JSON.stringify(content.error));
  return content.value;
}

export function openTestStore(dataFolder: string, nowMs = MORNING_MS): SqliteStore {
  const store = openStore({ dataFolder, nowMs });
  if (!store.ok) throw new Error(store.error.code);
  return store.value;
}

/** The server inside the test's own process, with the test's clock; HTTP and SQLite are real. */
export async function startInProcess(
  options: {
    ticketRate?: { burst: number; perMinute: number };
    staticFolder?: string;
    phone?: PhoneOptions;
    content?: Content;
    contentTrouble?: ContentTrouble;
    openStore?: (dataFolder: string) => Store | Promise<Store>;
  } = {},
) {
  const dataFolder = temporaryFolder();
  const clock = new TestClock();
  const store: Store = await (options.openStore ?? openTestStore)(dataFolder);
  await addTestAccounts(store);
  const kioskToken = await addTestDevice(store, 'kiosk');
  const boardToken = await addTestDevice(store, 'board');
  const logged: LogEvent[] = [];
  const server = await startServer({
    store,
    contents: [options.content ?? repositoryContent()],
    contentTrouble: options.contentTrouble ?? null,
    host: '127.0.0.1',
    port: 0,
    ticketRate: options.ticketRate ?? { burst: 999, perMinute: 999 },
    staticFolder: options.staticFolder ?? join(dataFolder, 'no-pages'),
    phone: options.phone ?? null,
    version: '0.0.0-test',
    log: (entry) => logged.push(entry),
    retentionDays: 0,
    readClock: clock.read,
  });
  if (!server.ok) throw new Error(server.error.code);
  return {
    url: server.value.url,
    port: server.value.port,
    phoneUrl: `http://127.0.0.1:${server.value.phonePort}`,
    dataFolder,
    clock,
    store,
    kioskToken,
    boardToken,
    logged,
    close: async () => {
      await server.value.close();
      removeFolder(dataFolder);
    },
  };
}
