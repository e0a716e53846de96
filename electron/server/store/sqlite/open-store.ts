import { closeSync, mkdirSync, openSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { err, ok, type Result } from '../../../contract/result.ts';
import { serviceDayAt } from '../../../queue/calendar/service-day.ts';
import { migrations as allMigrations } from '../migrations/all.ts';
import type { Migration } from '../migrations/migration.ts';
import { copyBeforeMigration, touch } from './copies.ts';
import {
  type Database,
  diskProblem,
  inTransaction,
  openExclusively,
  openForReading,
  openForWriting,
  readPragma,
} from './engine.ts';
import { SqliteStore } from './sqlite-store.ts';

const DATABASE_FILE = 'sportello.sqlite';

export function databaseFile(dataFolder: string): string {
  return join(dataFolder, DATABASE_FILE);
}

/** Held for as long as a server runs. The operating system lets go of it, however that ends. */
const LOCK_FILE = 'sportello.lock';

/** "Sprt": marks a SQLite file as ours, so that nobody else's is ever written to. */
const APPLICATION_ID = 0x53707274;

/** Why the data of an office cannot be used; nothing was changed. */
export type StoreProblem = {
  readonly code:
    | 'unwritable'
    | 'diskFailed'
    | 'inUse'
    | 'notADatabase'
    | 'foreignDatabase'
    | 'newerDatabase'
    | 'damagedDatabase'
    | 'missingDatabase';
  readonly path: string;
  readonly reason: string;
};

export type OpenStoreOptions = {
  readonly dataFolder: string;
  readonly nowMs: number;
  /** For tests of migrations themselves. */
  readonly migrations?: readonly Migration[];
};

/** One clear sentence: the file and what to do. */
export function storeProblemSentence({ code, path, reason }: StoreProblem): string {
  switch (code) {
    case 'unwritable':
      return `The data folder ${path} cannot be written (${reason}): correct its permissions and those of its files, or choose another with --data.`;
    case 'diskFailed':
      return `The disk does not take or give the data of ${path} (${reason}): see whether it is full or failing. The database was not changed.`;
    case 'inUse':
      return `Another Sportello server is using the data folder ${path}: stop it, or choose another folder with --data.`;
    case 'notADatabase':
      return `The file ${path} is not a Sportello database: move it away, or choose another folder with --data. It was not changed.`;
    case 'foreignDatabase':
      return `The database ${path} belongs to another program: move it away, or choose another folder with --data. It was not changed.`;
    case 'newerDatabase':
      return `The database ${path} was written by a newer version of Sportello (${reason}): install that version or a later one. It was not changed.`;
    case 'damagedDatabase':
      return `The database ${path} is damaged (${reason}): put a back-up in its place, or move it away to start with an empty one, and the files ${DATABASE_FILE}-wal and -shm with it. It was not changed.`;
    case 'missingDatabase':
      return `The database ${path} is missing or empty, but the file ${DATABASE_FILE}-wal with its latest changes is there: put the database back, or move that file away to start with an empty one. It was not changed.`;
  }
}

/**
 * Opens the office's database, creating it in an empty folder and bringing an older one up to
 * date. Everything is looked at before the first byte is written.
 */
export function openStore(options: OpenStoreOptions): Result<SqliteStore, StoreProblem> {
  const { dataFolder } = options;
  const file = databaseFile(dataFolder);
  let lock: Database | null;
  try {
    mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
    touch(join(dataFolder, LOCK_FILE));
    lock = openExclusively(join(dataFolder, LOCK_FILE));
  } catch (error) {
    const code = diskCodeOf(error) ?? 'unwritable';
    return err({ code, path: dataFolder, reason: reasonOf(error) });
  }
  if (lock === null) return err({ code: 'inUse', path: dataFolder, reason: '' });

  const migrations = options.migrations ?? allMigrations;
  const problem = inspect(file, migrations);
  if (problem !== null) {
    lock.close();
    return err(problem);
  }
  try {
    touch(file);
    const database = openForWriting(file);
    migrate(database, dataFolder, migrations, options.nowMs);
    return ok(new SqliteStore({ database, lock, dataFolder }));
  } catch (error) {
    lock.close();
    const code = diskCodeOf(error);
    if (code !== null) return err({ code, path: dataFolder, reason: reasonOf(error) });
    throw error;
  }
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown error';
  if ('code' in error && error.code !== 'ERR_SQLITE_ERROR') return String(error.code);
  return error.message;
}

function diskCodeOf(error: unknown): 'unwritable' | 'diskFailed' | null {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (['EACCES', 'EPERM', 'EROFS', 'EISDIR'].includes(code)) return 'unwritable';
  if (['ENOSPC', 'EDQUOT', 'EIO'].includes(code)) return 'diskFailed';
  const problem = diskProblem(error);
  if (problem === null) return null;
  return problem === 'noAccess' ? 'unwritable' : 'diskFailed';
}

/** Looks at an existing file without changing it. */
function inspect(file: string, migrations: readonly Migration[]): StoreProblem | null {
  let database: Database | null = null;
  try {
    if (sizeOf(file) === 0) {
      // SQLite would delete what belongs to a database that is no longer there.
      const isOrphaned = sizeOf(`${file}-wal`) > 0;
      return isOrphaned ? { code: 'missingDatabase', path: file, reason: '' } : null;
    }
    if (!hasSqliteHeader(file)) return { code: 'notADatabase', path: file, reason: '' };
    database = openForReading(file);
    // A first start that was cut short leaves a database of nobody with nothing in it.
    if (isBlank(database)) return null;
    if (readPragma(database, 'application_id') !== APPLICATION_ID) {
      return { code: 'foreignDatabase', path: file, reason: '' };
    }
    const version = Number(readPragma(database, 'user_version'));
    const latest = migrations.at(-1)?.number ?? 0;
    if (version > latest) {
      const reason = `its schema is ${version}, this version knows ${latest}`;
      return { code: 'newerDatabase', path: file, reason };
    }
    const verdict = readPragma(database, 'quick_check(1)');
    if (verdict !== 'ok') {
      return { code: 'damagedDatabase', path: file, reason: firstLine(String(verdict)) };
    }
    return null;
  } catch (error) {
    const code = diskCodeOf(error);
    if (code !== null) return { code, path: file, reason: reasonOf(error) };
    return { code: 'damagedDatabase', path: file, reason: firstLine(reasonOf(error)) };
  } finally {
    database?.close();
  }
}

/** In bytes; 0 too for a file that does not exist. */
function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}

function isBlank(database: Database): boolean {
  return (
    readPragma(database, 'application_id') === 0 &&
    readPragma(database, 'user_version') === 0 &&
    database.prepare('SELECT 1 FROM sqlite_schema').get() === undefined
  );
}

function firstLine(text: string): string {
  return text.split('\n').find((line) => !line.startsWith('***')) ?? text;
}

function hasSqliteHeader(file: string): boolean {
  const header = Buffer.alloc(16);
  const descriptor = openSync(file, 'r');
  try {
    readSync(descriptor, header, 0, 16, 0);
  } finally {
    closeSync(descriptor);
  }
  return header.toString('latin1') === 'SQLite format 3\0';
}

/** Brings the schema up to date in one transaction, with a copy of what was there before. */
function migrate(
  database: Database,
  dataFolder: string,
  migrations: readonly Migration[],
  nowMs: number,
): void {
  const version = Number(readPragma(database, 'user_version'));
  const pending = migrations.filter((migration) => migration.number > version);
  const last = pending.at(-1);
  if (last === undefined) return;
  if (version > 0) {
    const name = `${serviceDayAt(nowMs)}-before-${last.number}-${nowMs}.sqlite`;
    copyBeforeMigration(database, dataFolder, name);
  }
  inTransaction(database, () => {
    for (const migration of pending) database.exec(migration.sqlite);
    database.exec(`PRAGMA user_version = ${last.number}`);
    database.exec(`PRAGMA application_id = ${APPLICATION_ID}`);
  });
}
