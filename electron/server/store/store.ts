import type { DeviceRole, StaffRole } from '../../contract/vocabulary.ts';
import type { RecordedEvent } from '../../queue/event.ts';

/** One office on one service day: the unit within which events are numbered. */
export interface OfficeDay {
  readonly officeId: string;
  /** `YYYY-MM-DD`, derived once in Europe/Rome. */
  readonly serviceDay: string;
}

/** What was answered to a command, kept as long as its day so that a repetition is harmless. */
export interface CommandRecord {
  readonly commandId: string;
  /** What was asked, by whom: the same id with another fingerprint is another command. */
  readonly fingerprint: string;
  /** JSON. */
  readonly reply: string;
}

export interface Append {
  readonly day: OfficeDay;
  /** Their sequence numbers follow what the writer has seen; the first of them decides. */
  readonly events: readonly RecordedEvent[];
  readonly command: CommandRecord | null;
}

/** `conflict`: another writer was first, with an event at that sequence or with the command id. */
export type AppendOutcome = 'appended' | 'conflict';

/** The append-only ledger of tickets. */
export interface LedgerStore {
  /** Writes events and reply together and durably, or nothing. */
  append(append: Append): Promise<AppendOutcome>;
  /** The day's events after a sequence number, in order. */
  readDay(day: OfficeDay, afterSequence: number): Promise<RecordedEvent[]>;
  findCommand(commandId: string): Promise<CommandRecord | null>;
  /**
   * Deletes every ticket-level row of earlier days, from the database and from what the engine
   * keeps beside it (DESIGN §7.6: deletion alone leaves traces).
   *
   * @returns how many events were deleted.
   */
  deleteDaysBefore(serviceDay: string): Promise<number>;
}

export interface AccountRecord {
  readonly account: string;
  readonly displayName: string;
  readonly role: StaffRole;
  /** A PHC string. */
  readonly passwordHash: string;
}

export interface SessionRecord {
  readonly tokenSha256: string;
  readonly account: string;
  readonly officeId: string;
  readonly counter: string | null;
  readonly createdAtMs: number;
  readonly lastUsedAtMs: number;
}

export interface Hold {
  readonly tokenSha256: string;
  readonly officeId: string;
  readonly counter: string;
  /** Another session that gives the counter up in the same step. */
  readonly takenFrom: string | null;
  readonly command: (CommandRecord & { readonly serviceDay: string }) | null;
}

/** Who may ask: accounts, their sessions, and devices. Secrets are stored as hashes only. */
export interface AccessStore {
  listAccounts(): Promise<AccountRecord[]>;
  findAccount(account: string): Promise<AccountRecord | null>;
  /** Creates the account or replaces it, and ends its sessions. */
  saveAccount(account: AccountRecord): Promise<void>;

  addSession(session: SessionRecord): Promise<void>;
  findSession(tokenSha256: string): Promise<SessionRecord | null>;
  findHolder(officeId: string, counter: string): Promise<SessionRecord | null>;
  touchSession(tokenSha256: string, usedAtMs: number): Promise<void>;
  /** `conflict`: another session holds the counter, or the command id is known. */
  holdCounter(hold: Hold): Promise<'held' | 'conflict'>;
  releaseCounter(tokenSha256: string): Promise<void>;
  /** Sessions keep a counter only while the day's ledger has it open. */
  releaseCountersExcept(officeId: string, open: readonly string[]): Promise<void>;
  endSession(tokenSha256: string): Promise<void>;
  endSessionsBefore(limits: {
    readonly createdBeforeMs: number;
    readonly usedBeforeMs: number;
  }): Promise<void>;

  findDevice(tokenSha256: string): Promise<{ readonly role: DeviceRole } | null>;
  addDevice(device: {
    readonly tokenSha256: string;
    readonly role: DeviceRole;
    readonly createdAtMs: number;
  }): Promise<void>;
}

/** Everything the server keeps. Each engine passes the same conformance tests. */
export interface Store extends LedgerStore, AccessStore {
  /** Whether a ticket could be written now; writes to find out, so it is not to be asked often. */
  canWrite(): Promise<boolean>;
  /** Whether an error is the engine's own (disk full, connection lost): trying again may help. */
  isFailure(error: unknown): boolean;
  close(): Promise<void>;
}
