import { afterAll, beforeAll } from 'vitest';
import { openPostgresStore } from '../../../electron/server/store/postgres/open-postgres-store.ts';
import { TestPostgres } from '../../support/postgres.ts';
import { describeStore } from './store-conformance.ts';

let postgres: TestPostgres;

beforeAll(async () => {
  postgres = await TestPostgres.start();
}, 60_000);
afterAll(() => postgres.remove());

async function openTestPostgres(databaseUrl: string) {
  const opened = await openPostgresStore({ databaseUrl });
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  return opened.value;
}

describeStore('PostgreSQL', async () => {
  const store = await openTestPostgres(await postgres.createDatabase());
  return { store, close: () => store.close() };
});
