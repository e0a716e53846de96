import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { join } from 'node:path';
import { type Database, inTransaction, openForWriting, readPragma } from './engine.ts';

/** Copies made before a migration. They hold tickets, so they go with their day. */
const COPIES_FOLDER = 'copies';

/** Copies made each night. They hold no tickets, and may be put in the database's place. */
const BACKUPS_FOLDER = 'backups';

/** Two weeks: somebody away on holiday still finds the one from before. */
const BACKUPS_KEPT = 14;

const BACKUP_NAME = /^\d{4}-\d{2}-\d{2}\.sqlite$/;

/** What a copy is called until it is whole. */
const UNFINISHED = 'unfinished';

/** Creates the file for this account alone; what SQLite puts beside it gets the same mode. */
export function touch(file: string): void {
  closeSync(openSync(file, 'a', 0o600));
}

/** Copies the database as it is, `name` beginning with the day on which the copy was made. */
export function copyBeforeMigration(database: Database, dataFolder: string, name: string): void {
  copyInto(database, makeFolder(dataFolder, COPIES_FOLDER), name);
}

/** Deletes the copies of days before the given one, and a nightly one that was cut short. */
export function deleteCopiesBefore(dataFolder: string, serviceDay: string): void {
  const folder = join(dataFolder, COPIES_FOLDER);
  for (const name of existsSync(folder) ? readdirSync(folder) : []) {
    if (name.slice(0, serviceDay.length) >= serviceDay) continue;
    rmSync(join(folder, name), { recursive: true, force: true });
  }
  deleteUnfinished(join(dataFolder, BACKUPS_FOLDER));
}

/**
 * Copies what stays of the office into `backups/<day>.sqlite`. Tickets stay out, however many days
 * of them are kept: fourteen nights later the copy would still have them (DESIGN §7.6).
 *
 * @throws Error when the copy is not whole; the earlier ones are then left as they are.
 */
export function backUpDatabase(database: Database, dataFolder: string, serviceDay: string): void {
  const folder = makeFolder(dataFolder, BACKUPS_FOLDER);
  deleteUnfinished(folder);
  try {
    const unfinished = copyInto(database, folder, UNFINISHED);
    forgetTickets(unfinished);
    renameSync(unfinished, join(folder, `${serviceDay}.sqlite`));
  } finally {
    deleteUnfinished(folder);
  }
  const backups = readdirSync(folder).filter((name) => BACKUP_NAME.test(name));
  for (const name of backups.toSorted().slice(0, -BACKUPS_KEPT)) rmSync(join(folder, name));
}

function makeFolder(dataFolder: string, name: string): string {
  const folder = join(dataFolder, name);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return folder;
}

function copyInto(database: Database, folder: string, name: string): string {
  const file = join(folder, name);
  // SQLite fills an empty file, which so has the right mode from the first byte.
  touch(file);
  database.prepare('VACUUM INTO ?').run(file);
  return file;
}

function forgetTickets(file: string): void {
  // What is deleted is overwritten too, as wherever a database is opened for writing.
  const copy = openForWriting(file);
  try {
    inTransaction(copy, () => {
      for (const table of [
        'ledger',
        'command',
        'session',
        'help_call',
        'device_trouble',
        'phone_secret',
      ]) {
        copy.exec(`DELETE FROM ${table}`);
      }
    });
    const verdict = readPragma(copy, 'integrity_check(1)');
    if (verdict !== 'ok') throw new Error(`The back-up is damaged: ${String(verdict)}`);
  } finally {
    copy.close();
  }
}

function deleteUnfinished(folder: string): void {
  for (const suffix of ['', '-wal', '-shm', '-journal']) {
    rmSync(join(folder, `${UNFINISHED}${suffix}`), { force: true });
  }
}
