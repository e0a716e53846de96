import { copyFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { openForReading, readPragma } from '../../electron/server/store/sqlite/engine.ts';
import { databaseFile } from '../../electron/server/store/sqlite/open-store.ts';
import { removeFolder, temporaryFolder } from '../support/temporary-folder.ts';
import type { Command } from './history.ts';
import { checkOffices, openOffices, type TriedOffice } from './offices.ts';
import type { Problem } from './problem.ts';

/** Copies what a power cut would leave: the database and its log, never the shared memory. */
export function copyDatabase(dataFolder: string): string {
  const copy = temporaryFolder();
  for (const suffix of ['', '-wal']) {
    const file = `${databaseFile(dataFolder)}${suffix}`;
    if (existsSync(file)) copyFileSync(file, `${databaseFile(copy)}${suffix}`);
  }
  return copy;
}

/** Opens a copy as the server would after the power is back, looks through it and deletes it. */
export async function checkCopy(
  copy: string,
  offices: readonly TriedOffice[],
  commands: readonly Command[],
): Promise<Problem[]> {
  try {
    const store = await openOffices({ dataFolder: copy });
    try {
      return [...integrityOf(copy), ...(await checkOffices(store, offices, commands))];
    } finally {
      await store.close();
    }
  } catch (error) {
    return [{ kind: 'damage', what: `a copy does not open: ${String(error)}` }];
  } finally {
    removeFolder(copy);
  }
}

/** SQLite's own opinion of a whole database file; the server itself asks for `quick_check` only. */
export function integrityOf(dataFolder: string): Problem[] {
  const database = openForReading(databaseFile(dataFolder));
  try {
    const verdict = readPragma(database, 'integrity_check');
    const orphan = readPragma(database, 'foreign_key_check');
    if (verdict === 'ok' && orphan === undefined) return [];
    return [{ kind: 'damage', what: `${join(dataFolder)}: ${String(verdict)}` }];
  } finally {
    database.close();
  }
}
