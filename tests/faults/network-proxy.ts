import { once } from 'node:events';
import {
  Agent,
  createServer,
  request as httpRequest,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import type { Random } from './random.ts';

/** What happens to requests on the way, and how often, in 100. */
const FATES = {
  none: 80,
  /** Never arrives. */
  dropRequest: 3,
  /** Is carried out, and nobody hears of it. */
  dropAnswer: 4,
  /** Half of the answer arrives. */
  cutAnswer: 2,
  /** Arrives twice at once. */
  double: 4,
  /** Arrives when others that were sent later have arrived: they change places. */
  delay: 5,
  /** Arrives, and once more when it has long been answered. */
  lateCopy: 2,
} as const;

export type Fate = keyof typeof FATES;

/** Long enough for other requests to overtake, in milliseconds. */
const LONGEST_DELAY_MS = 40;
const LONGEST_LATENESS_MS = 400;

type Answered = {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
};

export type NetworkProxyOptions = {
  readonly random: Random;
  /** Hears of each command of which a copy arrives late. */
  readonly onCopy: (commandId: string) => void;
};

/** A bad network in front of a server that may be down or on another port tomorrow. */
export class NetworkProxy {
  /** The port of the server behind, or null while there is none. */
  target: number | null = null;
  /** Whether the network is bad at this time. */
  isBad = true;
  readonly fates: Record<Fate, number>;
  readonly #options: NetworkProxyOptions;
  readonly #agent = new Agent({ keepAlive: true });
  readonly #server: Server;
  readonly #late = new Set<Promise<unknown>>();

  private constructor(options: NetworkProxyOptions) {
    this.#options = options;
    const fates = Object.keys(FATES).map((fate) => [fate, 0]);
    this.fates = Object.fromEntries(fates) as Record<Fate, number>;
    this.#server = createServer((request, response) => {
      this.#pass(request, response).catch(() => request.socket.destroy());
    });
  }

  static async listen(options: NetworkProxyOptions): Promise<NetworkProxy> {
    const proxy = new NetworkProxy(options);
    proxy.#server.listen(0, '127.0.0.1');
    await once(proxy.#server, 'listening');
    return proxy;
  }

  get url(): string {
    const address = this.#server.address();
    if (address === null || typeof address === 'string') throw new Error('Not a TCP server');
    return `http://127.0.0.1:${address.port}`;
  }

  /** Waits until every late copy has come. */
  async settled(): Promise<void> {
    while (this.#late.size > 0) await Promise.all(this.#late);
  }

  async close(): Promise<void> {
    await this.settled();
    this.#agent.destroy();
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, 'close');
  }

  async #pass(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { random, onCopy } = this.#options;
    const body = await read(request);
    const commandId = commandIdIn(body);
    const drawn = random.weighted(FATES);
    // What has no command id may be asked again, but its copies are nobody's business.
    const isTooMuch = commandId === null && (drawn === 'double' || drawn === 'lateCopy');
    const fate: Fate = !this.isBad || isTooMuch ? 'none' : drawn;
    this.fates[fate] += 1;
    const forward = () => this.#forward(request, body);
    switch (fate) {
      case 'none':
        return answer(response, await forward());
      case 'dropRequest':
        request.socket.destroy();
        return;
      case 'dropAnswer':
        await forward();
        request.socket.destroy();
        return;
      case 'cutAnswer':
        return cutShort(response, await forward());
      case 'double': {
        // Either may be refused by a server that ends; the other is then still under way.
        if (commandId !== null) onCopy(commandId);
        const [, second] = await Promise.all([forward().catch(() => null), forward()]);
        return answer(response, second);
      }
      case 'delay':
        await wait(random.below(LONGEST_DELAY_MS));
        return answer(response, await forward());
      case 'lateCopy': {
        if (commandId !== null) onCopy(commandId);
        const copy = wait(random.below(LONGEST_LATENESS_MS))
          .then(forward)
          .catch(() => null);
        this.#late.add(copy);
        copy.finally(() => this.#late.delete(copy));
        return answer(response, await forward());
      }
    }
  }

  /** @throws Error where the server is down, or ends before it has answered. */
  async #forward(request: IncomingMessage, body: Buffer): Promise<Answered> {
    if (this.target === null) throw new Error('The server is down');
    const { method, url: path, headers } = request;
    const onward = httpRequest({
      agent: this.#agent,
      host: '127.0.0.1',
      port: this.target,
      ...(method === undefined ? {} : { method }),
      ...(path === undefined ? {} : { path }),
      headers: { ...headers, host: `127.0.0.1:${this.target}` },
    });
    // Also of a connection that ends after its answer, when nobody waits for it any more.
    onward.on('error', () => undefined);
    onward.end(body);
    const [response] = (await once(onward, 'response')) as [IncomingMessage];
    return {
      status: response.statusCode ?? 0,
      headers: response.headers,
      body: await read(response),
    };
  }
}

async function read(message: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk as Buffer);
  if (!message.complete) throw new Error('Cut short');
  return Buffer.concat(chunks);
}

function commandIdIn(body: Buffer): string | null {
  return /"commandId":"([0-9a-f-]{36})"/.exec(body.toString('utf8'))?.[1] ?? null;
}

function answer(response: ServerResponse, { status, headers, body }: Answered): void {
  response.writeHead(status, headers);
  response.end(body);
}

function cutShort(response: ServerResponse, { status, headers, body }: Answered): void {
  response.writeHead(status, headers);
  response.write(body.subarray(0, body.length / 2), () => response.socket?.destroy());
}
