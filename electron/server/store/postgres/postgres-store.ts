import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { ClientConfig } from 'pg';
import type { RecordedEvent } from '../../../queue/event.ts';
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
import { type Answer, Connections, type Statement, type Statements } from './connections.ts';
import { isEngineError, isUniquenessError } from './errors.ts';
import { takeLock } from './locks.ts';
import { CHANNEL, HELP_CHANNEL, NoticeListener, TROUBLE_CHANNEL } from './notice-listener.ts';
import { dropEmptyPartitions, withPartitions } from './partitions.ts';

/** For the question whether the database can be written: nobody waits longer for its answer. */
const PROBE_TIMEOUT_MS = 2_000;

/**
 * One statement, and so one transaction and one round trip: `place` is there only if the events
 * follow the last one without a gap and the command is new. Two writers that both find it there
 * meet at the primary key.
 */
const APPEND: Statement = {
  name: 'append',
  text: `
  WITH place AS (
    SELECT 1
      WHERE $3::int = 1 + (SELECT COALESCE(MAX(sequence), 0) FROM ledger
          WHERE office_id = $1 AND service_day = $2)
        AND NOT EXISTS (SELECT 1 FROM command WHERE command_id = $8)
  ), events AS (
    INSERT INTO ledger (office_id, service_day, sequence, at_ms, type, data)
      SELECT $1, $2, event.*
        FROM place, unnest($4::int[], $5::bigint[], $6::text[], $7::text[]) AS event
  ), reply AS (
    INSERT INTO command (command_id, office_id, service_day, fingerprint, reply)
      SELECT $8, $1, $2, $9, $10 FROM place WHERE $8 IS NOT NULL
  )
  SELECT pg_notify('${CHANNEL}', $11) FROM place`,
};

const READ_DAY: Statement = {
  name: 'read day',
  text: `SELECT sequence, at_ms, type, data FROM ledger
    WHERE office_id = $1 AND service_day = $2 AND sequence > $3 ORDER BY sequence`,
};

const FIND_COMMAND: Statement = {
  name: 'find command',
  text: 'SELECT command_id, fingerprint, reply FROM command WHERE command_id = $1',
};

const INSERT_EVENTS = `
  INSERT INTO ledger (office_id, service_day, sequence, at_ms, type, data)
    SELECT $1, event.*
      FROM unnest($2::text[], $3::int[], $4::bigint[], $5::text[], $6::text[]) AS event`;

const INSERT_COMMANDS = `
  INSERT INTO command (office_id, service_day, command_id, fingerprint, reply)
    SELECT $1, command.* FROM unnest($2::text[], $3::text[], $4::text[], $5::text[]) AS command`;

const INSERT_AGGREGATES = `
  INSERT INTO aggregate (office_id, service_day, hour, queue, figures)
    SELECT $1, cell.* FROM unnest($2::text[], $3::int[], $4::text[], $5::text[]) AS cell`;

const UPSERT_ACCOUNT = `
  INSERT INTO account (office_id, account, display_name, role, password_hash)
    VALUES ($1, $2, $3, $4, $5)
    ON CONFLICT (office_id, account) DO UPDATE SET display_name = excluded.display_name,
      role = excluded.role, password_hash = excluded.password_hash`;

/** A token has 256 bits: the row that is there is the first attempt, whose answer was lost. */
const INSERT_DEVICE = `
  INSERT INTO device (token_sha256, office_id, role, created_at_ms) VALUES ($1, $2, $3, $4)
    ON CONFLICT (token_sha256) DO NOTHING`;

const SET_COUNTER = 'UPDATE session SET counter = $1 WHERE token_sha256 = $2';

/** The store of several servers and many offices. */
export class PostgresStore implements Store {
  readonly #config: ClientConfig;
  readonly #connections: Connections;
  /** Marks this server's notices, which it need not be told itself. */
  readonly #writer = randomUUID();
  readonly #listeners = new Set<(day: OfficeDay) => void>();
  /** Of the channels whose notices name an office and nothing more. */
  readonly #officeListeners = new Map<string, Set<(officeId: string) => void>>([
    [HELP_CHANNEL, new Set()],
    [TROUBLE_CHANNEL, new Set()],
  ]);
  /** The latest day of each office that this server looked at. */
  readonly #days = new Map<string, string>();
  #listening: NoticeListener | null = null;

  constructor(config: ClientConfig) {
    this.#config = config;
    this.#connections = new Connections(config);
  }

  async append({ day, events, command }: Append): Promise<AppendOutcome> {
    const { officeId, serviceDay } = day;
    const first = events[0];
    if (first === undefined) throw new Error('Nothing to append');
    this.#noteDay(day);
    const values = [
      ...[officeId, serviceDay, first.sequence],
      ...eventColumns(events),
      ...[command?.commandId ?? null, command?.fingerprint ?? null, command?.reply ?? null],
      [this.#writer, serviceDay, officeId].join('\n'),
    ];
    const answer = await this.#unlessTaken([serviceDay], () =>
      this.#connections.query(APPEND, values),
    );
    return answer === 'conflict' || answer.rowCount === 0 ? 'conflict' : 'appended';
  }

  /** A key that exists means that somebody else was first, or an attempt whose answer was lost. */
  async #unlessTaken<T>(
    serviceDays: readonly string[],
    write: () => Promise<T>,
  ): Promise<T | 'conflict'> {
    try {
      return await withPartitions(this.#connections, serviceDays, write);
    } catch (error) {
      if (isUniquenessError(error)) return 'conflict';
      throw error;
    }
  }

  async readDay(day: OfficeDay, afterSequence: number): Promise<RecordedEvent[]> {
    this.#noteDay(day);
    const values = [day.officeId, day.serviceDay, afterSequence];
    const { rows } = await this.#connections.query(READ_DAY, values);
    return rows.map(toEvent);
  }

  async findCommand(commandId: string): Promise<CommandRecord | null> {
    return this.#find(toCommand, FIND_COMMAND, [commandId]);
  }

  onAppended(listener: (day: OfficeDay) => void): () => void {
    this.#listeners.add(listener);
    this.#listen();
    return () => {
      this.#listeners.delete(listener);
    };
  }

  onHelpCallsChanged(listener: (officeId: string) => void): () => void {
    return this.#listenOn(HELP_CHANNEL, listener);
  }

  onDeviceTroublesChanged(listener: (officeId: string) => void): () => void {
    return this.#listenOn(TROUBLE_CHANNEL, listener);
  }

  #listenOn(channel: string, listener: (officeId: string) => void): () => void {
    const listeners = this.#officeListeners.get(channel);
    listeners?.add(listener);
    this.#listen();
    return () => {
      listeners?.delete(listener);
    };
  }

  #listen(): void {
    this.#listening ??= new NoticeListener({
      config: this.#config,
      onNotice: (channel, payload) => {
        const notice = readNotice(payload);
        if (notice === null || notice.writer === this.#writer) return;
        if (channel === CHANNEL) this.#tell(notice);
        else this.#tellOn(channel, notice.officeId);
      },
      onListening: () => {
        for (const [officeId, serviceDay] of this.#days) {
          this.#tell({ officeId, serviceDay });
          for (const channel of this.#officeListeners.keys()) this.#tellOn(channel, officeId);
        }
      },
    });
  }

  #tellOn(channel: string, officeId: string): void {
    for (const listener of this.#officeListeners.get(channel) ?? []) listener(officeId);
  }

  #tell({ officeId, serviceDay }: OfficeDay): void {
    for (const listener of this.#listeners) listener({ officeId, serviceDay });
  }

  #noteDay({ officeId, serviceDay }: OfficeDay): void {
    const known = this.#days.get(officeId);
    if (known === undefined || known < serviceDay) this.#days.set(officeId, serviceDay);
  }

  async daysInLedger(officeId: string, before: string): Promise<string[]> {
    const { rows } = await this.#connections.query(
      `SELECT DISTINCT service_day FROM ledger WHERE office_id = $1 AND service_day < $2
        ORDER BY service_day`,
      [officeId, before],
    );
    return rows.map((row) => text(row, 'service_day'));
  }

  async saveAggregates(
    { officeId, serviceDay }: OfficeDay,
    aggregates: readonly AggregateRecord[],
  ): Promise<void> {
    const cells = aggregates.map((aggregate) => ({ ...aggregate, serviceDay }));
    await this.#connections.transaction(async (connection) => {
      // Two servers may close the same day at once.
      await takeLock(connection, 'saveAggregates');
      await connection.query('DELETE FROM aggregate WHERE office_id = $1 AND service_day = $2', [
        officeId,
        serviceDay,
      ]);
      await connection.query(INSERT_AGGREGATES, [officeId, ...aggregateColumns(cells)]);
    });
  }

  async readAggregates(officeId: string, from: string, to: string) {
    const { rows } = await this.#connections.query(
      `SELECT * FROM aggregate WHERE office_id = $1 AND service_day BETWEEN $2 AND $3
        ORDER BY service_day, hour NULLS FIRST, queue NULLS FIRST`,
      [officeId, from, to],
    );
    return rows.map(toAggregate);
  }

  async deleteDaysBefore(officeId: string, serviceDay: string): Promise<number> {
    const deleted = await this.#connections.transaction(async (connection) => {
      const values = [officeId, serviceDay];
      await connection.query(
        'DELETE FROM command WHERE office_id = $1 AND service_day < $2',
        values,
      );
      await connection.query(
        'DELETE FROM phone_secret WHERE office_id = $1 AND service_day < $2',
        values,
      );
      const { rowCount } = await connection.query(
        'DELETE FROM ledger WHERE office_id = $1 AND service_day < $2',
        values,
      );
      return rowCount;
    });
    await dropEmptyPartitions(this.#connections, serviceDay);
    return deleted;
  }

  async backUp(): Promise<void> {
    // The server belongs to IT, and so do its back-ups: see the README.
  }

  async listAccounts(officeId: string): Promise<AccountRecord[]> {
    const { rows } = await this.#connections.query(
      'SELECT * FROM account WHERE office_id = $1 ORDER BY account',
      [officeId],
    );
    return rows.map(toAccount);
  }

  async findAccount(officeId: string, account: string): Promise<AccountRecord | null> {
    return this.#find(toAccount, 'SELECT * FROM account WHERE office_id = $1 AND account = $2', [
      officeId,
      account,
    ]);
  }

  async saveAccount(record: AccountRecord): Promise<void> {
    await this.#connections.transaction(async (connection) => {
      await connection.query('DELETE FROM session WHERE office_id = $1 AND account = $2', [
        record.officeId,
        record.account,
      ]);
      await connection.query(UPSERT_ACCOUNT, accountColumns(record));
    });
  }

  async addSession(session: SessionRecord): Promise<void> {
    await this.#connections.query(
      `INSERT INTO session (token_sha256, account, office_id, counter, created_at_ms,
          last_used_at_ms, last_seen_at_ms)
        VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (token_sha256) DO NOTHING`,
      [
        session.tokenSha256,
        session.account,
        session.officeId,
        session.counter,
        session.createdAtMs,
        session.lastUsedAtMs,
        session.lastSeenAtMs,
      ],
    );
  }

  async findSession(tokenSha256: string): Promise<SessionRecord | null> {
    return this.#find(toSession, 'SELECT * FROM session WHERE token_sha256 = $1', [tokenSha256]);
  }

  async findHolder(officeId: string, counter: string): Promise<SessionRecord | null> {
    return this.#find(toSession, 'SELECT * FROM session WHERE office_id = $1 AND counter = $2', [
      officeId,
      counter,
    ]);
  }

  async listHolders(officeId: string): Promise<SessionRecord[]> {
    const { rows } = await this.#connections.query(
      'SELECT * FROM session WHERE office_id = $1 AND counter IS NOT NULL ORDER BY counter',
      [officeId],
    );
    return rows.map(toSession);
  }

  async touchSession(tokenSha256: string, usedAtMs: number): Promise<void> {
    await this.#connections.query(
      `UPDATE session SET last_used_at_ms = $1, last_seen_at_ms = GREATEST(last_seen_at_ms, $1)
        WHERE token_sha256 = $2`,
      [usedAtMs, tokenSha256],
    );
  }

  async markSeen(tokenSha256: string, seenAtMs: number): Promise<void> {
    await this.#connections.query(
      `UPDATE session SET last_seen_at_ms = $1
        WHERE token_sha256 = $2 AND last_seen_at_ms < $1`,
      [seenAtMs, tokenSha256],
    );
  }

  async holdCounter(hold: Hold): Promise<'held' | 'conflict'> {
    const { tokenSha256, officeId, counter, takenFrom, command } = hold;
    const days = command === null ? [] : [command.serviceDay];
    return this.#unlessTaken(days, () =>
      this.#connections.transaction(async (connection) => {
        if (command !== null) {
          const known = await connection.query('SELECT 1 FROM command WHERE command_id = $1', [
            command.commandId,
          ]);
          if (known.rowCount > 0) return 'conflict';
          await connection.query(INSERT_COMMANDS, [officeId, ...commandColumns([command])]);
        }
        if (takenFrom !== null) await connection.query(SET_COUNTER, [null, takenFrom]);
        await connection.query(SET_COUNTER, [counter, tokenSha256]);
        return 'held';
      }),
    );
  }

  async releaseCounter(tokenSha256: string): Promise<void> {
    await this.#connections.query(SET_COUNTER, [null, tokenSha256]);
  }

  async releaseCountersExcept(officeId: string, open: readonly string[]): Promise<void> {
    await this.#connections.query(
      'UPDATE session SET counter = NULL WHERE office_id = $1 AND counter <> ALL ($2::text[])',
      [officeId, open],
    );
  }

  async endSession(tokenSha256: string): Promise<void> {
    await this.#connections.query('DELETE FROM session WHERE token_sha256 = $1', [tokenSha256]);
  }

  async endSessionsBefore(limits: {
    readonly createdBeforeMs: number;
    readonly usedBeforeMs: number;
  }): Promise<void> {
    await this.#connections.query(
      'DELETE FROM session WHERE created_at_ms < $1 OR last_used_at_ms < $2',
      [limits.createdBeforeMs, limits.usedBeforeMs],
    );
  }

  async findDevice(tokenSha256: string): Promise<DeviceRecord | null> {
    return this.#find(toDevice, 'SELECT * FROM device WHERE token_sha256 = $1', [tokenSha256]);
  }

  async addDevice(device: OfficeCopy['devices'][number]): Promise<void> {
    await this.#connections.query(INSERT_DEVICE, deviceColumns(device));
  }

  async addHelpCall(call: HelpCallRecord): Promise<void> {
    const { callId, officeId, kiosk, calledAtMs, place } = call;
    await this.#connections.transaction(async (connection) => {
      const known = await connection.query('SELECT 1 FROM help_call WHERE call_id = $1', [callId]);
      if (known.rowCount > 0) return;
      const renewed = await connection.query(
        `UPDATE help_call SET called_at_ms = $1, place = $2
          WHERE office_id = $3 AND kiosk = $4 AND is_answered = 0`,
        [calledAtMs, place, officeId, kiosk],
      );
      if (renewed.rowCount === 0) {
        await connection.query(
          `INSERT INTO help_call (call_id, office_id, kiosk, called_at_ms, is_answered, place)
            VALUES ($1, $2, $3, $4, 0, $5) ON CONFLICT (call_id) DO NOTHING`,
          [callId, officeId, kiosk, calledAtMs, place],
        );
      }
      await this.#announce(connection, HELP_CHANNEL, officeId);
    });
  }

  async openHelpCalls(officeId: string): Promise<HelpCallRecord[]> {
    const { rows } = await this.#connections.query(
      `SELECT * FROM help_call WHERE office_id = $1 AND is_answered = 0
        ORDER BY called_at_ms, call_id`,
      [officeId],
    );
    return rows.map(toHelpCall);
  }

  async answerHelpCall(officeId: string, callId: string): Promise<void> {
    await this.#connections.transaction(async (connection) => {
      await connection.query(
        'UPDATE help_call SET is_answered = 1 WHERE office_id = $1 AND call_id = $2',
        [officeId, callId],
      );
      await this.#announce(connection, HELP_CHANNEL, officeId);
    });
  }

  async deleteHelpCallsBefore(calledBeforeMs: number): Promise<void> {
    await this.#connections.query('DELETE FROM help_call WHERE called_at_ms < $1', [
      calledBeforeMs,
    ]);
  }

  async saveDeviceTrouble(record: DeviceTroubleRecord): Promise<void> {
    const { device, officeId, reportedAtMs, trouble } = record;
    await this.#connections.transaction(async (connection) => {
      await connection.query(
        `INSERT INTO device_trouble (device, office_id, reported_at_ms, trouble)
          VALUES ($1, $2, $3, $4)
          ON CONFLICT (device) DO UPDATE SET office_id = excluded.office_id,
            reported_at_ms = excluded.reported_at_ms, trouble = excluded.trouble`,
        [device, officeId, reportedAtMs, trouble],
      );
      await this.#announce(connection, TROUBLE_CHANNEL, officeId);
    });
  }

  async deleteDeviceTrouble(officeId: string, device: string): Promise<void> {
    await this.#connections.transaction(async (connection) => {
      const { rowCount } = await connection.query(
        'DELETE FROM device_trouble WHERE office_id = $1 AND device = $2',
        [officeId, device],
      );
      if (rowCount > 0) await this.#announce(connection, TROUBLE_CHANNEL, officeId);
    });
  }

  async deviceTroubles(officeId: string): Promise<DeviceTroubleRecord[]> {
    const { rows } = await this.#connections.query(
      'SELECT * FROM device_trouble WHERE office_id = $1 ORDER BY device',
      [officeId],
    );
    return rows.map(toDeviceTrouble);
  }

  async deleteDeviceTroublesBefore(reportedBeforeMs: number): Promise<void> {
    await this.#connections.query('DELETE FROM device_trouble WHERE reported_at_ms < $1', [
      reportedBeforeMs,
    ]);
  }

  async phoneSecret({ officeId, serviceDay }: OfficeDay, proposal: string): Promise<string> {
    await withPartitions(this.#connections, [serviceDay], () =>
      this.#connections.query(
        `INSERT INTO phone_secret (office_id, service_day, secret) VALUES ($1, $2, $3)
          ON CONFLICT (office_id, service_day) DO NOTHING`,
        [officeId, serviceDay, proposal],
      ),
    );
    const { rows } = await this.#connections.query(
      'SELECT secret FROM phone_secret WHERE office_id = $1 AND service_day = $2',
      [officeId, serviceDay],
    );
    return text(rows[0] ?? {}, 'secret');
  }

  /** Tells the other servers, once the transaction is durable. */
  async #announce(connection: Statements, channel: string, officeId: string): Promise<void> {
    // A notice has the same three lines on every channel.
    const payload = [this.#writer, '', officeId].join('\n');
    await connection.query('SELECT pg_notify($1, $2)', [channel, payload]);
  }

  exportOffice(officeId: string): Promise<OfficeCopy> {
    return this.#connections.transaction(async (connection) => {
      const rowsOf = async (table: string, order: string): Promise<readonly Row[]> => {
        const select = `SELECT * FROM ${table} WHERE office_id = $1 ORDER BY ${order}`;
        return (await connection.query(select, [officeId])).rows;
      };
      const dayOf = (row: Row) => text(row, 'service_day');
      const events = await rowsOf('ledger', 'service_day, sequence');
      const commands = await rowsOf('command', 'service_day, command_id');
      const aggregates = await rowsOf(
        'aggregate',
        'service_day, hour NULLS FIRST, queue NULLS FIRST',
      );
      const accounts = await rowsOf('account', 'account');
      const devices = await rowsOf('device', 'created_at_ms, token_sha256');
      return {
        officeId,
        events: events.map((row) => ({ serviceDay: dayOf(row), event: toEvent(row) })),
        commands: commands.map((row) => ({ serviceDay: dayOf(row), ...toCommand(row) })),
        aggregates: aggregates.map(toAggregate),
        accounts: accounts.map(toAccount),
        devices: devices.map(toKnownDevice),
      };
      // All tables as they were at one moment.
    }, 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
  }

  importOffice(copy: OfficeCopy): Promise<'imported' | 'notEmpty'> {
    const { officeId, events, commands, aggregates, accounts, devices } = copy;
    const days = new Set([...events, ...commands].map(({ serviceDay }) => serviceDay));
    const dayOfEach = events.map(({ serviceDay }) => serviceDay);
    const recorded = events.map(({ event }) => event);
    return withPartitions(this.#connections, [...days], () =>
      // Once: a second attempt would find what the first one wrote, and refuse it.
      this.#connections.transactionOnce(async (connection) => {
        await takeLock(connection, 'importOffice');
        if (await hasOffice(connection, officeId)) return 'notEmpty';
        await connection.query(INSERT_EVENTS, [officeId, dayOfEach, ...eventColumns(recorded)]);
        await connection.query(INSERT_COMMANDS, [officeId, ...commandColumns(commands)]);
        await connection.query(INSERT_AGGREGATES, [officeId, ...aggregateColumns(aggregates)]);
        for (const account of accounts) {
          await connection.query(UPSERT_ACCOUNT, accountColumns(account));
        }
        for (const device of devices) {
          await connection.query(INSERT_DEVICE, deviceColumns(device));
        }
        return 'imported';
      }),
    );
  }

  async canWrite(): Promise<boolean> {
    const written = this.#connections.queryOnce('UPDATE sportello_schema SET number = number').then(
      () => true,
      (error: unknown) => {
        if (!isEngineError(error)) throw error;
        return false;
      },
    );
    return Promise.race([written, wait(PROBE_TIMEOUT_MS, false, { ref: false })]);
  }

  isFailure(error: unknown): boolean {
    return isEngineError(error);
  }

  async close(): Promise<void> {
    await this.#listening?.stop();
    await this.#connections.close();
  }

  async #find<T>(
    read: (row: Row) => T,
    statement: Statement,
    values: readonly unknown[],
  ): Promise<T | null> {
    const answer: Answer = await this.#connections.query(statement, values);
    const row = answer.rows[0];
    return row === undefined ? null : read(row);
  }
}

/** What `append` wrote; null for what somebody else sent over the same channel. */
function readNotice(payload: string): (OfficeDay & { readonly writer: string }) | null {
  const [writer, serviceDay, officeId] = payload.split('\n');
  if (writer === undefined || serviceDay === undefined || officeId === undefined) return null;
  return { writer, serviceDay, officeId };
}

async function hasOffice(connection: Statements, officeId: string): Promise<boolean> {
  const { rowCount } = await connection.query(
    `SELECT 1 WHERE EXISTS (SELECT 1 FROM ledger WHERE office_id = $1)
      OR EXISTS (SELECT 1 FROM command WHERE office_id = $1)
      OR EXISTS (SELECT 1 FROM aggregate WHERE office_id = $1)
      OR EXISTS (SELECT 1 FROM account WHERE office_id = $1)
      OR EXISTS (SELECT 1 FROM device WHERE office_id = $1)`,
    [officeId],
  );
  return rowCount > 0;
}

/** Columns rather than rows: one statement inserts any number of them. */
function eventColumns(events: readonly RecordedEvent[]) {
  const rows = events.map(fromEvent);
  return [
    rows.map(({ sequence }) => sequence),
    rows.map(({ atMs }) => atMs),
    rows.map(({ type }) => type),
    rows.map(({ data }) => data),
  ];
}

function commandColumns(commands: OfficeCopy['commands']) {
  return [
    commands.map(({ serviceDay }) => serviceDay),
    commands.map(({ commandId }) => commandId),
    commands.map(({ fingerprint }) => fingerprint),
    commands.map(({ reply }) => reply),
  ];
}

function aggregateColumns(aggregates: OfficeCopy['aggregates']) {
  return [
    aggregates.map(({ serviceDay }) => serviceDay),
    aggregates.map(({ hour }) => hour),
    aggregates.map(({ queue }) => queue),
    aggregates.map(({ figures }) => figures),
  ];
}

function accountColumns({ officeId, account, displayName, role, passwordHash }: AccountRecord) {
  return [officeId, account, displayName, role, passwordHash];
}

function deviceColumns({
  tokenSha256,
  officeId,
  role,
  createdAtMs,
}: OfficeCopy['devices'][number]) {
  return [tokenSha256, officeId, role, createdAtMs];
}
