import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startServer } from '../../../electron/server/server.ts';
import { client, must, openFeed, takeTicket } from '../../support/client.ts';
import { openTestStore, repositoryContent, TestClock } from '../../support/in-process-server.ts';
import { addTestAccounts, addTestDevice, testAccounts } from '../../support/provision.ts';
import { removeFolder, temporaryFolder } from '../../support/temporary-folder.ts';

const content = repositoryContent();
const north = { ...content, office: { ...content.office, id: 'north' } };
const south = {
  ...content,
  office: { ...content.office, id: 'south', name: { it: 'Sede sud' } },
};

let dataFolder: string;
let close: () => Promise<void>;
let url: string;
let store: ReturnType<typeof openTestStore>;

beforeEach(async () => {
  dataFolder = temporaryFolder();
  store = openTestStore(dataFolder);
  for (const { office } of [north, south]) await addTestAccounts(store, office.id);
  const server = await startServer({
    store,
    contents: [north, south],
    contentTrouble: null,
    host: '127.0.0.1',
    port: 0,
    ticketRate: { burst: 99, perMinute: 99 },
    staticFolder: join(dataFolder, 'no-pages'),
    phone: null,
    version: '0.0.0-test',
    log: () => undefined,
    retentionDays: 0,
    readClock: new TestClock().read,
  });
  if (!server.ok) throw new Error(server.error.code);
  ({ url, close } = server.value);
});
afterEach(async () => {
  await close();
  removeFolder(dataFolder);
});

const kioskOf = async (officeId: string) =>
  client(url, await addTestDevice(store, 'kiosk', officeId));

async function clerkOf(office: string) {
  const clerk = client(url);
  const { account, password } = testAccounts.ada;
  must(await clerk.call('signIn', { office, account, password }));
  must(await clerk.call('takeCounter', { commandId: randomUUID(), counter: '1' }));
  return clerk;
}

describe('two offices on one server', () => {
  it('number and call each by itself', async () => {
    must(await takeTicket(await kioskOf('north')));
    expect(must(await takeTicket(await kioskOf('south'))).code).toBe('A001');
    const [one, other] = [await clerkOf('north'), await clerkOf('south')];
    expect(must(await one.call('callNext', { commandId: randomUUID() })).code).toBe('A001');
    expect(must(await other.call('callNext', { commandId: randomUUID() })).code).toBe('A001');
    expect((await one.call('callNext', { commandId: randomUUID() })).ok).toBe(false);
  });

  it('tell their screens nothing of the other', async () => {
    const boardToken = await addTestDevice(store, 'board', 'north');
    const board = await openFeed(url, client(url, boardToken).headers());
    await board.next();
    must(await takeTicket(await kioskOf('south')));
    must(await takeTicket(await kioskOf('north')));
    const [there, here] = [await clerkOf('south'), await clerkOf('north')];
    must(await there.call('callNext', { commandId: randomUUID() }));
    const called = must(await here.call('callNext', { commandId: randomUUID() }));
    let message = await board.next();
    while (message.view.kind === 'board' && message.view.latestCalls.length === 0) {
      message = await board.next();
    }
    expect(message.view).toMatchObject({ latestCalls: [{ code: called.code, counter: '1' }] });
    board.close();
  });

  it('give nobody the answer to a command of the other', async () => {
    must(await takeTicket(await kioskOf('north')));
    const [one, other] = [await clerkOf('north'), await clerkOf('south')];
    const commandId = randomUUID();
    must(await one.call('callNext', { commandId }));
    expect(await other.call('callNext', { commandId })).toEqual({
      ok: false,
      error: { code: 'commandIdReused' },
    });
  });

  it('let nobody sign in to an office that is not there', async () => {
    const { account, password } = testAccounts.ada;
    expect(await client(url).call('signIn', { office: 'west', account, password })).toEqual({
      ok: false,
      error: { code: 'wrongCredentials' },
    });
  });

  it('show a browser the content of the office that it asks for', async () => {
    const contentOf = async (query: string) => {
      const response = await fetch(`${url}/content.json${query}`);
      return { status: response.status, body: await response.json() };
    };
    expect((await contentOf('')).body.office.id).toBe('north');
    expect((await contentOf('?office=south')).body.office.id).toBe('south');
    expect(await contentOf('?office=west')).toMatchObject({ status: 404 });
  });
});
