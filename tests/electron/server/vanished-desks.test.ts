import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { Access } from '../../../electron/server/auth/access.ts';
import { officeSetup } from '../../../electron/server/office.ts';
import { type OpenOffice, openOffice } from '../../../electron/server/open-office.ts';
import type { SqliteStore } from '../../../electron/server/store/sqlite/sqlite-store.ts';
import { openTestStore, repositoryContent, TestClock } from '../../support/in-process-server.ts';
import { addTestAccounts } from '../../support/provision.ts';
import { removeFolder, temporaryFolder } from '../../support/temporary-folder.ts';

const content = repositoryContent();
const setup = officeSetup(content.office);

let dataFolder: string;
let store: SqliteStore;
let clock: TestClock;
let office: OpenOffice;

beforeEach(async () => {
  dataFolder = temporaryFolder();
  store = openTestStore(dataFolder);
  await addTestAccounts(store);
  clock = new TestClock();
  const { nowMs, uptimeMs } = clock;
  const access = new Access(store, new Map([[setup.officeId, setup]]), nowMs);
  office = await openOffice({
    setup,
    content,
    contentTrouble: null,
    store,
    access,
    nowMs,
    uptimeMs,
    log: () => undefined,
  });
});
afterEach(async () => {
  office.close();
  await store.close();
  removeFolder(dataFolder);
});

/** Somebody signs in and sits down at a counter. */
async function sitDown(account: string, counter: string): Promise<string> {
  const tokenSha256 = randomUUID();
  const nowMs = clock.ms;
  await store.addSession({
    tokenSha256,
    account,
    officeId: setup.officeId,
    counter: null,
    createdAtMs: nowMs,
    lastUsedAtMs: nowMs,
    lastSeenAtMs: nowMs,
  });
  const taken = await office.counters.take(tokenSha256, {
    commandId: randomUUID(),
    counter,
    queues: null,
  });
  if (!taken.ok) throw new Error(taken.error.code);
  return tokenSha256;
}

async function callSomebodyTo(counter: string): Promise<string> {
  const ticketId = randomUUID();
  const issue = { type: 'issueTicket', ticketId, queue: 'A', entry: 'walkIn' } as const;
  const commands = [
    { ...issue, hasPriority: false, at: 'desk' },
    { type: 'callNext', counter },
  ] as const;
  for (const command of commands) {
    const done = await office.service.execute({
      commandId: null,
      fingerprint: '',
      command,
      reply: () => null,
    });
    if (!done.ok) throw new Error(done.error.code);
  }
  return ticketId;
}

const counterState = (counter: string) => office.service.day.state.counters.get(counter);

it('a counter stays with a desk that is seen, if only by its open page', async () => {
  const token = await sitDown('ada', '1');
  for (let minute = 0; minute < 10; minute += 1) {
    clock.advance(1);
    await store.markSeen(token, clock.ms);
    await office.counters.releaseVanished();
  }
  expect(counterState('1')).toMatchObject({ status: 'open' });
  expect((await store.findHolder(setup.officeId, '1'))?.tokenSha256).toBe(token);
});

it('a counter whose desk has vanished is closed, and free for somebody else', async () => {
  await sitDown('ada', '1');
  clock.advance(3);
  await office.counters.releaseVanished();
  expect(counterState('1')).toBeUndefined();
  await sitDown('bruno', '1');
  expect(counterState('1')).toMatchObject({ status: 'open' });
});

it('the ticket of a vanished desk stays at its counter, for whoever sits down next', async () => {
  await sitDown('ada', '1');
  const ticketId = await callSomebodyTo('1');
  clock.advance(3);
  await office.counters.releaseVanished();
  expect(counterState('1')).toMatchObject({ status: 'abandoned', ticketId });
  await office.counters.releaseVanished();
  await sitDown('bruno', '1');
  expect(counterState('1')).toMatchObject({ status: 'open', ticketId });
});

it('another counter can call the person whom a vanished desk had called', async () => {
  await sitDown('ada', '1');
  await sitDown('bruno', '2');
  const ticketId = await callSomebodyTo('1');
  clock.advance(3);
  const bruno = await store.findHolder(setup.officeId, '2');
  await store.markSeen(bruno?.tokenSha256 ?? '', clock.ms);
  await office.counters.releaseVanished();
  const done = await office.service.execute({
    commandId: null,
    fingerprint: '',
    command: { type: 'callTicket', counter: '2', ticketId },
    reply: () => null,
  });
  expect(done.ok).toBe(true);
  expect(counterState('1')).toBeUndefined();
  expect(counterState('2')).toMatchObject({ status: 'open', ticketId });
});

it('a counter that was opened and never held, as by a crash between the two, is closed', async () => {
  const command = { type: 'openCounter', counter: '1', queues: ['A'] } as const;
  await office.service.execute({ commandId: null, fingerprint: '', command, reply: () => null });
  await office.counters.releaseVanished();
  expect(counterState('1')).toMatchObject({ status: 'open' });
  clock.advance(3);
  await office.counters.releaseVanished();
  expect(counterState('1')).toBeUndefined();
});

it('a wish for a counter that cannot be takes away none that is held', async () => {
  const token = await sitDown('ada', '1');
  const wish = { commandId: randomUUID(), counter: '2', queues: ['Z'] };
  expect(await office.counters.take(token, wish)).toEqual({
    ok: false,
    error: { code: 'unknownQueue', queue: 'Z' },
  });
  expect(counterState('1')).toMatchObject({ status: 'open' });
});
