import type { Migration } from './migration.ts';

/**
 * What is kept of a day when its tickets go, and accounts and devices of their own for each office.
 * Until now there was one office, whose id was "demo".
 *
 * SQLite cannot change a key in place, and dropping a table deletes its rows first, sessions with
 * their accounts: so the old tables step aside and go last.
 */
export const severalOffices: Migration = {
  number: 20,
  summary: 'Several offices, aggregates of past days, when a desk was last seen',
  sqlite: `
    ALTER TABLE session RENAME TO old_session;
    ALTER TABLE account RENAME TO old_account;
    ALTER TABLE device RENAME TO old_device;

    CREATE TABLE account (
      office_id TEXT NOT NULL,
      account TEXT NOT NULL,
      display_name TEXT NOT NULL,
      role TEXT NOT NULL CHECK (role IN ('operator', 'supervisor', 'administrator')),
      password_hash TEXT NOT NULL,
      PRIMARY KEY (office_id, account)
    ) STRICT, WITHOUT ROWID;
    INSERT INTO account SELECT 'demo', account, display_name, role, password_hash FROM old_account;

    CREATE TABLE session (
      token_sha256 TEXT NOT NULL PRIMARY KEY,
      account TEXT NOT NULL,
      office_id TEXT NOT NULL,
      counter TEXT,
      created_at_ms INTEGER NOT NULL,
      last_used_at_ms INTEGER NOT NULL,
      last_seen_at_ms INTEGER NOT NULL,
      UNIQUE (office_id, counter),
      FOREIGN KEY (office_id, account) REFERENCES account (office_id, account) ON DELETE CASCADE
    ) STRICT, WITHOUT ROWID;
    INSERT INTO session SELECT token_sha256, account, office_id, counter, created_at_ms,
        last_used_at_ms, last_used_at_ms FROM old_session WHERE office_id = 'demo';

    CREATE TABLE device (
      token_sha256 TEXT NOT NULL PRIMARY KEY,
      office_id TEXT NOT NULL,
      role TEXT NOT NULL CHECK (role IN ('kiosk', 'board')),
      created_at_ms INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    INSERT INTO device SELECT token_sha256, 'demo', role, created_at_ms FROM old_device;

    DROP TABLE old_session;
    DROP TABLE old_account;
    DROP TABLE old_device;

    CREATE TABLE aggregate (
      office_id TEXT NOT NULL,
      service_day TEXT NOT NULL,
      hour INTEGER CHECK (hour BETWEEN 0 AND 23),
      queue TEXT,
      figures TEXT NOT NULL
    ) STRICT;
    CREATE UNIQUE INDEX aggregate_cell
      ON aggregate (office_id, service_day, COALESCE(hour, -1), COALESCE(queue, ''));

    -- It cost each ticket one more page to make durable; few days are ever there to search.
    DROP INDEX command_by_day;
  `,
  postgres: `
    ALTER TABLE session DROP CONSTRAINT session_account;
    ALTER TABLE account ADD COLUMN office_id TEXT COLLATE "C" NOT NULL DEFAULT 'demo';
    ALTER TABLE account ALTER COLUMN office_id DROP DEFAULT;
    ALTER TABLE account DROP CONSTRAINT account_pkey;
    ALTER TABLE account ADD PRIMARY KEY (office_id, account);
    ALTER TABLE session ADD CONSTRAINT session_account FOREIGN KEY (office_id, account)
      REFERENCES account (office_id, account) ON DELETE CASCADE;

    ALTER TABLE session ADD COLUMN last_seen_at_ms BIGINT NOT NULL DEFAULT 0;
    ALTER TABLE session ALTER COLUMN last_seen_at_ms DROP DEFAULT;
    UPDATE session SET last_seen_at_ms = last_used_at_ms;

    ALTER TABLE device ADD COLUMN office_id TEXT COLLATE "C" NOT NULL DEFAULT 'demo';
    ALTER TABLE device ALTER COLUMN office_id DROP DEFAULT;

    CREATE TABLE aggregate (
      office_id TEXT COLLATE "C" NOT NULL,
      service_day TEXT COLLATE "C" NOT NULL,
      hour INTEGER CHECK (hour BETWEEN 0 AND 23),
      queue TEXT COLLATE "C",
      figures TEXT NOT NULL
    );
    CREATE UNIQUE INDEX aggregate_cell
      ON aggregate (office_id, service_day, COALESCE(hour, -1), COALESCE(queue, ''));
  `,
};
