import { authorization } from '../contract/authorization.ts';
import type { FeedMessage, FeedUpdate } from '../contract/feed.ts';
import type { FeedPlatform } from '../contract/feed-reader.ts';
import type { BoardCall } from '../contract/views.ts';
import type { ReadDeviceToken } from './device-token.ts';

/** More calls than a board announces one after the other; older ones are on its list anyway. */
const MOST_MISSED_CALLS = 20;

/** One feed from the server to one window, which may reload without losing a call. */
export interface FeedRelay {
  /** Begins the feed, once the server's address is known. */
  connect(serverUrl: string): Promise<void>;
  /** The window listens (again): it gets the present state at once, then every update. */
  listen(send: (update: FeedUpdate) => void): void;
  /** The window is gone: calls are kept for it until it listens again. */
  pause(): void;
  stop(): void;
}

export interface FeedRelayOptions {
  readonly platform: FeedPlatform;
}

/** Creates the relay; it does nothing until it is told where the server is. */
export function createFeedRelay(options: FeedRelayOptions): FeedRelay {
  let isConnected = false;
  let latest: FeedMessage | null = null;
  let missedCalls: BoardCall[] = [];
  let send: ((update: FeedUpdate) => void) | null = null;
  let stopReading: (() => void) | null = null;
  let isStopped = false;

  function onUpdate(update: FeedUpdate): void {
    if (update.type === 'connection') isConnected = update.isConnected;
    else latest = update;
    if (send !== null) send(update);
    else if (update.type === 'change') {
      missedCalls = [...missedCalls, ...update.calls].slice(-MOST_MISSED_CALLS);
    }
  }

  return {
    async connect(serverUrl) {
      // With it come the schemas of what a server says: it is long after the start.
      const { readFeed } = await import('../contract/feed-reader.ts');
      if (isStopped) return;
      stopReading?.();
      stopReading = readFeed({ platform: options.platform, baseUrl: serverUrl, onUpdate });
    },
    listen(nextSend) {
      send = nextSend;
      send({ type: 'connection', isConnected });
      if (latest === null) return;
      const { cursor, view } = latest;
      const calls = missedCalls;
      missedCalls = [];
      send(
        calls.length === 0
          ? { type: 'snapshot', cursor, view }
          : { type: 'change', cursor, view, calls },
      );
    },
    pause() {
      send = null;
    },
    stop() {
      send = null;
      isStopped = true;
      stopReading?.();
    },
  };
}

/** Node, as the feed reader needs it; every connection carries the device's token of that moment. */
export function nodeFeedPlatform(
  readToken: ReadDeviceToken,
  reportError: (error: unknown) => void,
): FeedPlatform {
  return {
    open: (url, headers) => {
      const controller = new AbortController();
      return {
        response: openStream(url, headers, readToken, controller.signal),
        abort: () => controller.abort(),
      };
    },
    newDecoder: () => new TextDecoder(),
    startTimer,
    random: () => Math.random(),
    reportError,
  };
}

async function openStream(
  url: string,
  headers: Record<string, string>,
  readToken: ReadDeviceToken,
  signal: AbortSignal,
): Promise<Response> {
  const token = await readToken();
  return fetch(url, {
    headers: { ...headers, ...authorization(token) },
    signal,
    redirect: 'error',
  });
}

/** Runs `action` once after `delayMs`; the function it returns cancels it. */
export function startTimer(delayMs: number, action: () => void): () => void {
  const timer = setTimeout(action, delayMs);
  return () => clearTimeout(timer);
}
