import { escapeIdentifier, escapeLiteral } from 'pg';
import { text } from '../rows.ts';
import type { Connections, Statements } from './connections.ts';
import { isMissingPartition } from './errors.ts';
import { takeLock } from './locks.ts';

/** The tables with a partition for each service day. */
const PARTITIONED = ['ledger', 'command'] as const;

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
      for (const table of PARTITIONED) {
        await connection.query(
          `CREATE TABLE IF NOT EXISTS ${escapeIdentifier(partition(table, serviceDay))}
            PARTITION OF ${table} FOR VALUES IN (${escapeLiteral(serviceDay)})`,
        );
      }
    }
  });
}

/** Drops the partitions of days before the given one in which no office has anything left. */
export async function dropEmptyPartitions(connections: Connections, before: string): Promise<void> {
  // Readers and writers wait for the locks below: they are taken only where there is a need.
  if ((await emptyDays(connections, before)).length === 0) return;
  await connections.transaction(async (connection) => {
    await takeLock(connection, 'changePartitions');
    // From here on no other server can write to a day that is about to go.
    await connection.query(`LOCK TABLE ${PARTITIONED.join(', ')} IN ACCESS EXCLUSIVE MODE`);
    for (const serviceDay of await emptyDays(connection, before)) {
      for (const table of PARTITIONED) {
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
      WHERE inhparent IN ('ledger'::regclass, 'command'::regclass) ORDER BY service_day`,
  );
  const days = partitions.rows.map((row) => text(row, 'service_day'));
  const empty: string[] = [];
  for (const serviceDay of days.filter((day) => day < before)) {
    const { rowCount } = await connection.query(
      `SELECT 1 WHERE EXISTS (SELECT 1 FROM ledger WHERE service_day = $1)
        OR EXISTS (SELECT 1 FROM command WHERE service_day = $1)`,
      [serviceDay],
    );
    if (rowCount === 0) empty.push(serviceDay);
  }
  return empty;
}
