import { createRequire } from 'node:module';
import type { DatabaseSync } from 'node:sqlite';

/** The one place that names the SQLite engine. */
export type Database = DatabaseSync;

type SqliteModule = { readonly DatabaseSync: typeof DatabaseSync };

/**
 * Node's own SQLite, or where this Node has none (Node 20 in the older Electron runtime) a package
 * with the same programming interface. It is required by name, so that a bundler leaves it alone.
 */
function sqliteModule(): SqliteModule {
  const builtIn: SqliteModule | undefined = process.getBuiltinModule('node:sqlite');
  if (builtIn !== undefined) return builtIn;
  const require = createRequire(import.meta.url);
  return require('@photostructure/sqlite') as SqliteModule;
}

const { DatabaseSync: SqliteDatabase } = sqliteModule();

/** How long a statement waits for another process (a back-up, a person with a tool). */
const BUSY_TIMEOUT_MS = 5_000;

/** The same for the question whether the database can be written: nobody waits for its answer. */
const PROBE_TIMEOUT_MS = 100;

/** What each connection must run with; values as SQLite reads them back. */
const REQUIRED_PRAGMAS = {
  journal_mode: 'wal',
  // FULL: a commit survives loss of power; NORMAL may lose the last ones in WAL mode.
  synchronous: 2,
  foreign_keys: 1,
  busy_timeout: BUSY_TIMEOUT_MS,
  trusted_schema: 0,
  // Deleted rows are overwritten with zeros, in WAL frames as well.
  secure_delete: 1,
} as const;

/** Opens a file without the right to change it. */
export function openForReading(file: string): Database {
  return new SqliteDatabase(file, { readOnly: true });
}

/**
 * Opens a file for writing with the settings durability depends on, and reads them back.
 *
 * @throws Error when the engine does not take a setting: data would then be less safe than promised.
 */
export function openForWriting(file: string): Database {
  const database = new SqliteDatabase(file);
  for (const [pragma, value] of Object.entries(REQUIRED_PRAGMAS)) {
    database.exec(`PRAGMA ${pragma} = ${value}`);
  }
  for (const [pragma, value] of Object.entries(REQUIRED_PRAGMAS)) {
    const actual = readPragma(database, pragma);
    if (actual !== value) {
      database.close();
      throw new Error(`SQLite runs with ${pragma} = ${String(actual)} instead of ${value}`);
    }
  }
  return database;
}

/** Takes a file for this process alone, until it ends or closes it; null when another has it. */
export function openExclusively(file: string): Database | null {
  const database = new SqliteDatabase(file);
  try {
    database.exec(
      `PRAGMA busy_timeout = 0; PRAGMA journal_mode = MEMORY;
       PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE`,
    );
    return database;
  } catch (error) {
    database.close();
    if (resultCode(error) === SQLITE_BUSY) return null;
    throw error;
  }
}

export function readPragma(database: Database, pragma: string): unknown {
  const row = database.prepare(`PRAGMA ${pragma}`).get();
  return row === undefined ? undefined : Object.values(row)[0];
}

/** Runs `action` in one write transaction. */
export function inTransaction<T>(database: Database, action: () => T): T {
  database.exec('BEGIN IMMEDIATE');
  try {
    const result = action();
    database.exec('COMMIT');
    return result;
  } catch (error) {
    if (database.isTransaction) database.exec('ROLLBACK');
    throw error;
  }
}

/**
 * Whether a commit reaches the disk now: writes the number of the schema once more, as it is. To
 * begin a transaction and give it up would also succeed on a disk that is full.
 */
export function canCommit(database: Database): boolean {
  try {
    database.exec(`PRAGMA busy_timeout = ${PROBE_TIMEOUT_MS}`);
    const version = Number(readPragma(database, 'user_version'));
    inTransaction(database, () => database.exec(`PRAGMA user_version = ${version}`));
    return true;
  } catch (error) {
    if (!isEngineError(error)) throw error;
    return false;
  } finally {
    database.exec(`PRAGMA busy_timeout = ${BUSY_TIMEOUT_MS}`);
  }
}

/** Result codes of SQLite, https://www.sqlite.org/rescode.html */
const SQLITE_BUSY = 5;
const SQLITE_CONSTRAINT_PRIMARYKEY = 1555;
const SQLITE_CONSTRAINT_UNIQUE = 2067;

const SQLITE_READONLY = 8;
const SQLITE_IOERR = 10;
const SQLITE_FULL = 13;
const SQLITE_CANTOPEN = 14;

/** What the disk has against the data; null for an error that is not about the disk. */
export function diskProblem(error: unknown): 'noAccess' | 'noRoomOrFault' | null {
  switch ((resultCode(error) ?? 0) & 0xff) {
    case SQLITE_READONLY:
    case SQLITE_CANTOPEN:
      return 'noAccess';
    case SQLITE_IOERR:
    case SQLITE_FULL:
      return 'noRoomOrFault';
    default:
      return null;
  }
}

/** The engine's extended result code. */
function resultCode(error: unknown): number | null {
  if (!(error instanceof Error) || !('errcode' in error)) return null;
  return typeof error.errcode === 'number' ? error.errcode : null;
}

/** Whether a statement failed because a row with that key exists. */
export function isUniquenessError(error: unknown): boolean {
  const code = resultCode(error);
  return code === SQLITE_CONSTRAINT_PRIMARYKEY || code === SQLITE_CONSTRAINT_UNIQUE;
}

/** Whether the error comes from the engine: the disk is full, the file is gone or damaged. */
export function isEngineError(error: unknown): boolean {
  return resultCode(error) !== null;
}
