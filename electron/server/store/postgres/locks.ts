import type { Statements } from './connections.ts';

/** "Sprt": keeps our advisory locks apart from those of others in the same database. */
const LOCK_SPACE = 0x53707274;

/** What only one server at a time may do. */
const LOCKS = { migrate: 1, changePartitions: 2, saveAggregates: 3, importOffice: 4 } as const;

/** Waits for the lock, and holds it to the end of the transaction. */
export async function takeLock(connection: Statements, purpose: keyof typeof LOCKS): Promise<void> {
  await connection.query('SELECT pg_advisory_xact_lock($1, $2)', [LOCK_SPACE, LOCKS[purpose]]);
}
