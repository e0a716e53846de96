import {
  fromEvent,
  type Row,
  text,
  toAccount,
  toAggregate,
  toCommand,
  toDevice,
  toDeviceTrouble,
  toEvent,
  toHelpCall,
  toKnownDevice,
  toSession,
} from '../rows.ts';
import type {
  AccountRecord,
  AggregateRecord,
  Append,
  AppendOutcome,
  CommandRecord,
  DeviceRecord,
  DeviceTroubleRecord,
  HelpCallRecord,
  Hold,
  OfficeCopy,
  OfficeDay,
  SessionRecord,
  Store,
} from '../store.ts';
import { backUpDatabase, deleteCopiesBefore } from './copies.ts';
import {
  canCommit,
  type Database,
  inTransaction,
  isEngineError,
  isUniquenessError,
} from './engine.ts';

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

    daysInLedger: database.prepare(
      `SELECT DISTINCT service_day FROM ledger WHERE office_id = ? AND service_day < ?
        ORDER BY service_day`,
    ),
    deleteEvents: database.prepare('DELETE FROM ledger WHERE office_id = ? AND service_day < ?'),
    deleteCommands: database.prepare('DELETE FROM command WHERE office_id = ? AND service_day < ?'),
    deletePhoneSecrets: database.prepare(
      'DELETE FROM phone_secret WHERE office_id = ? AND service_day < ?',
    ),
    deleteAggregates: database.prepare(
      'DELETE FROM aggregate WHERE office_id = ? AND service_day = ?',
    ),
    insertAggregate: database.prepare(
      `INSERT INTO aggregate (office_id, service_day, hour, queue, figures)
        VALUES (?, ?, ?, ?, ?)`,
    ),
    readAggregates: database.prepare(
      `SELECT * FROM aggregate WHERE office_id = ? AND service_day BETWEEN ? AND ?
        ORDER BY service_day, hour NULLS FIRST, queue NULLS FIRST`,
    ),

    listAccounts: database.prepare('SELECT * FROM account WHERE office_id = ? ORDER BY account'),
    findAccount: database.prepare('SELECT * FROM account WHERE office_id = ? AND account = ?'),
    saveAccount: database.prepare(
      `INSERT INTO account (office_id, account, display_name, role, password_hash)
        VALUES (?, ?, ?, ?, ?)
        ON CONFLICT (office_id, account) DO UPDATE SET display_name = excluded.display_name,
          role = excluded.role, password_hash = excluded.password_hash`,
    ),
    endSessionsOf: database.prepare('DELETE FROM session WHERE office_id = ? AND account = ?'),

    addSession: database.prepare(
      `INSERT INTO session (token_sha256, account, office_id, counter, created_at_ms,
        last_used_at_ms, last_seen_at_ms) VALUES (?, ?, ?, ?, ?, ?, ?)`,
    ),
    findSession: database.prepare('SELECT * FROM session WHERE token_sha256 = ?'),
    findHolder: database.prepare('SELECT * FROM session WHERE office_id = ? AND counter = ?'),
    listHolders: database.prepare(
      'SELECT * FROM session WHERE office_id = ? AND counter IS NOT NULL ORDER BY counter',
    ),
    touchSession: database.prepare(
      `UPDATE session SET last_used_at_ms = ?, last_seen_at_ms = MAX(last_seen_at_ms, ?)
        WHERE token_sha256 = ?`,
    ),
    markSeen: database.prepare(
      'UPDATE session SET last_seen_at_ms = ? WHERE token_sha256 = ? AND last_seen_at_ms < ?',
    ),
    setCounter: database.prepare('UPDATE session SET counter = ? WHERE token_sha256 = ?'),
    releaseCountersExcept: database.prepare(
      `UPDATE session SET counter = NULL WHERE office_id = ?
        AND counter NOT IN (SELECT value FROM json_each(?))`,
    ),
    endSession: database.prepare('DELETE FROM session WHERE token_sha256 = ?'),
    endSessionsBefore: database.prepare(
      'DELETE FROM session WHERE created_at_ms < ? OR last_used_at_ms < ?',
    ),

    findDevice: database.prepare('SELECT * FROM device WHERE token_sha256 = ?'),
    addDevice: database.prepare(
      'INSERT INTO device (token_sha256, office_id, role, created_at_ms) VALUES (?, ?, ?, ?)',
    ),

    findHelpCall: database.prepare('SELECT 1 FROM help_call WHERE call_id = ?'),
    renewHelpCall: database.prepare(
      `UPDATE help_call SET called_at_ms = ?, place = ?
        WHERE office_id = ? AND kiosk = ? AND is_answered = 0`,
    ),
    insertHelpCall: database.prepare(
      `INSERT INTO help_call (call_id, office_id, kiosk, called_at_ms, is_answered, place)
        VALUES (?, ?, ?, ?, 0, ?)`,
    ),
    openHelpCalls: database.prepare(
      `SELECT * FROM help_call WHERE office_id = ? AND is_answered = 0
        ORDER BY called_at_ms, call_id`,
    ),
    answerHelpCall: database.prepare(
      'UPDATE help_call SET is_answered = 1 WHERE office_id = ? AND call_id = ?',
    ),
    deleteHelpCallsBefore: database.prepare('DELETE FROM help_call WHERE called_at_ms < ?'),

    saveDeviceTrouble: database.prepare(
      `INSERT INTO device_trouble (device, office_id, reported_at_ms, trouble) VALUES (?, ?, ?, ?)
        ON CONFLICT (device) DO UPDATE SET office_id = excluded.office_id,
          reported_at_ms = excluded.reported_at_ms, trouble = excluded.trouble`,
    ),
    deleteDeviceTrouble: database.prepare(
      'DELETE FROM device_trouble WHERE office_id = ? AND device = ?',
    ),
    deviceTroubles: database.prepare(
      'SELECT * FROM device_trouble WHERE office_id = ? ORDER BY device',
    ),
    deleteDeviceTroublesBefore: database.prepare(
      'DELETE FROM device_trouble WHERE reported_at_ms < ?',
    ),
    proposePhoneSecret: database.prepare(
      `INSERT INTO phone_secret (office_id, service_day, secret) VALUES (?, ?, ?)
        ON CONFLICT (office_id, service_day) DO NOTHING`,
    ),
    findPhoneSecret: database.prepare(
      'SELECT secret FROM phone_secret WHERE office_id = ? AND service_day = ?',
    ),

    hasOffice: database.prepare(
      `SELECT 1 FROM (SELECT office_id FROM ledger UNION ALL SELECT office_id FROM command
        UNION ALL SELECT office_id FROM aggregate UNION ALL SELECT office_id FROM account
        UNION ALL SELECT office_id FROM device) WHERE office_id = ? LIMIT 1`,
    ),
    allEvents: database.prepare(
      'SELECT * FROM ledger WHERE office_id = ? ORDER BY service_day, sequence',
    ),
    allCommands: database.prepare(
      'SELECT * FROM command WHERE office_id = ? ORDER BY service_day, command_id',
    ),
    allAggregates: database.prepare(
      `SELECT * FROM aggregate WHERE office_id = ?
        ORDER BY service_day, hour NULLS FIRST, queue NULLS FIRST`,
    ),
    allDevices: database.prepare(
      'SELECT * FROM device WHERE office_id = ? ORDER BY created_at_ms, token_sha256',
    ),
  };
}

export type SqliteStoreParts = {
  readonly database: Database;
  /** Closed last: nobody else has the folder before. */
  readonly lock: Database;
  readonly dataFolder: string;
};

/** The store of one machine: a SQLite file, one writer process. */
export class SqliteStore implements Store {
  readonly #database: Database;
  readonly #lock: Database;
  readonly #dataFolder: string;
  readonly #sql: ReturnType<typeof prepareAll>;

  constructor({ database, lock, dataFolder }: SqliteStoreParts) {
    this.#database = database;
    this.#lock = lock;
    this.#dataFolder = dataFolder;
    this.#sql = prepareAll(database);
  }

  async append({ day, events, command }: Append): Promise<AppendOutcome> {
    const first = events[0];
    if (first === undefined) throw new Error('Nothing to append');
    return this.#unlessTaken((): AppendOutcome => {
      const last = this.#sql.lastSequence.get(day.officeId, day.serviceDay);
      if (last?.['last'] !== first.sequence - 1) return 'conflict';
      for (const event of events) this.#insertEvent(day, event);
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

  #insertEvent({ officeId, serviceDay }: OfficeDay, event: Append['events'][number]): void {
    const { sequence, atMs, type, data } = fromEvent(event);
    this.#sql.insertEvent.run(officeId, serviceDay, sequence, atMs, type, data);
  }

  #insertCommand({ officeId, serviceDay }: OfficeDay, command: CommandRecord): void {
    const { commandId, fingerprint, reply } = command;
    this.#sql.insertCommand.run(commandId, officeId, serviceDay, fingerprint, reply);
  }

  #insertAggregate({ officeId, serviceDay }: OfficeDay, aggregate: AggregateRecord): void {
    const { hour, queue, figures } = aggregate;
    this.#sql.insertAggregate.run(officeId, serviceDay, hour, queue, figures);
  }

  async readDay({ officeId, serviceDay }: OfficeDay, afterSequence: number) {
    return this.#sql.readDay.all(officeId, serviceDay, afterSequence).map(toEvent);
  }

  async findCommand(commandId: string): Promise<CommandRecord | null> {
    return found(this.#sql.findCommand.get(commandId), toCommand);
  }

  onAppended(): () => void {
    // The lock lets no other server write here.
    return () => undefined;
  }

  async daysInLedger(officeId: string, before: string): Promise<string[]> {
    return this.#sql.daysInLedger.all(officeId, before).map((row) => text(row, 'service_day'));
  }

  async saveAggregates(day: OfficeDay, aggregates: readonly AggregateRecord[]): Promise<void> {
    inTransaction(this.#database, () => {
      this.#sql.deleteAggregates.run(day.officeId, day.serviceDay);
      for (const aggregate of aggregates) this.#insertAggregate(day, aggregate);
    });
  }

  async readAggregates(officeId: string, from: string, to: string) {
    return this.#sql.readAggregates.all(officeId, from, to).map(toAggregate);
  }

  async deleteDaysBefore(officeId: string, serviceDay: string): Promise<number> {
    const deleted = inTransaction(this.#database, () => {
      this.#sql.deleteCommands.run(officeId, serviceDay);
      this.#sql.deletePhoneSecrets.run(officeId, serviceDay);
      return Number(this.#sql.deleteEvents.run(officeId, serviceDay).changes);
    });
    // Always, even where nothing was deleted now: the last attempt may have been cut short here.
    this.#database.exec('VACUUM');
    deleteCopiesBefore(this.#dataFolder, serviceDay);
    // It reports a reader in its way, and does not fail: the file then still has the old rows.
    const checkpoint = this.#database.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get();
    if (checkpoint?.['busy'] !== 0) throw new Error('Another program is reading the database');
    return deleted;
  }

  async backUp(serviceDay: string): Promise<void> {
    backUpDatabase(this.#database, this.#dataFolder, serviceDay);
  }

  async listAccounts(officeId: string): Promise<AccountRecord[]> {
    return this.#sql.listAccounts.all(officeId).map(toAccount);
  }

  async findAccount(officeId: string, account: string): Promise<AccountRecord | null> {
    return found(this.#sql.findAccount.get(officeId, account), toAccount);
  }

  async saveAccount(record: AccountRecord): Promise<void> {
    inTransaction(this.#database, () => {
      this.#sql.endSessionsOf.run(record.officeId, record.account);
      this.#upsertAccount(record);
    });
  }

  #upsertAccount({ officeId, account, displayName, role, passwordHash }: AccountRecord): void {
    this.#sql.saveAccount.run(officeId, account, displayName, role, passwordHash);
  }

  async addSession(session: SessionRecord): Promise<void> {
    this.#sql.addSession.run(
      session.tokenSha256,
      session.account,
      session.officeId,
      session.counter,
      session.createdAtMs,
      session.lastUsedAtMs,
      session.lastSeenAtMs,
    );
  }

  async findSession(tokenSha256: string): Promise<SessionRecord | null> {
    return found(this.#sql.findSession.get(tokenSha256), toSession);
  }

  async findHolder(officeId: string, counter: string): Promise<SessionRecord | null> {
    return found(this.#sql.findHolder.get(officeId, counter), toSession);
  }

  async listHolders(officeId: string): Promise<SessionRecord[]> {
    return this.#sql.listHolders.all(officeId).map(toSession);
  }

  async touchSession(tokenSha256: string, usedAtMs: number): Promise<void> {
    this.#sql.touchSession.run(usedAtMs, usedAtMs, tokenSha256);
  }

  async markSeen(tokenSha256: string, seenAtMs: number): Promise<void> {
    this.#sql.markSeen.run(seenAtMs, tokenSha256, seenAtMs);
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

  async findDevice(tokenSha256: string): Promise<DeviceRecord | null> {
    return found(this.#sql.findDevice.get(tokenSha256), toDevice);
  }

  async addDevice(device: OfficeCopy['devices'][number]): Promise<void> {
    this.#insertDevice(device);
  }

  #insertDevice(device: OfficeCopy['devices'][number]): void {
    const { tokenSha256, officeId, role, createdAtMs } = device;
    this.#sql.addDevice.run(tokenSha256, officeId, role, createdAtMs);
  }

  async addHelpCall(call: HelpCallRecord): Promise<void> {
    const { callId, officeId, kiosk, calledAtMs, place } = call;
    inTransaction(this.#database, () => {
      if (this.#sql.findHelpCall.get(callId) !== undefined) return;
      const renewed = this.#sql.renewHelpCall.run(calledAtMs, place, officeId, kiosk);
      if (Number(renewed.changes) > 0) return;
      this.#sql.insertHelpCall.run(callId, officeId, kiosk, calledAtMs, place);
    });
  }

  async openHelpCalls(officeId: string): Promise<HelpCallRecord[]> {
    return this.#sql.openHelpCalls.all(officeId).map(toHelpCall);
  }

  async answerHelpCall(officeId: string, callId: string): Promise<void> {
    this.#sql.answerHelpCall.run(officeId, callId);
  }

  async deleteHelpCallsBefore(calledBeforeMs: number): Promise<void> {
    this.#sql.deleteHelpCallsBefore.run(calledBeforeMs);
  }

  onHelpCallsChanged(): () => void {
    // The lock lets no other server write here.
    return () => undefined;
  }

  async saveDeviceTrouble(record: DeviceTroubleRecord): Promise<void> {
    const { device, officeId, reportedAtMs, trouble } = record;
    this.#sql.saveDeviceTrouble.run(device, officeId, reportedAtMs, trouble);
  }

  async deleteDeviceTrouble(officeId: string, device: string): Promise<void> {
    this.#sql.deleteDeviceTrouble.run(officeId, device);
  }

  async deviceTroubles(officeId: string): Promise<DeviceTroubleRecord[]> {
    return this.#sql.deviceTroubles.all(officeId).map(toDeviceTrouble);
  }

  async deleteDeviceTroublesBefore(reportedBeforeMs: number): Promise<void> {
    this.#sql.deleteDeviceTroublesBefore.run(reportedBeforeMs);
  }

  onDeviceTroublesChanged(): () => void {
    return () => undefined;
  }

  async phoneSecret({ officeId, serviceDay }: OfficeDay, proposal: string): Promise<string> {
    this.#sql.proposePhoneSecret.run(officeId, serviceDay, proposal);
    return text(this.#sql.findPhoneSecret.get(officeId, serviceDay) ?? {}, 'secret');
  }

  async exportOffice(officeId: string): Promise<OfficeCopy> {
    const dayOf = (row: Row) => text(row, 'service_day');
    const events = this.#sql.allEvents.all(officeId);
    const commands = this.#sql.allCommands.all(officeId);
    return {
      officeId,
      events: events.map((row) => ({ serviceDay: dayOf(row), event: toEvent(row) })),
      commands: commands.map((row) => ({ serviceDay: dayOf(row), ...toCommand(row) })),
      aggregates: this.#sql.allAggregates.all(officeId).map(toAggregate),
      accounts: this.#sql.listAccounts.all(officeId).map(toAccount),
      devices: this.#sql.allDevices.all(officeId).map(toKnownDevice),
    };
  }

  async importOffice(copy: OfficeCopy): Promise<'imported' | 'notEmpty'> {
    const { officeId } = copy;
    return inTransaction(this.#database, () => {
      if (this.#sql.hasOffice.get(officeId) !== undefined) return 'notEmpty';
      for (const { serviceDay, event } of copy.events) {
        this.#insertEvent({ officeId, serviceDay }, event);
      }
      for (const { serviceDay, ...command } of copy.commands) {
        this.#insertCommand({ officeId, serviceDay }, command);
      }
      for (const { serviceDay, ...aggregate } of copy.aggregates) {
        this.#insertAggregate({ officeId, serviceDay }, aggregate);
      }
      for (const account of copy.accounts) this.#upsertAccount(account);
      for (const device of copy.devices) this.#insertDevice(device);
      return 'imported';
    });
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

function found<T>(row: Row | undefined, read: (row: Row) => T): T | null {
  return row === undefined ? null : read(row);
}
