import type { Migration } from './migration.ts';

/**
 * Devices that somebody has to see to, with what they said last. Not part of the ledger, and gone
 * within minutes of the device's last word; in a table so that every server's desks hear of them.
 */
export const deviceTroubles: Migration = {
  number: 50,
  summary: 'Devices that somebody has to see to',
  sqlite: `
    CREATE TABLE device_trouble (
      device TEXT NOT NULL PRIMARY KEY,
      office_id TEXT NOT NULL,
      reported_at_ms INTEGER NOT NULL,
      trouble TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
  `,
  postgres: `
    CREATE TABLE device_trouble (
      device TEXT COLLATE "C" NOT NULL PRIMARY KEY,
      office_id TEXT COLLATE "C" NOT NULL,
      reported_at_ms BIGINT NOT NULL,
      trouble TEXT NOT NULL
    );
  `,
};
