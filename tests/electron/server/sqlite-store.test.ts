import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { migrations } from '../../../electron/server/store/migrations/all.ts';
import type { Migration } from '../../../electron/server/store/migrations/migration.ts';
import {
  type Database,
  openForReading,
  openForWriting,
  readPragma,
} from '../../../electron/server/store/sqlite/engine.ts';
import {
  openStore,
  storeProblemSentence,
} from '../../../electron/server/store/sqlite/open-store.ts';
import type { SqliteStore } from '../../../electron/server/store/sqlite/sqlite-store.ts';
import { MORNING_MS, openTestStore } from '../../support/in-process-server.ts';
import { removeFolder, temporaryFolder } from '../../support/temporary-folder.ts';
import { describeStore, fillOffice, issued } from './store-conformance.ts';

describeStore('SQLite', async () => {
  const folder = temporaryFolder();
  const store = openTestStore(folder);
  return {
    store,
    close: async () => {
      await store.close();
      removeFolder(folder);
    },
  };
});

describe('opening the database', () => {
  let dataFolder: string;
  let file: string;

  beforeEach(() => {
    dataFolder = temporaryFolder();
    file = join(dataFolder, 'sportello.sqlite');
  });
  afterEach(() => removeFolder(dataFolder));

  function refusal(extra: readonly Migration[] = migrations) {
    const opened = openStore({ dataFolder, nowMs: MORNING_MS, migrations: extra });
    if (opened.ok) throw new Error('It was opened');
    return { ...opened.error, sentence: storeProblemSentence(opened.error) };
  }

  /** Where the faults of a disk are put in. */
  function databasePrototype(): Database {
    const database = openForWriting(join(dataFolder, 'any'));
    database.close();
    return Object.getPrototypeOf(database);
  }

  const later: Migration = {
    number: 9000,
    summary: 'A test',
    sqlite: 'CREATE TABLE later (a TEXT) STRICT',
    postgres: '',
  };

  it('runs with the settings on which durability depends', () => {
    const database = openForWriting(file);
    expect(readPragma(database, 'journal_mode')).toBe('wal');
    expect(readPragma(database, 'synchronous')).toBe(2);
    expect(readPragma(database, 'foreign_keys')).toBe(1);
    expect(readPragma(database, 'trusted_schema')).toBe(0);
    database.close();
  });

  it('refuses settings that the engine does not take', () => {
    // A database in memory cannot have a write-ahead log.
    expect(() => openForWriting(':memory:')).toThrow('journal_mode = memory');
  });

  it('lets nobody else read the file', async () => {
    await openTestStore(dataFolder).close();
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it('lets only one server have a data folder', async () => {
    const first = openTestStore(dataFolder);
    expect(refusal().code).toBe('inUse');
    await first.close();
    await openTestStore(dataFolder).close();
  });

  it('keeps a copy before a migration, and keeps the rows', async () => {
    const day = { officeId: 'demo', serviceDay: '2026-11-23' };
    const before = openTestStore(dataFolder);
    await before.append({ day, events: [issued(1)], command: null });
    await before.close();
    const opened = openStore({
      dataFolder,
      nowMs: MORNING_MS,
      migrations: [...migrations, later],
    });
    if (!opened.ok) throw new Error(opened.error.code);
    expect(await opened.value.readDay(day, 0)).toHaveLength(1);
    const copies = join(dataFolder, 'copies');
    expect(readdirSync(copies)).toHaveLength(1);
    expect(statSync(join(copies, readdirSync(copies)[0] ?? '')).mode & 0o777).toBe(0o600);

    await opened.value.deleteDaysBefore('demo', '2026-11-23');
    expect(readdirSync(copies)).toHaveLength(1);
    await opened.value.deleteDaysBefore('demo', '2026-11-24');
    expect(readdirSync(copies)).toHaveLength(0);
    await opened.value.close();
  });

  it('brings the one office of the first schema over, and nobody has to sign in again', async () => {
    const old = openForWriting(file);
    old.exec(`${migrations[0]?.sqlite}
      INSERT INTO account VALUES ('ada', 'Ada', 'operator', 'h'), ('bruno', 'Bruno', 'operator', 'h');
      INSERT INTO session VALUES ('s1', 'ada', 'demo', '3', 10, 20);
      INSERT INTO device VALUES ('d1', 'kiosk', 30);
      INSERT INTO ledger VALUES ('demo', '2026-11-23', 1, 40, 'counterOpened', '{}');
      PRAGMA user_version = 10; PRAGMA application_id = ${0x53707274}`);
    old.close();
    const store = openTestStore(dataFolder);
    expect((await store.listAccounts('demo')).map(({ account }) => account)).toEqual([
      'ada',
      'bruno',
    ]);
    expect(await store.findHolder('demo', '3')).toEqual({
      tokenSha256: 's1',
      account: 'ada',
      officeId: 'demo',
      counter: '3',
      createdAtMs: 10,
      lastUsedAtMs: 20,
      lastSeenAtMs: 20,
    });
    expect(await store.findDevice('d1')).toEqual({ officeId: 'demo', role: 'kiosk' });
    expect(await store.readDay({ officeId: 'demo', serviceDay: '2026-11-23' }, 0)).toHaveLength(1);
    await store.close();
  });

  it('makes no change at all when one migration of several fails', async () => {
    await openTestStore(dataFolder).close();
    const broken: Migration = {
      number: 9001,
      summary: 'A test',
      sqlite: 'CREATE TABLE oops',
      postgres: '',
    };
    expect(() =>
      openStore({ dataFolder, nowMs: MORNING_MS, migrations: [...migrations, later, broken] }),
    ).toThrow();
    await openTestStore(dataFolder).close();
    const database = openForWriting(file);
    expect(readPragma(database, 'user_version')).toBe(migrations.at(-1)?.number);
    expect(database.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'later'").get()).toBe(
      undefined,
    );
    database.close();
  });

  it('refuses a database of a newer version and leaves it alone', async () => {
    const opened = openStore({
      dataFolder,
      nowMs: MORNING_MS,
      migrations: [...migrations, later],
    });
    if (!opened.ok) throw new Error(opened.error.code);
    await opened.value.close();
    const before = readFileSync(file);
    const { code, sentence } = refusal();
    expect(code).toBe('newerDatabase');
    expect(sentence).toContain(file);
    expect(readFileSync(file)).toEqual(before);
  });

  it('refuses a file that is no database and leaves it alone', () => {
    writeFileSync(file, 'Dear diary, this is not a database at all.');
    const { code, sentence } = refusal();
    expect(code).toBe('notADatabase');
    expect(sentence).toContain(file);
    expect(readFileSync(file, 'utf8')).toContain('Dear diary');
  });

  it('refuses the database of another program and leaves it alone', () => {
    const foreign = openForWriting(file);
    foreign.exec('CREATE TABLE theirs (a)');
    foreign.close();
    const before = readFileSync(file);
    expect(refusal().code).toBe('foreignDatabase');
    expect(readFileSync(file)).toEqual(before);
  });

  it('refuses a damaged database and leaves it alone', async () => {
    await openTestStore(dataFolder).close();
    const bytes = readFileSync(file);
    bytes.fill(0xa5, 4096, 12_288);
    writeFileSync(file, bytes);
    const { code, sentence } = refusal();
    expect(code).toBe('damagedDatabase');
    expect(sentence).toContain(file);
    expect(sentence.split('\n')).toHaveLength(1);
    expect(readFileSync(file)).toEqual(bytes);
  });

  it('refuses a database cut short and leaves it alone', async () => {
    await openTestStore(dataFolder).close();
    const bytes = readFileSync(file).subarray(0, 5000);
    writeFileSync(file, bytes);
    expect(refusal().code).toBe('damagedDatabase');
    expect(readFileSync(file)).toEqual(bytes);
  });

  it('goes on with a first start that was cut short', async () => {
    openForWriting(file).close();
    expect(statSync(file).size).toBeGreaterThan(0);
    await openTestStore(dataFolder).close();
  });

  it('refuses to begin anew beside the latest changes of a database that is gone', async () => {
    writeFileSync(`${file}-wal`, 'the latest changes');
    const { code, sentence } = refusal();
    expect(code).toBe('missingDatabase');
    expect(sentence).toContain(`${file} is missing`);
    expect(readFileSync(`${file}-wal`, 'utf8')).toBe('the latest changes');
  });

  it.each([
    ['is full', 13, 'diskFailed'],
    ['is failing', 10 | (19 << 8), 'diskFailed'],
    ['is read-only', 8, 'unwritable'],
  ])('does not call a database damaged where the disk %s', async (_, errcode, code) => {
    await openTestStore(dataFolder).close();
    const fault = Object.assign(new Error('disk I/O error'), { errcode });
    const prepare = vi.spyOn(databasePrototype(), 'prepare').mockImplementation(() => {
      throw fault;
    });
    const { sentence, ...problem } = refusal();
    prepare.mockRestore();
    expect(problem.code).toBe(code);
    expect(sentence).not.toContain('damaged');
  });

  it('refuses a folder in place of the database', () => {
    mkdirSync(file);
    expect(['unwritable', 'damagedDatabase', 'notADatabase']).toContain(refusal().code);
  });

  it('says so when it cannot delete yesterday because somebody reads the file', async () => {
    const store = openTestStore(dataFolder);
    const yesterday = { officeId: 'demo', serviceDay: '2026-11-22' };
    await store.append({ day: yesterday, events: [issued(1)], command: null });
    const reader = openForReading(file);
    reader.exec('BEGIN');
    reader.prepare('SELECT count(*) FROM ledger').get();
    await expect(store.deleteDaysBefore('demo', '2026-11-23')).rejects.toThrow(
      'reading the database',
    );
    reader.close();
    await store.deleteDaysBefore('demo', '2026-11-23');
    await store.close();
  }, 20_000);

  it('gives back the room of yesterday', async () => {
    const yesterday = { officeId: 'demo', serviceDay: '2026-11-22' };
    const store = openTestStore(dataFolder);
    for (let sequence = 1; sequence <= 100; sequence += 1) {
      const events = [issued(sequence, 'x'.repeat(2_000))];
      await store.append({ day: yesterday, events, command: null });
    }
    await store.close();
    const before = statSync(file).size;
    const reopened = openTestStore(dataFolder);
    await reopened.deleteDaysBefore('demo', '2026-11-23');
    expect(statSync(file).size).toBeLessThan(before - 200_000);
    await reopened.close();
  });

  it('deletes anything of yesterday among the copies', async () => {
    const store = openTestStore(dataFolder);
    const copies = join(dataFolder, 'copies');
    mkdirSync(join(copies, '2026-11-22 by hand'), { recursive: true });
    await store.deleteDaysBefore('demo', '2026-11-23');
    expect(readdirSync(copies)).toEqual([]);
    await store.close();
  });

  it('knows when it cannot write', async () => {
    const store = openTestStore(dataFolder);
    expect(await store.canWrite()).toBe(true);
    const other = openForWriting(file);
    other.exec('BEGIN IMMEDIATE');
    expect(await store.canWrite()).toBe(false);
    other.exec('ROLLBACK');
    other.close();
    expect(await store.canWrite()).toBe(true);
    await store.close();
    expect(readdirSync(dataFolder)).toEqual(['sportello.lock', 'sportello.sqlite']);
  });

  it('leaves no trace of yesterday in any file', async () => {
    const marker = 'feedc0de-0000-4000-8000-00000badcafe';
    const store = openTestStore(dataFolder);
    const yesterday = { officeId: 'demo', serviceDay: '2026-11-22' };
    const command = { commandId: marker, fingerprint: marker, reply: JSON.stringify({ marker }) };
    await store.append({ day: yesterday, events: [issued(1, marker)], command });
    const holdsMarker = () =>
      readdirSync(dataFolder, { withFileTypes: true, recursive: true })
        .filter((entry) => entry.isFile())
        .filter((entry) => readFileSync(join(entry.parentPath, entry.name)).includes(marker))
        .map((entry) => entry.name);
    expect(holdsMarker()).not.toEqual([]);
    await store.deleteDaysBefore('demo', '2026-11-23');
    expect(holdsMarker()).toEqual([]);
    await store.close();
    expect(holdsMarker()).toEqual([]);
    expect(existsSync(file)).toBe(true);
  });
});

describe('the nightly copy', () => {
  let dataFolder: string;
  let store: SqliteStore;
  const backups = () => readdirSync(join(dataFolder, 'backups')).toSorted();

  beforeEach(() => {
    dataFolder = temporaryFolder();
    store = openTestStore(dataFolder);
  });
  afterEach(async () => {
    await store.close();
    removeFolder(dataFolder);
  });

  it('can take the place of the database, with all that stays and no ticket', async () => {
    await fillOffice(store);
    await store.backUp('2026-11-23');
    const copy = join(dataFolder, 'backups', '2026-11-23.sqlite');
    expect(statSync(copy).mode & 0o777).toBe(0o600);

    const elsewhere = temporaryFolder();
    copyFileSync(copy, join(elsewhere, 'sportello.sqlite'));
    const restored = openTestStore(elsewhere);
    expect(await restored.exportOffice('demo')).toEqual({
      ...(await store.exportOffice('demo')),
      events: [],
      commands: [],
    });
    await restored.close();
    removeFolder(elsewhere);
  });

  it('is kept for fourteen nights', async () => {
    const days = Array.from(
      { length: 16 },
      (_, index) => `2026-11-${String(index + 1).padStart(2, '0')}`,
    );
    for (const serviceDay of [...days, '2026-11-16']) await store.backUp(serviceDay);
    expect(backups()).toEqual(days.slice(2).map((serviceDay) => `${serviceDay}.sqlite`));
  });

  it('leaves the earlier ones alone when it is damaged', async () => {
    await store.backUp('2026-11-22');
    const before = readFileSync(join(dataFolder, 'backups', '2026-11-22.sqlite'));
    const prototype = Object.getPrototypeOf(openForReading(join(dataFolder, 'sportello.sqlite')));
    const prepare = prototype.prepare;
    const verdict = vi.spyOn(prototype, 'prepare').mockImplementation(function (
      this: unknown,
      ...args: unknown[]
    ) {
      const isCheck = String(args[0]).includes('integrity_check');
      return isCheck ? { get: () => ({ verdict: 'row 3 missing' }) } : prepare.apply(this, args);
    });
    await expect(store.backUp('2026-11-22')).rejects.toThrow('row 3 missing');
    verdict.mockRestore();
    expect(backups()).toEqual(['2026-11-22.sqlite']);
    expect(readFileSync(join(dataFolder, 'backups', '2026-11-22.sqlite'))).toEqual(before);
  });

  it('that was cut short goes with the day', async () => {
    await store.backUp('2026-11-22');
    writeFileSync(join(dataFolder, 'backups', 'unfinished'), 'half of it');
    writeFileSync(join(dataFolder, 'backups', 'unfinished-wal'), 'half of it');
    await store.deleteDaysBefore('demo', '2026-11-23');
    expect(backups()).toEqual(['2026-11-22.sqlite']);
  });
});
