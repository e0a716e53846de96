import type { Migration } from './migration.ts';

/**
 * What the addresses of a day's phone pages are made from. Nothing of a single ticket is kept for
 * them, and they can be made no more once this is gone: so it goes as thoroughly as the tickets do,
 * on PostgreSQL with a partition of its own.
 */
export const phoneSecrets: Migration = {
  number: 40,
  summary: 'A secret for each office and day, for the pages that follow the queue on a phone',
  sqlite: `
    CREATE TABLE phone_secret (
      office_id TEXT NOT NULL,
      service_day TEXT NOT NULL,
      secret TEXT NOT NULL,
      PRIMARY KEY (office_id, service_day)
    ) STRICT, WITHOUT ROWID;
  `,
  postgres: `
    CREATE TABLE phone_secret (
      office_id TEXT COLLATE "C" NOT NULL,
      service_day TEXT COLLATE "C" NOT NULL,
      secret TEXT NOT NULL,
      PRIMARY KEY (office_id, service_day)
    ) PARTITION BY LIST (service_day);
  `,
};
