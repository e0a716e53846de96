import { escapeIdentifier, escapeLiteral } from 'pg';
import { text } from '../rows.ts';
import type { Connections, Statements } from './connections.ts';
import { isMissingPartition } from './errors.ts';
import { takeLock } from './locks.ts';

/** The tables with a partition for each service day. */
const PARTITIONED = ['ledger', 'command', 'phone_secret'] as const;

/** While a lock is waited for, everybody else waits behind it. */
const LOCK_TIMEOUT_MS = 500;

const partition = (table: string, serviceDay: string) => `${table}_${serviceDay}`;

/** Writes to days of which some may have no partition yet. */
export async function withPartitions<T>(
  connections: Connections,
  serviceDays: readonly string[],
  write: () => Promise<T>,
): Promise<T> {
  for (;;) {
    try {
      return await write();
    } catch (error) {
      // Another server may drop an empty one between its creation and the next attempt.
      if (!isMissingPartition(error)) throw error;
      await createPartitions(connections, serviceDays);
    }
  }
}

function createPartitions(connections: Connections, serviceDays: readonly string[]) {
  return connections.transaction(async (connection) => {
    // Two servers that create the same table at once would both find it missing.
    await takeLock(connection, 'changePartitions');
    for (const serviceDay of serviceDays) {
      for (const table of PARTITIONED) await createPartition(connection, table, serviceDay);
    }
  });
}

/**
 * Creates a table and then makes it a partition, which waits for nobody. To create it as one would
 * wait for every reader, and a back-up reads for hours.
 */
async function createPartition(connection: Statements, table: string, serviceDay: string) {
  const name = escapeIdentifier(partition(table, serviceDay));
  const known = await connection.query('SELECT 1 WHERE to_regclass($1) IS NOT NULL', [name]);
  if (known.rowCount > 0) return;
  await connection.query(`CREATE TABLE ${name} (LIKE ${table} INCLUDING ALL)`);
  await connection.query(
    `ALTER TABLE ${table} ATTACH PARTITION ${name} FOR VALUES IN (${escapeLiteral(serviceDay)})`,
  );
}

/**
 * Drops the partitions of days before the given one in which no office has anything left.
 *
 * @throws DatabaseError where somebody reads for longer, such as a back-up; to be tried again.
 */
export async function dropEmptyPartitions(connections: Connections, before: string): Promise<void> {
  // Readers and writers wait for the locks below: they are taken only where there is a need.
  if ((await emptyDays(connections, before)).length === 0) return;
  await connections.transaction(async (connection) => {
    await connection.query(`SET LOCAL lock_timeout = ${LOCK_TIMEOUT_MS}`);
    await takeLock(connection, 'changePartitions');
    // From here on no other server can write to a day that is about to go.
    await connection.query(`LOCK TABLE ${PARTITIONED.join(', ')} IN ACCESS EXCLUSIVE MODE`);
    for (const serviceDay of await emptyDays(connection, before)) {
      for (const table of PARTITIONED) {
        // A day that began before a table came may lack its part of it.
        await connection.query(
          `DROP TABLE IF EXISTS ${escapeIdentifier(partition(table, serviceDay))}`,
        );
      }
    }
  });
}

async function emptyDays(connection: Statements, before: string): Promise<string[]> {
  const partitions = await connection.query(
    `SELECT DISTINCT substring(child.relname FROM length(parent.relname) + 2) AS service_day
      FROM pg_inherits
      JOIN pg_class child ON child.oid = inhrelid
      JOIN pg_class parent ON parent.oid = inhparent
      WHERE inhparent = ANY ($1::regclass[]) ORDER BY service_day`,
    [PARTITIONED],
  );
  const days = partitions.rows.map((row) => text(row, 'service_day'));
  const empty: string[] = [];
  for (const serviceDay of days.filter((day) => day < before)) {
    const { rowCount } = await connection.query(
      `SELECT 1 WHERE ${PARTITIONED.map(
        (table) => `EXISTS (SELECT 1 FROM ${table} WHERE service_day = $1)`,
      ).join(' OR ')}`,
      [serviceDay],
    );
    if (rowCount === 0) empty.push(serviceDay);
  }
  return empty;
}
