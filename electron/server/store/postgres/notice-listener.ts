import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { Client, type ClientConfig } from 'pg';

/** The channel on which servers tell each other that a day has more events. */
export const CHANNEL = 'sportello_appended';

/** The channel on which they tell each other that an office's calls for help have changed. */
export const HELP_CHANNEL = 'sportello_help_call';

/** The channel on which they tell each other that what is the matter with devices has changed. */
export const TROUBLE_CHANNEL = 'sportello_device_trouble';

const FIRST_DELAY_MS = 100;
const LONGEST_DELAY_MS = 5_000;

/** A connection on which nothing happens looks the same as one that is dead: this tells them apart. */
const PROBE_EVERY_MS = 15_000;
const PROBE_TIMEOUT_MS = 5_000;

export type NoticeListenerOptions = {
  readonly config: ClientConfig;
  /** Hears what another server wrote into its notice, and on which channel. */
  readonly onNotice: (channel: string, payload: string) => void;
  /** Listening has begun, or begun anew: notices from before this moment were missed. */
  readonly onListening: () => void;
};

/** Listens for the notices of other servers, on a connection of its own, until it is stopped. */
export class NoticeListener {
  readonly #options: NoticeListenerOptions;
  readonly #stopping = new AbortController();
  readonly #stopped = once(this.#stopping.signal, 'abort');
  readonly #ended: Promise<void>;

  constructor(options: NoticeListenerOptions) {
    this.#options = options;
    this.#ended = this.#run();
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#ended;
  }

  async #run(): Promise<void> {
    const { signal } = this.#stopping;
    let delayMs = FIRST_DELAY_MS;
    while (!signal.aborted) {
      const hadListened = await this.#listen();
      delayMs = hadListened ? FIRST_DELAY_MS : Math.min(2 * delayMs, LONGEST_DELAY_MS);
      // Aborted only to stop, which the loop sees.
      await wait(delayMs, undefined, { signal, ref: false }).catch(() => undefined);
    }
  }

  /** Listens for as long as the connection lasts; answers whether it came to that. */
  async #listen(): Promise<boolean> {
    const { config, onNotice, onListening } = this.#options;
    const { signal } = this.#stopping;
    const client = new Client({ ...config, query_timeout: PROBE_TIMEOUT_MS });
    const ended = new Promise<void>((resolve) => {
      client.on('error', () => resolve());
      client.on('end', () => resolve());
    });
    client.on('notification', ({ channel, payload }) => onNotice(channel, payload ?? ''));
    try {
      await client.connect();
      for (const channel of [CHANNEL, HELP_CHANNEL, TROUBLE_CHANNEL]) {
        await client.query(`LISTEN ${channel}`);
      }
    } catch {
      await client.end().catch(() => undefined);
      return false;
    }
    const probe = setInterval(() => {
      client.query('SELECT 1').catch(() => client.end());
    }, PROBE_EVERY_MS);
    probe.unref();
    if (!signal.aborted) onListening();
    await Promise.race([ended, this.#stopped]);
    clearInterval(probe);
    await client.end().catch(() => undefined);
    return true;
  }
}
