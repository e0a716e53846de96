import type { Migration } from './migration.ts';

/**
 * Kiosks at which somebody asks for a person. Not part of the ledger: nothing follows from them for
 * a queue, and they are gone within minutes. In a table nevertheless, so that every server's desks
 * hear of them and a restart forgets nobody who is waiting for help.
 */
export const helpCalls: Migration = {
  number: 30,
  summary: 'Calls for a person from a kiosk',
  sqlite: `
    CREATE TABLE help_call (
      call_id TEXT NOT NULL PRIMARY KEY,
      office_id TEXT NOT NULL,
      kiosk TEXT NOT NULL,
      called_at_ms INTEGER NOT NULL,
      is_answered INTEGER NOT NULL CHECK (is_answered IN (0, 1))
    ) STRICT, WITHOUT ROWID;
  `,
  postgres: `
    CREATE TABLE help_call (
      call_id TEXT COLLATE "C" NOT NULL PRIMARY KEY,
      office_id TEXT COLLATE "C" NOT NULL,
      kiosk TEXT COLLATE "C" NOT NULL,
      called_at_ms BIGINT NOT NULL,
      is_answered INTEGER NOT NULL CHECK (is_answered IN (0, 1))
    );
  `,
};
