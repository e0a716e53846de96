import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { atCounter, client, must, takeTicket } from '../support/client.ts';
import { MORNING_MS } from '../support/in-process-server.ts';
import { testAccounts } from '../support/provision.ts';
import { bareSqliteInsert } from './bare-insert.ts';
import { type LocalServer, openLocalServer } from './local-server.ts';
import { openSite } from './site.ts';
import { rounded, Samples } from './statistics.ts';

type Cost = ReturnType<Samples['summary']>;

/** The same write done bare, through the server without HTTP, and through HTTP. */
export type WriteCost = {
  /** What the product writes, in bytes of text; the bare insert writes as many, as one row. */
  readonly bytes: number;
  readonly bare: Cost;
  readonly store: Cost;
  readonly http: Cost;
  /** At p50. */
  readonly storeToBare: number;
  readonly httpToBare: number;
};

export type WriteCosts = {
  readonly rounds: number;
  readonly issue: WriteCost;
  readonly callNext: WriteCost;
};

/** Some, so that each call has a choice to make. */
const WAITING = 50;
const KIOSKS = 4;
const WARM_UP_ROUNDS = 30;

class Comparison {
  readonly bytes: number;
  readonly bare = new Samples();
  readonly store = new Samples();
  readonly http = new Samples();

  constructor(bytes: number) {
    this.bytes = bytes;
  }

  summary(): WriteCost {
    const { bytes, bare, store, http } = this;
    return {
      bytes,
      ...{ bare: bare.summary(), store: store.summary(), http: http.summary() },
      storeToBare: rounded(store.p50Ms / bare.p50Ms),
      httpToBare: rounded(http.p50Ms / bare.p50Ms),
    };
  }
}

/**
 * Measures in rounds, so that what else happens on the machine hits all alike, each round
 * beginning with another of the compared.
 */
export async function measureWrites(rounds: number): Promise<WriteCosts> {
  const site = await openSite({
    ...{ servers: 1, offices: 1, database: 'sqlite', kiosks: KIOSKS },
    ticketRate: { burst: 999, perMinute: 999 },
  });
  const folder = join(site.dataFolder, 'local');
  mkdirSync(folder);
  const startedAt = performance.now();
  const nowMs = () => MORNING_MS + Math.round(performance.now() - startedAt);
  const server = await openLocalServer({
    ...{ folder, offices: 1, waiting: WAITING, hasPriorities: true },
    nowMs,
  });
  const bare = bareSqliteInsert(folder);
  try {
    const [office] = server.offices;
    const [url] = site.urls;
    const [siteOffice] = site.offices;
    const kiosks = (siteOffice?.kioskTokens ?? []).map((token) => client(url, token));
    const desk = await atCounter(url, testAccounts.ada, '1');
    const takeOver = (index: number) => {
      const kiosk = kiosks[index % KIOSKS];
      if (kiosk === undefined) throw new Error('A kiosk is missing');
      return takeTicket(kiosk, 'ABC'[index % 3]);
    };
    for (let count = 0; count < WAITING; count += 1) must(await takeOver(count));

    const bytes = await bytesOfWrites(server);
    const issue = new Comparison(bytes.issue);
    const callNext = new Comparison(bytes.callNext);
    const [warmIssue, warmCall] = [new Comparison(bytes.issue), new Comparison(bytes.callNext)];
    for (let round = -WARM_UP_ROUNDS; round < rounds; round += 1) {
      const issuing = round < 0 ? warmIssue : issue;
      const calling = round < 0 ? warmCall : callNext;
      await inTurn(round + WARM_UP_ROUNDS, [
        () => issuing.bare.time(() => bare.insert('x'.repeat(issuing.bytes))),
        () => issuing.store.time(() => office.issue()),
        async () => must(await issuing.http.time(() => takeOver(round + WARM_UP_ROUNDS))),
      ]);
      const calls: { local?: string; http?: string } = {};
      await inTurn(round + WARM_UP_ROUNDS, [
        () => calling.bare.time(() => bare.insert('x'.repeat(calling.bytes))),
        async () => {
          calls.local = (await calling.store.time(() => office.callNext())).ticketId;
        },
        async () => {
          const commandId = randomUUID();
          const called = await calling.http.time(() => desk.call('callNext', { commandId }));
          calls.http = must(called).ticketId;
        },
      ]);
      const { local = '', http = '' } = calls;
      await office.close(local);
      must(await desk.call('closeTicket', { commandId: randomUUID(), ticketId: http }));
    }
    return { rounds, issue: issue.summary(), callNext: callNext.summary() };
  } finally {
    await bare.close();
    await server.close();
    await site.remove();
  }
}

async function inTurn(round: number, actions: readonly (() => Promise<unknown>)[]): Promise<void> {
  for (let index = 0; index < actions.length; index += 1) {
    await actions[(round + index) % actions.length]?.();
  }
}

/** How much text the rows of one event and one reply hold. */
async function bytesOfWrites({ offices: [office], copy }: LocalServer) {
  const before = new Set((await copy()).commands.map(({ commandId }) => commandId));
  const sizeOfLast = async () => {
    const { events, commands } = await copy();
    const command = commands.filter(({ commandId }) => !before.has(commandId));
    for (const { commandId } of command) before.add(commandId);
    return Buffer.byteLength(JSON.stringify([events.at(-1), command]));
  };
  await office.issue();
  const issue = await sizeOfLast();
  const { ticketId } = await office.callNext();
  const callNext = await sizeOfLast();
  await office.close(ticketId);
  return { issue, callNext };
}
