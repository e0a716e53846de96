import { randomUUID } from 'node:crypto';
import { get, type IncomingMessage } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FEED_PATH, type FeedMessage } from '../../../electron/contract/feed.ts';
import type { BoardCall } from '../../../electron/contract/views.ts';
import { atCounter, type Client, client, must, takeTicket } from '../../support/client.ts';
import { startInProcess } from '../../support/in-process-server.ts';
import { addTestDevice, testAccounts } from '../../support/provision.ts';

const READERS = 200;
/** Fewer than the server lets one device have. */
const READERS_OF_ONE_BOARD = 25;
const CALLS = 25;

/** A board that reads the feed over a socket of its own, and notes each call it is told of. */
class Board {
  readonly heard: BoardCall[] = [];
  /** Where it was when it last read. */
  cursor: string | null = null;
  readonly #url: string;
  readonly #headers: Record<string, string>;
  #response: IncomingMessage | null = null;
  #text = '';
  #hasRead = false;
  #changed: () => void = () => undefined;

  constructor(url: string, token: string) {
    this.#url = url;
    this.#headers = client(url, token).headers();
  }

  /** Opens the feed, from a cursor where there is one; waits for the first message. */
  async open(lastEventId: string | null = this.cursor): Promise<void> {
    const headers = { ...this.#headers, ...(lastEventId && { 'last-event-id': lastEventId }) };
    const response = await new Promise<IncomingMessage>((resolve, reject) => {
      const request = get(this.#url + FEED_PATH, { headers, agent: false }, resolve);
      request.on('error', reject);
    });
    this.#response = response;
    this.#text = '';
    this.#hasRead = false;
    response.setEncoding('utf8').on('data', (chunk: string) => this.#take(chunk));
    response.on('error', () => undefined);
    await this.until(() => this.#hasRead);
  }

  close(): void {
    this.#response?.destroy();
    this.#response = null;
  }

  pause(): void {
    this.#response?.pause();
  }

  resume(): void {
    this.#response?.resume();
  }

  async until(isSo: () => boolean): Promise<void> {
    while (!isSo()) {
      await new Promise<void>((resolve) => {
        this.#changed = resolve;
      });
    }
  }

  #take(chunk: string): void {
    this.#text += chunk;
    const events = this.#text.split('\n\n');
    this.#text = events.pop() ?? '';
    for (const event of events) {
      const data = event.split('\n').find((line) => line.startsWith('data: '));
      if (data === undefined) continue;
      // Its shape has tests of its own; to check it thousands of times would be most of the work.
      const message = JSON.parse(data.slice('data: '.length)) as FeedMessage;
      this.cursor = message.cursor;
      this.#hasRead = true;
      if (message.type === 'change') this.heard.push(...message.calls);
    }
    this.#changed();
  }
}

describe('two hundred boards on one server', { timeout: 60_000 }, () => {
  let server: Awaited<ReturnType<typeof startInProcess>>;
  let desk: Client;
  let boards: Board[];
  let called: string[];

  beforeEach(async () => {
    server = await startInProcess();
    const kiosk = client(server.url, server.kioskToken);
    for (let count = 0; count < CALLS; count += 1) must(await takeTicket(kiosk));
    desk = await atCounter(server.url, testAccounts.ada, '1');
    called = [];
    boards = [];
    let token = '';
    for (let count = 0; count < READERS; count += 1) {
      if (count % READERS_OF_ONE_BOARD === 0) token = await addTestDevice(server.store, 'board');
      boards.push(new Board(server.url, token));
    }
    await Promise.all(boards.map((board) => board.open()));
  });
  afterEach(async () => {
    for (const board of boards) board.close();
    await server.close();
  });

  async function callNext(): Promise<void> {
    const next = must(await desk.call('callNext', { commandId: randomUUID() }));
    called.push(next.code);
    const { ticketId } = next;
    must(await desk.call('closeTicket', { commandId: randomUUID(), ticketId }));
  }

  const codesOf = ({ heard }: Board) => heard.map(({ code }) => code);
  const hearsAll = (board: Board) => board.until(() => board.heard.length >= called.length);

  it('tells every one of them every call once, in order', async () => {
    while (called.length < CALLS) await callNext();
    await Promise.all(boards.map(hearsAll));
    for (const board of boards) expect(codesOf(board)).toEqual(called);
  });

  it('loses no call for those that read slowly, and for those that come and go', async () => {
    const [steady, slow, restless] = [0, 1, 2].map((kind) =>
      boards.filter((_, index) => index % 3 === kind),
    );
    for (const board of slow ?? []) board.pause();
    while (called.length < CALLS) {
      const leaving = (restless ?? []).filter((_, index) => index % 5 === called.length % 5);
      for (const board of leaving) board.close();
      await callNext();
      await Promise.all(leaving.map((board) => board.open()));
    }
    for (const board of slow ?? []) board.resume();
    await Promise.all(boards.map(hearsAll));
    for (const board of [...(steady ?? []), ...(slow ?? []), ...(restless ?? [])]) {
      expect(codesOf(board)).toEqual(called);
    }
  });

  it('goes on from whichever sequence of the day a reader names', async () => {
    while (called.length < CALLS) await callNext();
    const [first] = boards;
    if (first === undefined) throw new Error('There is a board');
    await hearsAll(first);
    const calls = first.heard;
    const [today = ''] = first.cursor?.split('.') ?? [];
    const last = Number(first.cursor?.split('.')[1]);
    await Promise.all(
      boards.map(async (board, index) => {
        const since = Math.floor((last * index) / READERS);
        board.close();
        board.heard.length = 0;
        await board.open(`${today}.${since}`);
        expect(board.heard).toEqual(calls.filter(({ sequence }) => sequence > since));
      }),
    );
  });

  it('gives a picture and no calls to who comes from another day, or from nowhere', async () => {
    await callNext();
    await Promise.all(boards.map(hearsAll));
    for (const cursor of ['2026-11-20.1', '2026-11-23.999999']) {
      const board = boards.pop();
      board?.close();
      if (board !== undefined) board.heard.length = 0;
      await board?.open(cursor);
      expect(board?.heard).toEqual([]);
      board?.close();
    }
  });
});
