import type { Migration } from './migration.ts';

/**
 * The ledger's primary key is what makes an append conditional: two writers cannot both put an
 * event at the same sequence number (DESIGN §3). Nothing here names a person who waits.
 *
 * On PostgreSQL a day's tickets have a partition of their own: dropping it is how they go, for a
 * deleted row stays in its file. Keys compare by bytes ("C"), as they do in SQLite.
 */
export const firstSchema: Migration = {
  number: 10,
  summary: 'Ledger, replies to commands, accounts, sessions and devices',
  sqlite: `
    CREATE TABLE ledger (
      office_id TEXT NOT NULL,
      service_day TEXT NOT NULL,
      sequence INTEGER NOT NULL CHECK (sequence > 0),
      at_ms INTEGER NOT NULL,
      type TEXT NOT NULL,
      data TEXT NOT NULL,
      PRIMARY KEY (office_id, service_day, sequence)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE command (
      command_id TEXT NOT NULL PRIMARY KEY,
      office_id TEXT NOT NULL,
      service_day TEXT NOT NULL,
      fingerprint TEXT NOT NULL,
      reply TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX command_by_day ON command (service_day);

    CREATE TABLE account (
      account TEXT NOT NULL PRIMARY KEY,
      display_name TEXT NOT NULL,
      role TEXT NOT NULL CHECK (role IN ('operator', 'supervisor', 'administrator')),
      password_hash TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE session (
      token_sha256 TEXT NOT NULL PRIMARY KEY,
      account TEXT NOT NULL REFERENCES account (account) ON DELETE CASCADE,
      office_id TEXT NOT NULL,
      counter TEXT,
      created_at_ms INTEGER NOT NULL,
      last_used_at_ms INTEGER NOT NULL,
      UNIQUE (office_id, counter)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE device (
      token_sha256 TEXT NOT NULL PRIMARY KEY,
      role TEXT NOT NULL CHECK (role IN ('kiosk', 'board')),
      created_at_ms INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
  `,
  postgres: `
    CREATE TABLE ledger (
      office_id TEXT COLLATE "C" NOT NULL,
      service_day TEXT COLLATE "C" NOT NULL,
      sequence INTEGER NOT NULL CHECK (sequence > 0),
      at_ms BIGINT NOT NULL,
      type TEXT NOT NULL,
      data TEXT NOT NULL,
      PRIMARY KEY (office_id, service_day, sequence)
    ) PARTITION BY LIST (service_day);

    CREATE TABLE command (
      command_id TEXT COLLATE "C" NOT NULL,
      office_id TEXT COLLATE "C" NOT NULL,
      service_day TEXT COLLATE "C" NOT NULL,
      fingerprint TEXT NOT NULL,
      reply TEXT NOT NULL,
      PRIMARY KEY (command_id, service_day)
    ) PARTITION BY LIST (service_day);

    CREATE TABLE account (
      account TEXT COLLATE "C" NOT NULL PRIMARY KEY,
      display_name TEXT NOT NULL,
      role TEXT NOT NULL CHECK (role IN ('operator', 'supervisor', 'administrator')),
      password_hash TEXT NOT NULL
    );

    CREATE TABLE session (
      token_sha256 TEXT COLLATE "C" NOT NULL PRIMARY KEY,
      account TEXT COLLATE "C" NOT NULL
        CONSTRAINT session_account REFERENCES account (account) ON DELETE CASCADE,
      office_id TEXT COLLATE "C" NOT NULL,
      counter TEXT COLLATE "C",
      created_at_ms BIGINT NOT NULL,
      last_used_at_ms BIGINT NOT NULL,
      UNIQUE (office_id, counter)
    );

    CREATE TABLE device (
      token_sha256 TEXT COLLATE "C" NOT NULL PRIMARY KEY,
      role TEXT NOT NULL CHECK (role IN ('kiosk', 'board')),
      created_at_ms BIGINT NOT NULL
    );
  `,
};
