import { randomUUID } from 'node:crypto';
import type { ApiError } from '../../electron/contract/errors.ts';
import { type FeedMessage, feedMessageSchema } from '../../electron/contract/feed.ts';
import { callOverHttp } from '../../electron/contract/http.ts';
import type {
  OperationInput,
  OperationName,
  OperationOutput,
} from '../../electron/contract/operations.ts';
import type { Result } from '../../electron/contract/result.ts';
import type { TestAccount } from './provision.ts';

/** Someone who asks the server over real HTTP, as a device or as staff. */
export type Client = {
  readonly call: <N extends OperationName>(
    name: N,
    input: OperationInput<N>,
  ) => Promise<Result<OperationOutput<N>, ApiError>>;
  readonly headers: () => Record<string, string>;
};

/** The value of an outcome that the test expects to be good. */
export function must<T>(result: Result<T, ApiError>): T {
  if (!result.ok) throw new Error(`Refused: ${JSON.stringify(result.error)}`);
  return result.value;
}

export function client(url: string, deviceToken?: string): Client {
  let cookie = '';
  const headers = (): Record<string, string> => ({
    ...(deviceToken === undefined ? {} : { authorization: `Bearer ${deviceToken}` }),
    ...(cookie === '' ? {} : { cookie }),
  });
  return {
    headers,
    call: (name, input) =>
      callOverHttp(
        {
          baseUrl: url,
          fetch: async (address, init) => {
            const response = await fetch(address, {
              ...init,
              headers: { ...init.headers, ...headers() },
            });
            const given = response.headers.get('set-cookie');
            if (given !== null) cookie = given.split(';')[0] ?? '';
            return response;
          },
        },
        name,
        input,
      ),
  };
}

export async function signedIn(url: string, someone: TestAccount): Promise<Client> {
  const { office, account, password } = someone;
  const staff = client(url);
  must(await staff.call('signIn', { office, account, password }));
  return staff;
}

/** A clerk with a counter. */
export async function atCounter(
  url: string,
  account: TestAccount,
  counter: string,
): Promise<Client> {
  const staff = await signedIn(url, account);
  must(await staff.call('takeCounter', { commandId: randomUUID(), counter }));
  return staff;
}

export function takeTicket(kiosk: Client, queue = 'A', commandId: string = randomUUID()) {
  return kiosk.call('issueTicket', { commandId, queue, entry: 'walkIn', hasPriority: false });
}

/** Calls and closes number after number, until nobody waits for this counter. */
export async function serveEverybody(staff: Client): Promise<void> {
  await staff.call('resumeCounter', { commandId: randomUUID() });
  for (;;) {
    const called = await staff.call('callNext', { commandId: randomUUID() });
    const ticketId = called.ok
      ? called.value.ticketId
      : called.error.code === 'counterBusy'
        ? called.error.ticketId
        : null;
    if (ticketId === null) return;
    must(await staff.call('closeTicket', { commandId: randomUUID(), ticketId }));
  }
}

export type Feed = {
  readonly status: number;
  /** The next message; waits for it. */
  readonly next: () => Promise<FeedMessage>;
  /** Fulfilled when the server ends the feed. */
  readonly ended: () => Promise<void>;
  readonly close: () => void;
};

/** Reads the feed by hand, so that a test sees each message and when it comes. */
export async function openFeed(
  url: string,
  headers: Record<string, string>,
  lastEventId?: string,
): Promise<Feed> {
  const abort = new AbortController();
  const response = await fetch(`${url}/api/feed`, {
    headers: { ...headers, ...(lastEventId === undefined ? {} : { 'last-event-id': lastEventId }) },
    signal: abort.signal,
  });
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let buffer = '';
  async function readEvent(): Promise<string | null> {
    for (;;) {
      const end = buffer.indexOf('\n\n');
      if (end >= 0) {
        const event = buffer.slice(0, end);
        buffer = buffer.slice(end + 2);
        if (!event.startsWith(':')) return event;
        continue;
      }
      const chunk = await reader?.read();
      if (chunk === undefined || chunk.done) return null;
      buffer += chunk.value;
    }
  }
  return {
    status: response.status,
    next: async () => {
      const event = await readEvent();
      const data = event?.split('\n').find((line) => line.startsWith('data: '));
      if (data === undefined) throw new Error('The feed ended');
      return feedMessageSchema.parse(JSON.parse(data.slice('data: '.length)));
    },
    ended: async () => {
      while ((await readEvent()) !== null);
    },
    close: () => abort.abort(),
  };
}
