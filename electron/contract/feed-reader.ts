import { createParser } from 'eventsource-parser';
import { authorization } from './authorization.ts';
import {
  type Cursor,
  FEED_HEARTBEAT_MS,
  FEED_PATH,
  type FeedMessage,
  type FeedUpdate,
  feedMessageSchema,
} from './feed.ts';

/** After this many heartbeats without a byte the connection is held to be dead. */
const MISSED_HEARTBEATS = 3;

/** A server on the same network is back within seconds: wait little, and never long. */
const FIRST_RETRY_MS = 250;
const LONGEST_RETRY_MS = 5_000;

/** A refused reader (wrong or ended credentials) asks again, but does not press. */
const REFUSED_RETRY_MS = 15_000;

/** The part of a fetch response that the reader needs. */
export interface FeedResponse {
  readonly status: number;
  readonly body: {
    getReader(): { read(): Promise<{ done: boolean; value?: Uint8Array | undefined }> };
  } | null;
}

/** What browsers, Node and Electron each provide in their own types. */
export interface FeedPlatform {
  /** Begins a GET; `abort` ends it, and the stream of its body, at any time. */
  open(
    url: string,
    headers: Record<string, string>,
  ): { response: Promise<FeedResponse>; abort(): void };
  /** A UTF-8 decoder that keeps a character split between two chunks. */
  newDecoder(): { decode(chunk: Uint8Array, options: { stream: true }): string };
  /** Runs `action` once after `delayMs`; the function it returns cancels it. */
  startTimer(delayMs: number, action: () => void): () => void;
  /** From 0 to 1: spreads the retries of many readers after a restart. */
  random(): number;
  /** Hears of what a listener throws: one broken listener must not end the feed. */
  reportError(error: unknown): void;
}

export interface FeedReaderOptions {
  readonly platform: FeedPlatform;
  /** For example `http://127.0.0.1:8400`, or the empty string in a page of the server itself. */
  readonly baseUrl: string;
  readonly deviceToken?: string;
  readonly onUpdate: (update: FeedUpdate) => void;
}

/**
 * Reads the live feed until stopped, over as many connections as it takes. It resumes at the last
 * cursor it passed on, so that nothing between two connections is lost, and it takes silence of
 * three heartbeats for a dead connection, as a network cable pulled out closes nothing.
 *
 * @returns a function that stops the reader for good; no update is passed on after it.
 */
export function readFeed(options: FeedReaderOptions): () => void {
  const { platform } = options;
  let isStopped = false;
  let isConnected = false;
  let cursor: Cursor | null = null;
  let failures = 0;
  let endAttempt: () => void = () => undefined;

  function deliver(update: FeedUpdate): void {
    if (isStopped) return;
    try {
      options.onUpdate(update);
    } catch (error) {
      platform.reportError(error);
    }
  }

  function setConnected(next: boolean): void {
    if (isConnected === next) return;
    isConnected = next;
    deliver({ type: 'connection', isConnected });
  }

  function retryDelayMs(status: number | null): number {
    if (status === 401 || status === 403) return REFUSED_RETRY_MS;
    const fullMs = Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** Math.min(failures, 10));
    return fullMs * (0.5 + platform.random() / 2);
  }

  /** One connection, from the request to its end. Answers the HTTP status, if there was one. */
  async function readOnce(): Promise<number | null> {
    const headers: Record<string, string> = {
      accept: 'text/event-stream',
      ...authorization(options.deviceToken),
      ...(cursor === null ? {} : { 'last-event-id': cursor }),
    };
    const request = platform.open(`${options.baseUrl}${FEED_PATH}`, headers);
    // Even where the platform's stream does not end on abort, the attempt does.
    let giveUp: () => void = () => undefined;
    const given = new Promise<{ done: true }>((resolve) => {
      giveUp = () => {
        request.abort();
        resolve({ done: true });
      };
    });
    endAttempt = giveUp;
    let cancelWatchdog = platform.startTimer(FEED_HEARTBEAT_MS * MISSED_HEARTBEATS, giveUp);
    let status: number | null = null;
    try {
      const response = await Promise.race([request.response, given]);
      if ('done' in response) return null;
      status = response.status;
      if (status !== 200 || response.body === null) return status;
      setConnected(true);

      let isBroken = false;
      const parser = createParser({
        onEvent: (event) => {
          const message = isBroken ? null : parseMessage(event.data);
          if (message === null) {
            // Outside the contract: ask for the whole picture again.
            isBroken = true;
            cursor = null;
            return;
          }
          failures = 0;
          cursor = message.cursor;
          deliver(message);
        },
      });
      const decoder = platform.newDecoder();
      const reader = response.body.getReader();
      while (!isStopped && !isBroken) {
        const chunk: { done: boolean; value?: Uint8Array | undefined } = await Promise.race([
          reader.read(),
          given,
        ]);
        if (chunk.done || chunk.value === undefined) break;
        cancelWatchdog();
        cancelWatchdog = platform.startTimer(FEED_HEARTBEAT_MS * MISSED_HEARTBEATS, giveUp);
        parser.feed(decoder.decode(chunk.value, { stream: true }));
      }
      return status;
    } catch {
      // The network's own errors say nothing more than that the connection is gone.
      return status;
    } finally {
      cancelWatchdog();
      request.abort();
    }
  }

  async function run(): Promise<void> {
    const status = await readOnce();
    if (isStopped) return;
    setConnected(false);
    const delayMs = retryDelayMs(status);
    failures += 1;
    endAttempt = platform.startTimer(delayMs, () => void run());
  }

  void run();
  return () => {
    isStopped = true;
    endAttempt();
  };
}

function parseMessage(data: string): FeedMessage | null {
  try {
    return feedMessageSchema.parse(JSON.parse(data));
  } catch {
    return null;
  }
}
