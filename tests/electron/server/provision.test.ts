import { afterEach, beforeEach, expect, it } from 'vitest';
import { ensureAccounts } from '../../../electron/server/auth/provision.ts';
import { officeSetup } from '../../../electron/server/office.ts';
import type { SqliteStore } from '../../../electron/server/store/sqlite/sqlite-store.ts';
import { openTestStore, repositoryContent } from '../../support/in-process-server.ts';
import { removeFolder, temporaryFolder } from '../../support/temporary-folder.ts';

const office = officeSetup(repositoryContent().office);
let dataFolder: string;
let store: SqliteStore;

beforeEach(() => {
  dataFolder = temporaryFolder();
  store = openTestStore(dataFolder);
});
afterEach(async () => {
  await store.close();
  removeFolder(dataFolder);
});

it('accounts are kept all at once, when all their passwords can be shown', async () => {
  let isInterrupted = false;
  const saved: boolean[] = [];
  const made = await ensureAccounts(
    {
      listAccounts: (officeId) => store.listAccounts(officeId),
      saveAccount: async (account) => {
        setImmediate(() => {
          isInterrupted = true;
        });
        saved.push(isInterrupted);
        await store.saveAccount(account);
      },
    },
    office,
    false,
  );
  // Nothing else, and so no signal, comes between the first and the last.
  expect(saved).toEqual(office.accounts.map(() => false));
  expect(made).toHaveLength(office.accounts.length);
});
