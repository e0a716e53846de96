import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type RunningServer, startServer } from '../../../electron/server/server.ts';
import { client, must, takeTicket } from '../../support/client.ts';
import { MORNING_MS, openTestStore, repositoryContent } from '../../support/in-process-server.ts';
import { addTestDevice } from '../../support/provision.ts';
import { removeFolder, temporaryFolder } from '../../support/temporary-folder.ts';

const TODAY = '2026-11-23';
const TOMORROW = '2026-11-24';
const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

let dataFolder: string;
let server: RunningServer;
let kioskToken: string;
/** Since the morning. */
let passedMs: number;
/** How far somebody has set the clock of the computer. */
let setByMs: number;

async function start(): Promise<void> {
  const store = openTestStore(dataFolder);
  kioskToken = await addTestDevice(store, 'kiosk');
  const started = await startServer({
    store,
    contents: [repositoryContent()],
    contentTrouble: null,
    host: '127.0.0.1',
    port: 0,
    ticketRate: { burst: 999, perMinute: 999 },
    staticFolder: join(dataFolder, 'no-pages'),
    phone: null,
    version: '0.0.0-test',
    log: () => undefined,
    retentionDays: 0,
    readClock: () => ({ wallMs: MORNING_MS + passedMs + setByMs, uptimeMs: passedMs }),
  });
  if (!started.ok) throw new Error(started.error.code);
  server = started.value;
}

async function restart(): Promise<void> {
  await server.close();
  await start();
}

/** Somebody takes a number: on which day, and which one. */
async function take(): Promise<string> {
  passedMs += MINUTE_MS;
  const { serviceDay, code } = must(await takeTicket(client(server.url, kioskToken)));
  return `${serviceDay} ${code}`;
}

beforeEach(async () => {
  dataFolder = temporaryFolder();
  passedMs = 0;
  setByMs = 0;
  await start();
});
afterEach(async () => {
  await server.close();
  removeFolder(dataFolder);
});

describe('while people wait', () => {
  it.each([
    ['to tomorrow', DAY_MS],
    ['to the evening', 8 * 60 * MINUTE_MS],
    ['back to yesterday', -DAY_MS],
  ])('a clock set %s, and put right, changes no day and no number', async (_how, ms) => {
    expect(await take()).toBe(`${TODAY} A001`);
    setByMs = ms;
    expect(await take()).toBe(`${TODAY} A002`);
    setByMs = 0;
    expect(await take()).toBe(`${TODAY} A003`);
  });
});

describe('after a restart with a clock that shows tomorrow', () => {
  beforeEach(async () => {
    expect(await take()).toBe(`${TODAY} A001`);
    setByMs = DAY_MS;
    await restart();
  });

  it('today is there again when the clock is put right, and so are its people', async () => {
    setByMs = 0;
    expect(await take()).toBe(`${TODAY} A002`);
  });

  it('also where somebody took a number meanwhile, once the right clock is believed', async () => {
    expect(await take()).toBe(`${TOMORROW} A001`);
    setByMs = 0;
    expect(await take()).toBe(`${TOMORROW} A002`);
    passedMs += 121 * MINUTE_MS;
    expect(await take()).toBe(`${TODAY} A002`);
  });

  it('also after another restart with the right one', async () => {
    expect(await take()).toBe(`${TOMORROW} A001`);
    setByMs = 0;
    await restart();
    expect(await take()).toBe(`${TODAY} A002`);
  });
});
