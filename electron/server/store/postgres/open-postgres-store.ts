import { Client, type ClientConfig } from 'pg';
import { err, ok, type Result } from '../../../contract/result.ts';
import { migrations as allMigrations } from '../migrations/all.ts';
import type { Migration } from '../migrations/migration.ts';
import { clientConfig, requireSettings, type Statements, statementsOn } from './connections.ts';
import { codeOf, reasonOf, UnsafeServer } from './errors.ts';
import { takeLock } from './locks.ts';
import { PostgresStore } from './postgres-store.ts';

/** PostgreSQL 14, the oldest release its makers still support at the end of 2026. */
const OLDEST_SERVER = 14;

/** Why a database of PostgreSQL cannot be used; nothing was changed. */
export type PostgresProblem = {
  readonly code:
    | 'badAddress'
    | 'unreachable'
    | 'wrongPassword'
    | 'noDatabase'
    | 'oldServer'
    | 'unsafeServer'
    | 'notAllowed'
    | 'foreignDatabase'
    | 'newerDatabase';
  /** `host:port/name`: never with the password. */
  readonly database: string;
  readonly reason: string;
};

/** One clear sentence: the database and what to do. */
export function postgresProblemSentence({ code, database, reason }: PostgresProblem): string {
  switch (code) {
    case 'badAddress':
      return 'SPORTELLO_DATABASE_URL is not the address of a PostgreSQL database: write it as postgres://USER:PASSWORD@HOST:PORT/DATABASE, with every special character of the password as % and its code.';
    case 'unreachable':
      return `PostgreSQL does not answer at ${database} (${reason}): see whether it runs, and whether SPORTELLO_DATABASE_URL names its host and port.`;
    case 'wrongPassword':
      return `PostgreSQL at ${database} does not let this user in (${reason}): correct the user and the password in SPORTELLO_DATABASE_URL.`;
    case 'noDatabase':
      return `PostgreSQL has no database ${database}: create it, empty and owned by the user of SPORTELLO_DATABASE_URL.`;
    case 'oldServer':
      return `PostgreSQL at ${database} is too old (${reason}): use version ${OLDEST_SERVER} or a later one.`;
    case 'unsafeServer':
      return `PostgreSQL at ${database} could lose tickets that were given out: ${reason}. Correct that setting of the server.`;
    case 'notAllowed':
      return `The user of SPORTELLO_DATABASE_URL may not use the database ${database} (${reason}): make that user its owner.`;
    case 'foreignDatabase':
      return `The database ${database} belongs to another program: create one for Sportello alone, and name it in SPORTELLO_DATABASE_URL. It was not changed.`;
    case 'newerDatabase':
      return `The database ${database} was written by a newer version of Sportello (${reason}): install that version or a later one. It was not changed.`;
  }
}

export type OpenPostgresOptions = {
  readonly databaseUrl: string;
  /** For tests of migrations themselves. */
  readonly migrations?: readonly Migration[];
};

/**
 * Opens the database of several servers, creating its tables in an empty one and bringing an older
 * one up to date. Several servers may do so at once.
 */
export async function openPostgresStore(
  options: OpenPostgresOptions,
): Promise<Result<PostgresStore, PostgresProblem>> {
  const { databaseUrl, migrations = allMigrations } = options;
  const config = clientConfig(databaseUrl);
  const client = clientOf(databaseUrl, config);
  if (client === null) return err({ code: 'badAddress', database: '', reason: '' });
  const database = `${client.host}:${client.port}/${client.database}`;
  const refuse = (code: PostgresProblem['code'], reason = '') => err({ code, database, reason });
  // Whoever waits for an answer hears of a lost connection.
  client.on('error', () => undefined);
  try {
    await client.connect();
    const major = Math.floor(Number(await show(client, 'server_version_num')) / 10_000);
    if (major < OLDEST_SERVER) return refuse('oldServer', `version ${major}`);
    await requireSettings(client);
    const number = await migrate(client, migrations);
    if (number === 'foreign') return refuse('foreignDatabase');
    const latest = migrations.at(-1)?.number ?? 0;
    if (number > latest) {
      return refuse('newerDatabase', `its schema is ${number}, this version knows ${latest}`);
    }
    return ok(new PostgresStore(config));
  } catch (error) {
    const code = problemCode(error);
    if (code === null) throw error;
    return refuse(code, reasonOf(error));
  } finally {
    await client.end().catch(() => undefined);
  }
}

function clientOf(databaseUrl: string, config: ClientConfig): Client | null {
  try {
    const { protocol, username } = new URL(databaseUrl);
    // With a / or # in the password its parts would pass for host, port and name, and be shown.
    if (!/^postgres(ql)?:$/.test(protocol) || username === '') return null;
    return new Client(config);
  } catch {
    return null;
  }
}

async function show(client: Client, setting: string): Promise<unknown> {
  const { rows } = await client.query(`SHOW ${setting}`);
  return rows[0]?.[setting];
}

function problemCode(error: unknown): PostgresProblem['code'] | null {
  if (error instanceof UnsafeServer) return 'unsafeServer';
  const code = codeOf(error);
  // The driver's own: the URL has no password, and the server asks for one.
  if (code === undefined)
    return reasonOf(error).startsWith('SASL') ? 'wrongPassword' : 'unreachable';
  if (code.startsWith('28')) return 'wrongPassword';
  if (code === '3D000') return 'noDatabase';
  // No right to a schema, or no schema of which the user may know.
  if (code === '42501' || code === '3F000') return 'notAllowed';
  // Connection exceptions, no resources for one more, and a server on its way up or down.
  return /^(08|53|57)/.test(code) ? 'unreachable' : null;
}

/** Brings the schema up to date in one transaction; answers its number before that. */
async function migrate(
  client: Client,
  migrations: readonly Migration[],
): Promise<number | 'foreign'> {
  const statements = statementsOn(client);
  await client.query('BEGIN');
  try {
    await takeLock(statements, 'migrate');
    const number = await schemaNumber(statements);
    if (number !== 'foreign') await bringUpToDate(client, number, migrations);
    await client.query('COMMIT');
    return number;
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  }
}

/** 0 for an empty database. */
async function schemaNumber(connection: Statements): Promise<number | 'foreign'> {
  const tables = await connection.query(
    `SELECT relname FROM pg_class WHERE relkind IN ('r', 'p', 'v', 'm', 'f')
      AND relnamespace = (SELECT oid FROM pg_namespace WHERE nspname = current_schema())`,
  );
  if (tables.rowCount === 0) return 0;
  if (!tables.rows.some((row) => row['relname'] === 'sportello_schema')) return 'foreign';
  const { rows } = await connection.query('SELECT number FROM sportello_schema');
  return Number(rows[0]?.['number']);
}

async function bringUpToDate(
  client: Client,
  number: number,
  migrations: readonly Migration[],
): Promise<void> {
  const pending = migrations.filter((migration) => migration.number > number);
  const last = pending.at(-1);
  if (last === undefined) return;
  if (number === 0) {
    await client.query('CREATE TABLE sportello_schema (number INTEGER NOT NULL)');
    await client.query('INSERT INTO sportello_schema VALUES (0)');
  }
  for (const migration of pending) await client.query(migration.postgres);
  await client.query('UPDATE sportello_schema SET number = $1', [last.number]);
}
