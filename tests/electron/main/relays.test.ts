import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import type { FeedUpdate } from '../../../electron/contract/feed.ts';
import type { BoardCall } from '../../../electron/contract/views.ts';
import { createFeedRelay, nodeFeedPlatform } from '../../../electron/main/feed-relay.ts';
import { createOperationRelay } from '../../../electron/main/operation-relay.ts';

let server: Server | null = null;
const endings: (() => void)[] = [];

afterEach(() => {
  for (const end of endings.splice(0)) end();
  server?.closeAllConnections();
  server?.close();
  server = null;
});

async function serve(listener: RequestListener): Promise<string> {
  const listening = createServer(listener);
  server = listening;
  await new Promise<void>((resolve) => listening.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(listening.address() as AddressInfo).port}`;
}

const office = { name: 'Sede', isDemo: true, queues: [], counters: [] };
const unavailable = { ok: false, error: { code: 'unavailable' } };

describe('an operation', () => {
  test('goes to the server with the token of the device', async () => {
    const url = await serve((request, response) => {
      const isKnown = request.headers.authorization === 'Bearer secret';
      response.writeHead(isKnown ? 200 : 401).end(JSON.stringify(isKnown ? office : {}));
    });
    const call = createOperationRelay({
      serverUrl: async () => url,
      readToken: async () => 'secret',
    });
    expect(await call('describeOffice', {})).toEqual({ ok: true, value: office });
  });

  test('is unavailable before there is a server, or a token', async () => {
    const readToken = async () => 'secret';
    const noServer = createOperationRelay({ serverUrl: async () => null, readToken });
    expect(await noServer('describeOffice', {})).toEqual(unavailable);
    const noToken = createOperationRelay({
      serverUrl: async () => 'http://127.0.0.1:1',
      readToken: () => Promise.reject(new Error('no such file')),
    });
    expect(await noToken('describeOffice', {})).toEqual(unavailable);
  });

  test('is unavailable when the server does not answer in time', async () => {
    const url = await serve(() => undefined);
    const readToken = async () => 'secret';
    const call = createOperationRelay({ serverUrl: async () => url, readToken, timeoutMs: 50 });
    expect(await call('describeOffice', {})).toEqual(unavailable);
  });

  test('does not follow the server to another place', async () => {
    const url = await serve((_request, response) => {
      response.writeHead(307, { location: 'http://127.0.0.1:9/' }).end();
    });
    const call = createOperationRelay({
      serverUrl: async () => url,
      readToken: async () => 'secret',
    });
    expect(await call('describeOffice', {})).toEqual(unavailable);
  });
});

describe('the feed of a window', () => {
  const view = { kind: 'board', serviceDay: '2026-11-23', latestCalls: [] } as const;
  const call = (sequence: number): BoardCall => ({
    sequence,
    code: 'A001',
    counter: '1',
    calledAtMs: sequence,
  });
  const cursorOf = (sequence: number) => `2026-11-23.${sequence}`;
  const event = (update: object) => `data: ${JSON.stringify(update)}\n\n`;

  /** A server whose messages the test sends, and a relay that reads them. */
  async function relay() {
    let write: (text: string) => void = () => undefined;
    let connected: () => void = () => undefined;
    const firstConnection = new Promise<void>((resolve) => {
      connected = resolve;
    });
    const url = await serve((request, response) => {
      if (request.headers.authorization !== 'Bearer secret') {
        response.writeHead(401).end();
        return;
      }
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      response.write(event({ type: 'snapshot', cursor: cursorOf(0), view }));
      write = (text) => response.write(text);
      connected();
    });
    const platform = nodeFeedPlatform(
      async () => 'secret',
      (error) => {
        throw error;
      },
    );
    const feed = createFeedRelay({ platform });
    endings.push(() => feed.stop());
    feed.connect(url);
    await firstConnection;
    return {
      feed,
      change: (sequence: number) =>
        write(event({ type: 'change', cursor: cursorOf(sequence), view, calls: [call(sequence)] })),
    };
  }

  /** Collects what a page hears, and waits for the next update of a cursor. */
  function page() {
    const heard: FeedUpdate[] = [];
    let wake: () => void = () => undefined;
    return {
      heard,
      listen: (update: FeedUpdate) => {
        heard.push(update);
        wake();
      },
      async until(sequence: number) {
        const has = () =>
          heard.some((update) => 'cursor' in update && update.cursor === cursorOf(sequence));
        while (!has()) {
          await new Promise<void>((resolve) => {
            wake = resolve;
          });
        }
      },
    };
  }

  test('begins with the connection and the present state', async () => {
    const { feed } = await relay();
    const board = page();
    feed.listen(board.listen);
    await board.until(0);
    expect(board.heard.at(-1)).toEqual({ type: 'snapshot', cursor: cursorOf(0), view });
    expect(board.heard.some((update) => update.type === 'connection')).toBe(true);
  });

  test('tells a page that died of the calls it has missed, once', async () => {
    const { feed, change } = await relay();
    const before = page();
    feed.listen(before.listen);
    await before.until(0);
    feed.pause();
    change(1);
    change(2);
    // A second reader of the same relay shows when both have arrived.
    const after = page();
    change(3);
    feed.pause();
    await expect
      .poll(() => {
        const probe = page();
        feed.listen(probe.listen);
        const update = probe.heard.at(-1);
        if (update?.type === 'change') after.heard.push(update);
        feed.pause();
        return update !== undefined && 'cursor' in update && update.cursor;
      })
      .toBe(cursorOf(3));
    const told = after.heard.flatMap((update) => (update.type === 'change' ? update.calls : []));
    expect(told.map(({ sequence }) => sequence)).toEqual([1, 2, 3]);
  });
});
