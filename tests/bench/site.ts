import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BucketRate } from '../../electron/server/auth/token-bucket.ts';
import { DATABASE_URL_VARIABLE, openDatabase } from '../../electron/server/store/open-database.ts';
import { TestPostgres } from '../support/postgres.ts';
import { addTestAccounts, addTestDevice } from '../support/provision.ts';
import { runServer, type ServerProcess } from '../support/start-server.ts';
import { isOnDisk, removeFolder, temporaryFolder } from '../support/temporary-folder.ts';

const DEMO_OFFICE_FILE = join(import.meta.dirname, '../../content/office/demo.json');

export type SiteSize = {
  /** More than one only on PostgreSQL. */
  readonly servers: number;
  readonly offices: number;
  readonly database: 'sqlite' | 'postgres';
  /** Of each office. */
  readonly kiosks: number;
  /** Of each office; one unless more are asked for. */
  readonly boards?: number;
  /** Other than the product's, which no crowd at a kiosk exceeds, but a measurement does. */
  readonly ticketRate?: BucketRate;
};

/** What the devices of one office need to ask its servers. */
export type SiteOffice = {
  readonly officeId: string;
  readonly kioskTokens: readonly string[];
  readonly boardTokens: readonly [string, ...string[]];
};

/** Real servers, each a process of its own, that serve the same offices on one database. */
export type Site = {
  readonly urls: readonly [string, ...string[]];
  readonly offices: readonly SiteOffice[];
  /** Null for SQLite. */
  readonly databaseUrl: string | null;
  /** Of the first server. */
  readonly dataFolder: string;
  readonly isDataOnDisk: boolean;
  readonly remove: () => Promise<void>;
};

export async function openSite(size: SiteSize): Promise<Site> {
  const folder = temporaryFolder();
  const postgres = size.database === 'postgres' ? await TestPostgres.start() : null;
  const running: ServerProcess[] = [];
  const remove = async () => {
    for (const server of running) await server.stop();
    await postgres?.remove();
    removeFolder(folder);
  };
  try {
    const databaseUrl = (await postgres?.createDatabase()) ?? null;
    const contentFolder = join(folder, 'content');
    const officeIds = writeOffices(contentFolder, size.offices);
    const dataFolders = Array.from({ length: size.servers }, (_, index) =>
      join(folder, `server-${index + 1}`),
    );
    const dataFolder = dataFolders[0] ?? folder;
    const offices = await provisionOffices({ dataFolder, databaseUrl, officeIds }, size);
    for (const each of dataFolders) {
      mkdirSync(each, { recursive: true });
      const { ticketRate } = size;
      writeFileSync(join(each, 'config.json'), JSON.stringify({ server: { ticketRate } }));
      const environment = databaseUrl === null ? {} : { [DATABASE_URL_VARIABLE]: databaseUrl };
      const args = ['--content', contentFolder, '--quiet'];
      running.push(await runServer({ dataFolder: each, args, environment }));
    }
    const [first, ...others] = running.map(({ url }) => url);
    if (first === undefined) throw new Error('A site has at least one server');
    return {
      urls: [first, ...others],
      offices,
      databaseUrl,
      dataFolder,
      isDataOnDisk: postgres === null ? isOnDisk(dataFolder) : postgres.isDataOnDisk,
      remove,
    };
  } catch (error) {
    await remove();
    throw error;
  }
}

/** Offices like the demo office, under other names. */
function writeOffices(contentFolder: string, count: number): string[] {
  const demo = JSON.parse(readFileSync(DEMO_OFFICE_FILE, 'utf8')) as Record<string, unknown>;
  mkdirSync(join(contentFolder, 'office'), { recursive: true });
  return Array.from({ length: count }, (_, index) => {
    const id = `office-${String(index + 1).padStart(2, '0')}`;
    writeFileSync(join(contentFolder, 'office', `${id}.json`), JSON.stringify({ ...demo, id }));
    return id;
  });
}

async function provisionOffices(
  {
    dataFolder,
    databaseUrl,
    officeIds,
  }: {
    readonly dataFolder: string;
    readonly databaseUrl: string | null;
    readonly officeIds: readonly string[];
  },
  { kiosks, boards = 1 }: SiteSize,
): Promise<SiteOffice[]> {
  const opened = await openDatabase({
    dataFolder,
    databaseUrl: databaseUrl ?? undefined,
    nowMs: Date.now(),
  });
  if (!opened.ok) throw new Error(opened.error.code);
  const store = opened.value;
  const offices: SiteOffice[] = [];
  for (const officeId of officeIds) {
    await addTestAccounts(store, officeId);
    const kioskTokens: string[] = [];
    while (kioskTokens.length < kiosks) {
      kioskTokens.push(await addTestDevice(store, 'kiosk', officeId));
    }
    const firstBoard = await addTestDevice(store, 'board', officeId);
    const otherBoards: string[] = [];
    while (otherBoards.length < boards - 1) {
      otherBoards.push(await addTestDevice(store, 'board', officeId));
    }
    offices.push({ officeId, kioskTokens, boardTokens: [firstBoard, ...otherBoards] });
  }
  await store.close();
  return offices;
}
