import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { FEED_HEARTBEAT_MS, type FeedUpdate } from '../../../electron/contract/feed.ts';
import {
  type FeedPlatform,
  type FeedResponse,
  readFeed,
} from '../../../electron/contract/feed-reader.ts';

/** One connection as the server sees it: what was asked, and a hand on the answer. */
interface Connection {
  readonly headers: Record<string, string>;
  isAborted: boolean;
  answer(status: number): void;
  fail(): void;
  send(text: string): void;
  end(): void;
}

function fakeNetwork() {
  const connections: Connection[] = [];
  const errors: unknown[] = [];
  const platform: FeedPlatform = {
    open: (_, headers) => {
      let settle: (response: FeedResponse) => void = () => undefined;
      let refuse: (error: Error) => void = () => undefined;
      const response = new Promise<FeedResponse>((resolve, reject) => {
        settle = resolve;
        refuse = reject;
      });
      const chunks: { done: boolean; value?: Uint8Array }[] = [];
      let take: ((chunk: { done: boolean; value?: Uint8Array }) => void) | null = null;
      const give = (chunk: { done: boolean; value?: Uint8Array }): void => {
        if (take === null) chunks.push(chunk);
        else {
          take(chunk);
          take = null;
        }
      };
      const connection: Connection = {
        headers,
        isAborted: false,
        answer: (status) =>
          settle({
            status,
            body: {
              getReader: () => ({
                read: () =>
                  new Promise((resolve) => {
                    const chunk = chunks.shift();
                    if (chunk === undefined) take = resolve;
                    else resolve(chunk);
                  }),
              }),
            },
          }),
        fail: () => refuse(new Error('connection refused')),
        send: (text) => give({ done: false, value: new TextEncoder().encode(text) }),
        end: () => give({ done: true }),
      };
      connections.push(connection);
      return {
        response,
        abort: () => {
          connection.isAborted = true;
        },
      };
    },
    newDecoder: () => new TextDecoder(),
    startTimer: (delayMs, action) => {
      const timer = setTimeout(action, delayMs);
      return () => clearTimeout(timer);
    },
    random: () => 1,
    reportError: (error) => errors.push(error),
  };
  return { platform, connections, errors };
}

const view = { kind: 'board', serviceDay: '2026-11-23', latestCalls: [] };
const snapshot = (sequence: number) => ({
  type: 'snapshot',
  cursor: `2026-11-23.${sequence}`,
  view,
});
const event = (message: unknown) => `data: ${JSON.stringify(message)}\n\n`;

/** Lets everything that is already due happen. */
const settle = () => vi.advanceTimersByTimeAsync(0);

describe('the reader of the live feed', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  function start(onUpdate?: (update: FeedUpdate) => void, deviceToken?: string) {
    const network = fakeNetwork();
    const updates: FeedUpdate[] = [];
    const stop = readFeed({
      platform: network.platform,
      baseUrl: 'http://127.0.0.1:8400',
      ...(deviceToken === undefined ? {} : { deviceToken }),
      onUpdate: (update) => {
        updates.push(update);
        onUpdate?.(update);
      },
    });
    const connection = (index: number): Connection => {
      const found = network.connections[index];
      if (found === undefined) throw new Error(`there is no connection ${index}`);
      return found;
    };
    return { ...network, updates, stop, connection };
  }

  test('passes on that it is connected, and then every message', async () => {
    const feed = start(undefined, 'secret');
    expect(feed.connection(0).headers['authorization']).toBe('Bearer secret');
    feed.connection(0).answer(200);
    feed.connection(0).send(event(snapshot(1)));
    await settle();
    expect(feed.updates).toEqual([{ type: 'connection', isConnected: true }, snapshot(1)]);
    feed.stop();
  });

  test('puts together a message that arrives in pieces', async () => {
    const feed = start();
    feed.connection(0).answer(200);
    const text = event(snapshot(1));
    feed.connection(0).send(text.slice(0, 20));
    feed.connection(0).send(text.slice(20));
    await settle();
    expect(feed.updates.at(-1)).toEqual(snapshot(1));
    feed.stop();
  });

  test('comes back after a cut, and resumes where it was', async () => {
    const feed = start();
    feed.connection(0).answer(200);
    feed.connection(0).send(event(snapshot(7)));
    feed.connection(0).end();
    await settle();
    expect(feed.updates.at(-1)).toEqual({ type: 'connection', isConnected: false });
    await vi.advanceTimersByTimeAsync(250);
    expect(feed.connection(1).headers['last-event-id']).toBe('2026-11-23.7');
    feed.connection(1).answer(200);
    await settle();
    expect(feed.updates.at(-1)).toEqual({ type: 'connection', isConnected: true });
    feed.stop();
  });

  test('waits longer after each failure, but never more than five seconds', async () => {
    const feed = start();
    for (const waitMs of [250, 500, 1_000, 2_000, 4_000, 5_000, 5_000]) {
      const count = feed.connections.length;
      feed.connection(count - 1).fail();
      await vi.advanceTimersByTimeAsync(waitMs - 1);
      expect(feed.connections).toHaveLength(count);
      await vi.advanceTimersByTimeAsync(1);
      expect(feed.connections).toHaveLength(count + 1);
    }
    expect(feed.updates).toEqual([]);
    feed.stop();
  });

  test('takes three missed heartbeats for a dead connection', async () => {
    const feed = start();
    feed.connection(0).answer(200);
    feed.connection(0).send(event(snapshot(1)));
    await vi.advanceTimersByTimeAsync(2 * FEED_HEARTBEAT_MS);
    feed.connection(0).send(': heartbeat\n\n');
    await vi.advanceTimersByTimeAsync(3 * FEED_HEARTBEAT_MS - 1);
    expect(feed.connection(0).isAborted).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(feed.connection(0).isAborted).toBe(true);
    expect(feed.updates.at(-1)).toEqual({ type: 'connection', isConnected: false });
    feed.stop();
  });

  test('gives up a server that accepts the connection and never answers', async () => {
    const feed = start();
    await vi.advanceTimersByTimeAsync(3 * FEED_HEARTBEAT_MS + 250);
    expect(feed.connections).toHaveLength(2);
    feed.stop();
  });

  test('asks for the whole picture again after a message outside the contract', async () => {
    const feed = start();
    feed.connection(0).answer(200);
    feed.connection(0).send(event(snapshot(7)));
    feed.connection(0).send(event({ type: 'change', nonsense: true }));
    await vi.advanceTimersByTimeAsync(250);
    expect(feed.connection(1).headers).not.toHaveProperty('last-event-id');
    feed.stop();
  });

  test('does not press a server that refuses it', async () => {
    const feed = start();
    feed.connection(0).answer(401);
    await vi.advanceTimersByTimeAsync(14_999);
    expect(feed.connections).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(feed.connections).toHaveLength(2);
    feed.stop();
  });

  test('goes on when a listener throws, and reports it', async () => {
    const feed = start((update) => {
      if (update.type === 'snapshot') throw new Error('a screen is broken');
    });
    feed.connection(0).answer(200);
    feed.connection(0).send(event(snapshot(1)));
    feed.connection(0).send(event(snapshot(2)));
    await settle();
    expect(feed.updates).toHaveLength(3);
    expect(feed.errors).toHaveLength(2);
    feed.stop();
  });

  test('once stopped, ends its connection and says nothing more', async () => {
    const feed = start();
    feed.connection(0).answer(200);
    await settle();
    feed.stop();
    feed.connection(0).send(event(snapshot(1)));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(feed.connection(0).isAborted).toBe(true);
    expect(feed.connections).toHaveLength(1);
    expect(feed.updates).toEqual([{ type: 'connection', isConnected: true }]);
  });
});
