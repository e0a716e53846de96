import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { DayRules } from '../../../../electron/queue/day-rules.ts';
import { evolve } from '../../../../electron/queue/evolve.ts';
import { newDay } from '../../../../electron/queue/state.ts';
import { officeSetup } from '../../../../electron/server/office.ts';
import { PhoneTokens } from '../../../../electron/server/phone/phone-tokens.ts';
import type { SqliteStore } from '../../../../electron/server/store/sqlite/sqlite-store.ts';
import {
  MORNING_MS,
  openTestStore,
  repositoryContent,
} from '../../../support/in-process-server.ts';
import { removeFolder, temporaryFolder } from '../../../support/temporary-folder.ts';

const officeId = 'demo';
const serviceDay = '2026-11-23';
const rules: DayRules = officeSetup(repositoryContent().office).dayRules(serviceDay);

let dataFolder: string;
let store: SqliteStore;
let nowMs = MORNING_MS;

beforeEach(() => {
  dataFolder = temporaryFolder();
  store = openTestStore(dataFolder);
  nowMs = MORNING_MS;
});
afterEach(async () => {
  await store.close();
  removeFolder(dataFolder);
});

/** A server that has just started. */
const tokens = () => new PhoneTokens({ store, officeId, nowMs: () => nowMs });

/** A day on which so many tickets were given. */
function dayWith(ticketIds: readonly string[]) {
  const events = ticketIds.map((ticketId, index) => ({
    sequence: index + 1,
    atMs: MORNING_MS,
    event: {
      type: 'ticketIssued' as const,
      ticketId,
      queue: 'A',
      number: index + 1,
      entry: 'walkIn' as const,
      hasPriority: false,
    },
  }));
  return { serviceDay, state: events.reduce(evolve, newDay(rules)), events };
}

it('is the same on every server of the database, and after each restart', async () => {
  const ticketId = randomUUID();
  const token = await tokens().tokenOf(serviceDay, ticketId);
  expect(await tokens().tokenOf(serviceDay, ticketId)).toBe(token);
  await store.close();
  store = openTestStore(dataFolder);
  expect((await tokens().find(dayWith([ticketId]), token))?.ticketId).toBe(ticketId);
});

it('finds tickets that were given since it looked last', async () => {
  const [one, two] = [randomUUID(), randomUUID()];
  const server = tokens();
  const [ofOne, ofTwo] = [
    await server.tokenOf(serviceDay, one),
    await server.tokenOf(serviceDay, two),
  ];
  expect((await server.find(dayWith([one]), ofOne))?.ticketId).toBe(one);
  expect(await server.find(dayWith([one]), ofTwo)).toBeNull();
  expect((await server.find(dayWith([one, two]), ofTwo))?.ticketId).toBe(two);
});

it('leads nowhere on another day, for another office or with another secret', async () => {
  const ticketId = randomUUID();
  const token = await tokens().tokenOf(serviceDay, ticketId);
  const elsewhere = new PhoneTokens({ store, officeId: 'other', nowMs: () => nowMs });
  expect(await elsewhere.tokenOf(serviceDay, ticketId)).not.toBe(token);
  expect(await tokens().tokenOf('2026-11-24', ticketId)).not.toBe(token);
  nowMs += 86_400_000;
  expect(await tokens().find(dayWith([ticketId]), token)).toBeNull();
});

it('writes nothing where nobody has taken a ticket, whatever strangers ask', async () => {
  expect(await tokens().find(dayWith([]), 'A'.repeat(22))).toBeNull();
  const mine = await store.phoneSecret({ officeId, serviceDay }, 'mine');
  expect(mine).toBe('mine');
});

it('is in no file at any time, and cannot be made again once the day is deleted', async () => {
  const ticketId = randomUUID();
  const day = dayWith([ticketId]);
  await store.append({ day: { officeId, serviceDay }, events: day.events, command: null });
  const token = await tokens().tokenOf(serviceDay, ticketId);
  const secret = await store.phoneSecret({ officeId, serviceDay }, 'not needed');
  const filesWith = (text: string) =>
    readdirSync(dataFolder, { withFileTypes: true, recursive: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .filter((file) => readFileSync(file).includes(text));
  expect(filesWith(secret)).not.toEqual([]);
  expect(filesWith(token)).toEqual([]);
  // Made by day, the nightly copy must not have it either.
  await store.backUp(serviceDay);
  expect(filesWith(secret).filter((file) => file.includes('backups'))).toEqual([]);

  await store.deleteDaysBefore(officeId, '2026-11-24');
  expect(filesWith(secret)).toEqual([]);
  expect(await tokens().find(day, token)).toBeNull();
});
