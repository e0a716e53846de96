import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { DeviceRole, StaffRole } from '../../../contract/vocabulary.ts';
import type { QueueEvent, RecordedEvent } from '../../../queue/event.ts';
import type {
  AccountRecord,
  Append,
  AppendOutcome,
  CommandRecord,
  Hold,
  OfficeDay,
  SessionRecord,
  Store,
} from '../store.ts';
import {
  canCommit,
  type Database,
  inTransaction,
  isEngineError,
  isUniquenessError,
} from './engine.ts';

type Row = Readonly<Record<string, unknown>>;

function text(row: Row, column: string): string {
  const value = row[column];
  if (typeof value !== 'string') throw new Error(`Column ${column} holds no text`);
  return value;
}

function integer(row: Row, column: string): number {
  const value = row[column];
  if (typeof value !== 'number') throw new Error(`Column ${column} holds no number`);
  return value;
}

function toSession(row: Row): SessionRecord {
  return {
    tokenSha256: text(row, 'token_sha256'),
    account: text(row, 'account'),
    officeId: text(row, 'office_id'),
    counter: row['counter'] === null ? null : text(row, 'counter'),
    createdAtMs: integer(row, 'created_at_ms'),
    lastUsedAtMs: integer(row, 'last_used_at_ms'),
  };
}

function toAccount(row: Row): AccountRecord {
  return {
    account: text(row, 'account'),
    displayName: text(row, 'display_name'),
    // The column's CHECK admits nothing else.
    role: text(row, 'role') as StaffRole,
    passwordHash: text(row, 'password_hash'),
  };
}

function prepareAll(database: Database) {
  return {
    lastSequence: database.prepare(
      `SELECT COALESCE(MAX(sequence), 0) AS last FROM ledger
        WHERE office_id = ? AND service_day = ?`,
    ),
    insertEvent: database.prepare(
      `INSERT INTO ledger (office_id, service_day, sequence, at_ms, type, data)
        VALUES (?, ?, ?, ?, ?, ?)`,
    ),
    insertCommand: database.prepare(
      `INSERT INTO command (command_id, office_id, service_day, fingerprint, reply)
        VALUES (?, ?, ?, ?, ?)`,
    ),
    readDay: database.prepare(
      `SELECT sequence, at_ms, type, data FROM ledger
        WHERE office_id = ? AND service_day = ? AND sequence > ? ORDER BY sequence`,
    ),
    findCommand: database.prepare('SELECT * FROM command WHERE command_id = ?'),
    deleteEvents: database.prepare('DELETE FROM ledger WHERE service_day < ?'),
    deleteCommands: database.prepare('DELETE FROM command WHERE service_day < ?'),

    listAccounts: database.prepare('SELECT * FROM account ORDER BY account'),
    findAccount: database.prepare('SELECT * FROM account WHERE account = ?'),
    saveAccount: database.prepare(
      `INSERT INTO account (account, display_name, role, password_hash) VALUES (?, ?, ?, ?)
        ON CONFLICT (account) DO UPDATE SET display_name = excluded.display_name,
          role = excluded.role, password_hash = excluded.password_hash`,
    ),
    endSessionsOf: database.prepare('DELETE FROM session WHERE account = ?'),

    addSession: database.prepare(
      `INSERT INTO session (token_sha256, account, office_id, counter, created_at_ms,
        last_used_at_ms) VALUES (?, ?, ?, ?, ?, ?)`,
    ),
    findSession: database.prepare('SELECT * FROM session WHERE token_sha256 = ?'),
    findHolder: database.prepare('SELECT * FROM session WHERE office_id = ? AND counter = ?'),
    touchSession: database.prepare('UPDATE session SET last_used_at_ms = ? WHERE token_sha256 = ?'),
    setCounter: database.prepare('UPDATE session SET counter = ? WHERE token_sha256 = ?'),
    releaseCountersExcept: database.prepare(
      `UPDATE session SET counter = NULL WHERE office_id = ?
        AND counter NOT IN (SELECT value FROM json_each(?))`,
    ),
    endSession: database.prepare('DELETE FROM session WHERE token_sha256 = ?'),
    endSessionsBefore: database.prepare(
      'DELETE FROM session WHERE created_at_ms < ? OR last_used_at_ms < ?',
    ),

    findDevice: database.prepare('SELECT role FROM device WHERE token_sha256 = ?'),
    addDevice: database.prepare(
      'INSERT INTO device (token_sha256, role, created_at_ms) VALUES (?, ?, ?)',
    ),
  };
}

/** The store of one machine: a SQLite file, one writer process. */
export class SqliteStore implements Store {
  readonly #database: Database;
  readonly #lock: Database;
  readonly #copiesFolder: string;
  readonly #sql: ReturnType<typeof prepareAll>;

  constructor(database: Database, lock: Database, copiesFolder: string) {
    this.#database = database;
    this.#lock = lock;
    this.#copiesFolder = copiesFolder;
    this.#sql = prepareAll(database);
  }

  async append({ day, events, command }: Append): Promise<AppendOutcome> {
    const first = events[0];
    if (first === undefined) throw new Error('Nothing to append');
    return this.#unlessTaken((): AppendOutcome => {
      const last = this.#sql.lastSequence.get(day.officeId, day.serviceDay);
      if (last?.['last'] !== first.sequence - 1) return 'conflict';
      for (const { sequence, atMs, event } of events) {
        const { type, ...data } = event;
        const json = JSON.stringify(data);
        this.#sql.insertEvent.run(day.officeId, day.serviceDay, sequence, atMs, type, json);
      }
      if (command !== null) this.#insertCommand(day, command);
      return 'appended';
    });
  }

  /** One transaction; a key that exists means that somebody else was first. */
  #unlessTaken<T>(action: () => T): T | 'conflict' {
    try {
      return inTransaction(this.#database, action);
    } catch (error) {
      if (isUniquenessError(error)) return 'conflict';
      throw error;
    }
  }

  #insertCommand(day: OfficeDay, command: CommandRecord): void {
    const { commandId, fingerprint, reply } = command;
    this.#sql.insertCommand.run(commandId, day.officeId, day.serviceDay, fingerprint, reply);
  }

  async readDay(day: OfficeDay, afterSequence: number): Promise<RecordedEvent[]> {
    const rows = this.#sql.readDay.all(day.officeId, day.serviceDay, afterSequence);
    return rows.map((row) => ({
      sequence: integer(row, 'sequence'),
      atMs: integer(row, 'at_ms'),
      // Written by `append` and by nothing else.
      event: { type: text(row, 'type'), ...JSON.parse(text(row, 'data')) } as QueueEvent,
    }));
  }

  async findCommand(commandId: string): Promise<CommandRecord | null> {
    const row = this.#sql.findCommand.get(commandId);
    if (row === undefined) return null;
    return {
      commandId: text(row, 'command_id'),
      fingerprint: text(row, 'fingerprint'),
      reply: text(row, 'reply'),
    };
  }

  async deleteDaysBefore(serviceDay: string): Promise<number> {
    const deleted = inTransaction(this.#database, () => {
      this.#sql.deleteCommands.run(serviceDay);
      return Number(this.#sql.deleteEvents.run(serviceDay).changes);
    });
    // Always, even where nothing was deleted now: the last attempt may have been cut short here.
    this.#database.exec('VACUUM');
    if (existsSync(this.#copiesFolder)) {
      for (const name of readdirSync(this.#copiesFolder)) {
        if (name.slice(0, serviceDay.length) >= serviceDay) continue;
        rmSync(join(this.#copiesFolder, name), { recursive: true, force: true });
      }
    }
    // It reports a reader in its way, and does not fail: the file then still has the old rows.
    const checkpoint = this.#database.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get();
    if (checkpoint?.['busy'] !== 0) throw new Error('Another program is reading the database');
    return deleted;
  }

  async listAccounts(): Promise<AccountRecord[]> {
    return this.#sql.listAccounts.all().map(toAccount);
  }

  async findAccount(account: string): Promise<AccountRecord | null> {
    const row = this.#sql.findAccount.get(account);
    return row === undefined ? null : toAccount(row);
  }

  async saveAccount({ account, displayName, role, passwordHash }: AccountRecord): Promise<void> {
    inTransaction(this.#database, () => {
      this.#sql.endSessionsOf.run(account);
      this.#sql.saveAccount.run(account, displayName, role, passwordHash);
    });
  }

  async addSession(session: SessionRecord): Promise<void> {
    this.#sql.addSession.run(
      session.tokenSha256,
      session.account,
      session.officeId,
      session.counter,
      session.createdAtMs,
      session.lastUsedAtMs,
    );
  }

  async findSession(tokenSha256: string): Promise<SessionRecord | null> {
    const row = this.#sql.findSession.get(tokenSha256);
    return row === undefined ? null : toSession(row);
  }

  async findHolder(officeId: string, counter: string): Promise<SessionRecord | null> {
    const row = this.#sql.findHolder.get(officeId, counter);
    return row === undefined ? null : toSession(row);
  }

  async touchSession(tokenSha256: string, usedAtMs: number): Promise<void> {
    this.#sql.touchSession.run(usedAtMs, tokenSha256);
  }

  async holdCounter(hold: Hold): Promise<'held' | 'conflict'> {
    const { tokenSha256, officeId, counter, takenFrom, command } = hold;
    return this.#unlessTaken(() => {
      if (takenFrom !== null) this.#sql.setCounter.run(null, takenFrom);
      this.#sql.setCounter.run(counter, tokenSha256);
      if (command !== null) {
        this.#insertCommand({ officeId, serviceDay: command.serviceDay }, command);
      }
      return 'held' as const;
    });
  }

  async releaseCounter(tokenSha256: string): Promise<void> {
    this.#sql.setCounter.run(null, tokenSha256);
  }

  async releaseCountersExcept(officeId: string, open: readonly string[]): Promise<void> {
    this.#sql.releaseCountersExcept.run(officeId, JSON.stringify(open));
  }

  async endSession(tokenSha256: string): Promise<void> {
    this.#sql.endSession.run(tokenSha256);
  }

  async endSessionsBefore(limits: {
    readonly createdBeforeMs: number;
    readonly usedBeforeMs: number;
  }): Promise<void> {
    this.#sql.endSessionsBefore.run(limits.createdBeforeMs, limits.usedBeforeMs);
  }

  async findDevice(tokenSha256: string): Promise<{ readonly role: DeviceRole } | null> {
    const row = this.#sql.findDevice.get(tokenSha256);
    // The column's CHECK admits nothing else.
    return row === undefined ? null : { role: text(row, 'role') as DeviceRole };
  }

  async addDevice(device: {
    readonly tokenSha256: string;
    readonly role: DeviceRole;
    readonly createdAtMs: number;
  }): Promise<void> {
    this.#sql.addDevice.run(device.tokenSha256, device.role, device.createdAtMs);
  }

  async canWrite(): Promise<boolean> {
    return canCommit(this.#database);
  }

  isFailure(error: unknown): boolean {
    return isEngineError(error);
  }

  async close(): Promise<void> {
    // The last connection to close moves the log into the database and removes it.
    this.#database.close();
    this.#lock.close();
  }
}
