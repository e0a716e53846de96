import type { Migration } from './migration.ts';

/** So that the desk of an office with several kiosks knows to which one somebody goes. */
export const helpCallPlaces: Migration = {
  number: 60,
  summary: 'Where the kiosk stands from which a person is called',
  sqlite: 'ALTER TABLE help_call ADD COLUMN place TEXT;',
  postgres: 'ALTER TABLE help_call ADD COLUMN place TEXT;',
};
