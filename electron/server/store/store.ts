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

/**
 * `conflict`: another writer was first, with an event at that sequence or with the command id. It
 * may have been an earlier attempt of this one whose answer was lost: look the command up.
 */
export type AppendOutcome = 'appended' | 'conflict';

/** The append-only ledger of tickets. */
export interface LedgerStore {
  /** Writes events and reply together and durably, or nothing. */
  append(append: Append): Promise<AppendOutcome>;
  /** The day's events after a sequence number, in order. */
  readDay(day: OfficeDay, afterSequence: number): Promise<RecordedEvent[]>;
  findCommand(commandId: string): Promise<CommandRecord | null>;
  /**
   * Hears of appends by other servers on the same database, not of its own. After a time in which
   * none could be heard it is told of the latest day of each office that was read or written here:
   * there may be nothing new. The answer stops listening.
   */
  onAppended(listener: (day: OfficeDay) => void): () => void;
}

/** Counts and times of one hour of one day; never a ticket, a counter or an operator. */
export interface AggregateRecord {
  /** 0–23, in Europe/Rome, or null for what is counted for the whole day. */
  readonly hour: number | null;
  /** A queue's letter, or null for what is counted for the whole office. */
  readonly queue: string | null;
  /** JSON; the domain knows its shape. */
  readonly figures: string;
}

/** What stays of a day when its tickets go (DESIGN §7.6). */
export interface RetentionStore {
  /** The office's days, before the given one, that still have rows in the ledger; oldest first. */
  daysInLedger(officeId: string, before: string): Promise<string[]>;
  /** Replaces what is kept of a day. Doing it twice is harmless. */
  saveAggregates(day: OfficeDay, aggregates: readonly AggregateRecord[]): Promise<void>;
  /** Of an office, from one service day to another, both included; by day, hour and queue. */
  readAggregates(
    officeId: string,
    from: string,
    to: string,
  ): Promise<(AggregateRecord & { readonly serviceDay: string })[]>;
  /**
   * Deletes every ticket-level row of the office's days before the given one, from the database
   * and from what the engine keeps beside it (DESIGN §7.6: deletion alone leaves traces). It fails
   * where something of them is left, because somebody is reading: call it again.
   *
   * @returns how many events were deleted.
   */
  deleteDaysBefore(officeId: string, serviceDay: string): Promise<number>;
  /**
   * Copies what is to stay of all offices, where that is this program's business, checks the copy
   * and keeps the latest fourteen. To be run after the deletion.
   */
  backUp(serviceDay: string): Promise<void>;
}

export interface AccountRecord {
  readonly officeId: string;
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
  /** When a person last did something. */
  readonly lastUsedAtMs: number;
  /** When the desk was last known to be there, if only by its open feed. */
  readonly lastSeenAtMs: number;
}

export interface Hold {
  readonly tokenSha256: string;
  readonly officeId: string;
  readonly counter: string;
  /** Another session that gives the counter up in the same step. */
  readonly takenFrom: string | null;
  readonly command: (CommandRecord & { readonly serviceDay: string }) | null;
}

export interface DeviceRecord {
  readonly officeId: string;
  readonly role: DeviceRole;
}

/** Who may ask: accounts, their sessions, and devices. Secrets are stored as hashes only. */
export interface AccessStore {
  listAccounts(officeId: string): Promise<AccountRecord[]>;
  findAccount(officeId: string, account: string): Promise<AccountRecord | null>;
  /** Creates the account or replaces it, and ends its sessions. */
  saveAccount(account: AccountRecord): Promise<void>;

  addSession(session: SessionRecord): Promise<void>;
  findSession(tokenSha256: string): Promise<SessionRecord | null>;
  findHolder(officeId: string, counter: string): Promise<SessionRecord | null>;
  /** The sessions of an office that hold a counter. */
  listHolders(officeId: string): Promise<SessionRecord[]>;
  /** Notes that a person did something, and is there. */
  touchSession(tokenSha256: string, usedAtMs: number): Promise<void>;
  /** Notes that the desk is there; never moves the time back. */
  markSeen(tokenSha256: string, seenAtMs: number): Promise<void>;
  /** `conflict`: another session holds the counter, or the command id is known (look it up). */
  holdCounter(hold: Hold): Promise<'held' | 'conflict'>;
  releaseCounter(tokenSha256: string): Promise<void>;
  /** Sessions keep a counter only while the day's ledger has it open. */
  releaseCountersExcept(officeId: string, open: readonly string[]): Promise<void>;
  endSession(tokenSha256: string): Promise<void>;
  endSessionsBefore(limits: {
    readonly createdBeforeMs: number;
    readonly usedBeforeMs: number;
  }): Promise<void>;

  findDevice(tokenSha256: string): Promise<DeviceRecord | null>;
  addDevice(
    device: DeviceRecord & { readonly tokenSha256: string; readonly createdAtMs: number },
  ): Promise<void>;
}

/** Somebody at a kiosk asks for a person to come. Nothing else is known of them. */
export interface HelpCallRecord {
  readonly callId: string;
  readonly officeId: string;
  /** What names the kiosk: the hash of its token. */
  readonly kiosk: string;
  readonly calledAtMs: number;
  /** Where the kiosk stands; null where its office has not said so. */
  readonly place: string | null;
}

/** Calls for help at a kiosk, until they are answered or some minutes old. */
export interface HelpCallStore {
  /**
   * A call that is known changes nothing. Where the kiosk has another one open, that one is made
   * anew: it is as old as its last touch.
   */
  addHelpCall(call: HelpCallRecord): Promise<void>;
  /** Open ones, oldest first. */
  openHelpCalls(officeId: string): Promise<HelpCallRecord[]>;
  /** Answering what is answered or gone is harmless. */
  answerHelpCall(officeId: string, callId: string): Promise<void>;
  /** Answered or not, of every office. */
  deleteHelpCallsBefore(calledBeforeMs: number): Promise<void>;
  /**
   * Hears that other servers on the same database have changed the calls of an office, as
   * {@link LedgerStore.onAppended} does. The answer stops listening.
   */
  onHelpCallsChanged(listener: (officeId: string) => void): () => void;
}

/** A device that says that somebody has to see to it. One that is well has no record. */
export interface DeviceTroubleRecord {
  /** What names the device: the hash of its token. */
  readonly device: string;
  readonly officeId: string;
  readonly reportedAtMs: number;
  /** JSON; the contract knows its shape. */
  readonly trouble: string;
}

/** What is the matter with devices, until they say that it no longer is, or say nothing more. */
export interface DeviceTroubleStore {
  /** Takes the place of what the device said before. */
  saveDeviceTrouble(trouble: DeviceTroubleRecord): Promise<void>;
  /** The device is well; that it was before is harmless. */
  deleteDeviceTrouble(officeId: string, device: string): Promise<void>;
  /** Of an office, in an order that stays. */
  deviceTroubles(officeId: string): Promise<DeviceTroubleRecord[]>;
  /** Of every office. */
  deleteDeviceTroublesBefore(reportedBeforeMs: number): Promise<void>;
  /** As {@link HelpCallStore.onHelpCallsChanged}. */
  onDeviceTroublesChanged(listener: (officeId: string) => void): () => void;
}

/** What the addresses of a day's phone pages are made from; it goes with the day's tickets. */
export interface PhoneSecretStore {
  /** The secret of an office's day: the proposed one where there is none yet, for every server. */
  phoneSecret(day: OfficeDay, proposal: string): Promise<string>;
}

/** Everything kept of one office, as plain data: what a move to another engine carries over. */
export interface OfficeCopy {
  readonly officeId: string;
  readonly events: readonly { readonly serviceDay: string; readonly event: RecordedEvent }[];
  readonly commands: readonly (CommandRecord & { readonly serviceDay: string })[];
  readonly aggregates: readonly (AggregateRecord & { readonly serviceDay: string })[];
  readonly accounts: readonly AccountRecord[];
  readonly devices: readonly (DeviceRecord & {
    readonly tokenSha256: string;
    readonly createdAtMs: number;
  })[];
}

/**
 * Moves an office between engines. Sessions and calls for help stay behind, and so does the secret
 * of phone pages: those of tickets that are out already then answer no more.
 */
export interface MovingStore {
  exportOffice(officeId: string): Promise<OfficeCopy>;
  /** `notEmpty`: the office has rows here already; nothing was written. */
  importOffice(copy: OfficeCopy): Promise<'imported' | 'notEmpty'>;
}

/** Everything the server keeps. Each engine passes the same conformance tests. */
export interface Store
  extends LedgerStore,
    RetentionStore,
    AccessStore,
    HelpCallStore,
    DeviceTroubleStore,
    PhoneSecretStore,
    MovingStore {
  /** Whether a ticket could be written now; writes to find out, so it is not to be asked often. */
  canWrite(): Promise<boolean>;
  /** Whether an error is the engine's own (disk full, connection lost): trying again may help. */
  isFailure(error: unknown): boolean;
  close(): Promise<void>;
}
