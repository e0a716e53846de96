import type { DeviceRole, StaffRole } from '../../contract/vocabulary.ts';
import type { QueueEvent, RecordedEvent } from '../../queue/event.ts';
import type {
  AccountRecord,
  AggregateRecord,
  CommandRecord,
  DeviceRecord,
  DeviceTroubleRecord,
  HelpCallRecord,
  SessionRecord,
} from './store.ts';

/** A row as an engine gives it; the columns have the same names in each. */
export type Row = Readonly<Record<string, unknown>>;

export function text(row: Row, column: string): string {
  const value = row[column];
  if (typeof value !== 'string') throw new Error(`Column ${column} holds no text`);
  return value;
}

function integer(row: Row, column: string): number {
  const value = row[column];
  if (typeof value !== 'number') throw new Error(`Column ${column} holds no number`);
  return value;
}

function textOrNull(row: Row, column: string): string | null {
  return row[column] === null ? null : text(row, column);
}

/** The columns of an event that come after its place. */
export function fromEvent({ sequence, atMs, event }: RecordedEvent) {
  const { type, ...data } = event;
  return { sequence, atMs, type, data: JSON.stringify(data) };
}

export function toEvent(row: Row): RecordedEvent {
  return {
    sequence: integer(row, 'sequence'),
    atMs: integer(row, 'at_ms'),
    // Written from an event and by nothing else.
    event: { type: text(row, 'type'), ...JSON.parse(text(row, 'data')) } as QueueEvent,
  };
}

export function toCommand(row: Row): CommandRecord {
  return {
    commandId: text(row, 'command_id'),
    fingerprint: text(row, 'fingerprint'),
    reply: text(row, 'reply'),
  };
}

export function toAggregate(row: Row): AggregateRecord & { readonly serviceDay: string } {
  return {
    serviceDay: text(row, 'service_day'),
    hour: row['hour'] === null ? null : integer(row, 'hour'),
    queue: textOrNull(row, 'queue'),
    figures: text(row, 'figures'),
  };
}

export function toAccount(row: Row): AccountRecord {
  return {
    officeId: text(row, 'office_id'),
    account: text(row, 'account'),
    displayName: text(row, 'display_name'),
    // The column's CHECK admits nothing else.
    role: text(row, 'role') as StaffRole,
    passwordHash: text(row, 'password_hash'),
  };
}

export function toSession(row: Row): SessionRecord {
  return {
    tokenSha256: text(row, 'token_sha256'),
    account: text(row, 'account'),
    officeId: text(row, 'office_id'),
    counter: textOrNull(row, 'counter'),
    createdAtMs: integer(row, 'created_at_ms'),
    lastUsedAtMs: integer(row, 'last_used_at_ms'),
    lastSeenAtMs: integer(row, 'last_seen_at_ms'),
  };
}

export function toDevice(row: Row): DeviceRecord {
  // The column's CHECK admits nothing else.
  return { officeId: text(row, 'office_id'), role: text(row, 'role') as DeviceRole };
}

/** For a move: with the hash by which the device is known. */
export function toKnownDevice(row: Row) {
  return {
    ...toDevice(row),
    tokenSha256: text(row, 'token_sha256'),
    createdAtMs: integer(row, 'created_at_ms'),
  };
}

export function toHelpCall(row: Row): HelpCallRecord {
  return {
    callId: text(row, 'call_id'),
    officeId: text(row, 'office_id'),
    kiosk: text(row, 'kiosk'),
    calledAtMs: integer(row, 'called_at_ms'),
    place: textOrNull(row, 'place'),
  };
}

export function toDeviceTrouble(row: Row): DeviceTroubleRecord {
  return {
    device: text(row, 'device'),
    officeId: text(row, 'office_id'),
    reportedAtMs: integer(row, 'reported_at_ms'),
    trouble: text(row, 'trouble'),
  };
}
