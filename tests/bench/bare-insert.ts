import { join } from 'node:path';
import { Client } from 'pg';
import { type Database, openForWriting } from '../../electron/server/store/sqlite/engine.ts';

/** Writes one text durably, with nothing around it. */
export type BareInsert = {
  readonly insert: (text: string) => Promise<void> | void;
  readonly close: () => Promise<void> | void;
};

/** Through the driver and with the settings of the product, into a file of its own. */
export function bareSqliteInsert(folder: string): BareInsert {
  const database: Database = openForWriting(join(folder, 'bare.sqlite'));
  database.exec('CREATE TABLE bare (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT');
  const statement = database.prepare('INSERT INTO bare (text) VALUES (?)');
  return {
    insert: (text) => {
      statement.run(text);
    },
    close: () => database.close(),
  };
}

/** Into a table of its own, beside those of the product. */
export async function barePostgresInsert(databaseUrl: string): Promise<BareInsert> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query(
    'CREATE TABLE bare (id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY, text TEXT NOT NULL)',
  );
  return {
    insert: async (text) => {
      await client.query('INSERT INTO bare (text) VALUES ($1)', [text]);
    },
    close: () => client.end(),
  };
}
