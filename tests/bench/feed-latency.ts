import { randomUUID } from 'node:crypto';
import { get, type IncomingMessage } from 'node:http';
import { FEED_PATH } from '../../electron/contract/feed.ts';
import { atCounter, client, must, signedIn, takeTicket } from '../support/client.ts';
import { testAccounts } from '../support/provision.ts';
import { openSite } from './site.ts';
import { Samples } from './statistics.ts';

export type FeedLatency = {
  /** Half of them boards, half of them desks. */
  readonly readers: number;
  readonly calls: number;
  readonly waiting: number;
  /** From asking for the call to the event at the first reader that has it, and so on. */
  readonly first: ReturnType<Samples['summary']>;
  readonly quarter: ReturnType<Samples['summary']>;
  readonly last: ReturnType<Samples['summary']>;
};

/** Fewer than the server lets one device or session have. */
const READERS_OF_ONE = 30;

type Reader = {
  /** Fulfilled when a message has come that shows the code as called. */
  readonly shows: (code: string) => Promise<void>;
  readonly close: () => void;
};

/**
 * Measures how long a call takes to be known to the first, the fiftieth and the last of 200
 * readers. Each call follows at once on the end of the conversation before, as when a clerk
 * presses "close" and "next", while every reader is being told of that.
 */
export async function measureFeed(readers: number, calls: number): Promise<FeedLatency> {
  const half = readers / 2;
  const boards = Math.ceil(half / READERS_OF_ONE);
  const site = await openSite({
    ...{ servers: 1, offices: 1, database: 'sqlite', kiosks: 1, boards },
    ticketRate: { burst: 999, perMinute: 999 },
  });
  const open: Reader[] = [];
  try {
    const [url] = site.urls;
    const [office] = site.offices;
    if (office === undefined) throw new Error('The office is missing');
    const kiosk = client(url, office.kioskTokens[0]);
    const waiting = calls + 50;
    for (let count = 0; count < waiting; count += 1) {
      must(await takeTicket(kiosk, 'ABC'[count % 3]));
    }
    const desk = await atCounter(url, testAccounts.ada, '1');
    const watching = await Promise.all(
      Object.values(testAccounts).map((account) => signedIn(url, account)),
    );
    for (let index = 0; index < half; index += 1) {
      const board = office.boardTokens[index % office.boardTokens.length];
      open.push(await read(url, client(url, board).headers(), 'counter'));
      const clerk = watching[index % watching.length];
      open.push(await read(url, clerk?.headers() ?? {}, 'status'));
    }

    const [first, quarter, last] = [new Samples(), new Samples(), new Samples()];
    for (let count = 0; count < calls; count += 1) {
      const sentAt = performance.now();
      const called = must(await desk.call('callNext', { commandId: randomUUID() }));
      const times = await Promise.all(
        open.map(async (reader) => {
          await reader.shows(called.code);
          return performance.now() - sentAt;
        }),
      );
      times.sort((a, b) => a - b);
      first.add(times[0] ?? 0);
      quarter.add(times[Math.ceil(readers / 4) - 1] ?? 0);
      last.add(times.at(-1) ?? 0);
      const { ticketId } = called;
      must(await desk.call('closeTicket', { commandId: randomUUID(), ticketId }));
    }
    return {
      ...{ readers, calls, waiting },
      ...{ first: first.summary(), quarter: quarter.summary(), last: last.summary() },
    };
  } finally {
    for (const reader of open) reader.close();
    await site.remove();
  }
}

/**
 * Opens the feed and waits for its first message. Messages are searched and not parsed: each
 * reader is a computer of its own in an office, here they share one.
 *
 * @param after the key that follows the code of a called ticket in this role's view.
 */
async function read(
  url: string,
  headers: Record<string, string>,
  after: 'counter' | 'status',
): Promise<Reader> {
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    get(`${url}${FEED_PATH}`, { headers, agent: false }, resolve).on('error', reject);
  });
  let text = '';
  let wanted: { readonly needle: string; readonly found: () => void } | null = null;
  let isFirst: (() => void) | null = null;
  const look = () => {
    const end = text.lastIndexOf('\n\n');
    if (end < 0) return;
    isFirst?.();
    if (wanted === null || !text.includes(wanted.needle)) return;
    wanted.found();
    wanted = null;
  };
  response.setEncoding('utf8').on('data', (chunk: string) => {
    text += chunk;
    look();
    // Of whole messages only the last can be asked for.
    const previousEnd = text.lastIndexOf('\n\n', text.length - 3);
    if (previousEnd >= 0) text = text.slice(previousEnd + 2);
  });
  response.on('error', () => undefined);
  await new Promise<void>((resolve) => {
    isFirst = resolve;
    look();
  });
  return {
    shows: (code) =>
      new Promise((resolve) => {
        wanted = { needle: `"code":"${code}","${after}"`, found: resolve };
        look();
      }),
    close: () => response.destroy(),
  };
}
