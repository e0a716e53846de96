import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, it, vi } from 'vitest';
import { openForWriting } from '../../../electron/server/store/sqlite/engine.ts';
import { openTestStore } from '../../support/in-process-server.ts';
import { removeFolder, temporaryFolder } from '../../support/temporary-folder.ts';
import { describeStore } from './store-conformance.ts';

// As in an Electron whose Node has no SQLite of its own.
vi.hoisted(() => {
  const original = process.getBuiltinModule;
  process.getBuiltinModule = ((id: string) =>
    id === 'node:sqlite' ? undefined : original.call(process, id)) as typeof original;
});

it('takes the package where Node has no SQLite', () => {
  const folder = temporaryFolder();
  const database = openForWriting(join(folder, 'any.sqlite'));
  expect(database).not.toBeInstanceOf(DatabaseSync);
  database.close();
  removeFolder(folder);
});

describeStore('SQLite of the package', async () => {
  const folder = temporaryFolder();
  const store = openTestStore(folder);
  return {
    store,
    close: async () => {
      await store.close();
      removeFolder(folder);
    },
  };
});
