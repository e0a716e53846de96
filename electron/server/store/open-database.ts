import { ok, type Result } from '../../contract/result.ts';
import {
  openPostgresStore,
  type PostgresProblem,
  postgresProblemSentence,
} from './postgres/open-postgres-store.ts';
import { openStore, type StoreProblem, storeProblemSentence } from './sqlite/open-store.ts';
import type { Store } from './store.ts';

/** Names the database of several servers, as `postgres://USER:PASSWORD@HOST:PORT/DATABASE`. */
export const DATABASE_URL_VARIABLE = 'SPORTELLO_DATABASE_URL';

/** Why the database cannot be used; nothing was changed. */
export type DatabaseProblem = StoreProblem | PostgresProblem;

export type OpenDatabaseOptions = {
  /** Where SQLite keeps its file. */
  readonly dataFolder: string;
  /** The value of {@link DATABASE_URL_VARIABLE}; without one the database is SQLite's. */
  readonly databaseUrl: string | undefined;
  readonly nowMs: number;
};

/** Opens the database the configuration names. */
export async function openDatabase(
  options: OpenDatabaseOptions,
): Promise<Result<Store, DatabaseProblem>> {
  const { dataFolder, databaseUrl, nowMs } = options;
  if (databaseUrl !== undefined) return openPostgresStore({ databaseUrl });
  const opened = openStore({ dataFolder, nowMs });
  return opened.ok ? ok(opened.value) : opened;
}

/** One sentence for the person who started the server; never with a password. */
export function databaseProblemSentence(problem: DatabaseProblem): string {
  return 'path' in problem ? storeProblemSentence(problem) : postgresProblemSentence(problem);
}
