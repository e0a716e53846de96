import { DatabaseError } from 'pg';

/** The connection failed before or while the server answered; what was asked may have been done. */
export class ConnectionLost extends Error {
  constructor(cause: unknown) {
    // Errors of the driver name the address, never the password.
    super(`No connection to PostgreSQL: ${reasonOf(cause)}`, { cause });
  }
}

/** The server does not keep data as safely as is promised. */
export class UnsafeServer extends Error {}

/** One line about an error of the driver or of the operating system. */
export function reasonOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(reasonOf).join('; ');
  return error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
}

/** SQLSTATE codes, https://www.postgresql.org/docs/current/errcodes-appendix.html */
const UNIQUE_VIOLATION = '23505';
const CHECK_VIOLATION = '23514';

/** The server itself took back what it was asked, or is on its way down or up. */
const PASSING_CODES: ReadonlySet<string | undefined> = new Set([
  '40001', // serialization failure
  '40P01', // deadlock
  '57P01', // the server stops
  '57P02', // the server ends after the crash of a process
  '57P03', // the server starts
  '53300', // too many connections
]);

export function codeOf(error: unknown): string | undefined {
  return error instanceof DatabaseError ? error.code : undefined;
}

/** Whether a statement failed because a row with that key exists. */
export function isUniquenessError(error: unknown): boolean {
  return codeOf(error) === UNIQUE_VIOLATION;
}

/** Whether a row had no partition to go to. */
export function isMissingPartition(error: unknown): boolean {
  // A row that breaks a CHECK of its table names the constraint.
  return codeOf(error) === CHECK_VIOLATION && (error as DatabaseError).constraint === undefined;
}

/** Whether the same attempt may succeed a moment later. */
export function isPassing(error: unknown): boolean {
  return error instanceof ConnectionLost || PASSING_CODES.has(codeOf(error));
}

/** Whether the error is the engine's own: the disk is full, the connection is lost. */
export function isEngineError(error: unknown): boolean {
  return [ConnectionLost, UnsafeServer, DatabaseError].some((kind) => error instanceof kind);
}
