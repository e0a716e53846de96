import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { runServer, ServerExit, type ServerProcess } from '../support/start-server.ts';
import { Gate } from './gate.ts';
import type { NetworkProxy } from './network-proxy.ts';
import type { Random } from './random.ts';

/** How often a start is itself cut short, and within what time; a whole start takes about half a second. */
const KILLED_AT_START = 0.1;
const LONGEST_START_MS = 500;

export type MortalServerOptions = {
  readonly dataFolder: string;
  /** See {@link runServer}. */
  readonly program: string | undefined;
  readonly environment: NodeJS.ProcessEnv;
  readonly proxy: NetworkProxy;
  readonly random: Random;
};

/** The real server as a process that is killed again and again, always on the same data. */
export class MortalServer {
  /** Open while the server is there to be asked. */
  readonly up = new Gate();
  kills = 0;
  readonly #options: MortalServerOptions;
  #running: ServerProcess | null = null;

  constructor(options: MortalServerOptions) {
    this.#options = options;
  }

  /** Where it is reached, over the network. */
  get url(): string {
    return this.#options.proxy.url;
  }

  async start(): Promise<void> {
    const { proxy } = this.#options;
    try {
      this.#running = await this.#run();
      proxy.target = this.#running.port;
      this.up.open();
    } catch (error) {
      this.up.fail(error instanceof Error ? error : new Error(String(error)));
      throw error;
    }
  }

  /** Ends it at this very moment, whatever it is doing. */
  async kill(): Promise<void> {
    this.up.close();
    this.#options.proxy.target = null;
    await this.#running?.kill();
    this.kills += 1;
  }

  /** Starts it again; some starts are killed themselves, and followed by another. */
  async startAgain(): Promise<void> {
    const { random } = this.#options;
    if (random.chance(KILLED_AT_START)) await this.#startAndKill(random.below(LONGEST_START_MS));
    await this.start();
  }

  /** Stands still while `action` looks at what it has written so far. */
  async whileFrozen<T>(action: () => T): Promise<T> {
    const server = this.#running;
    if (server === null) throw new Error('There is no server to freeze');
    server.freeze();
    while (!isStopped(server.pid)) await wait(1);
    try {
      return action();
    } finally {
      server.goOn();
    }
  }

  #run(signal?: AbortSignal): Promise<ServerProcess> {
    const { dataFolder, program, environment } = this.#options;
    return runServer({
      dataFolder,
      environment,
      args: ['--quiet'],
      ...(program === undefined ? {} : { program }),
      ...(signal === undefined ? {} : { signal }),
    });
  }

  async #startAndKill(afterMs: number): Promise<void> {
    const signal = AbortSignal.timeout(afterMs);
    const server = await this.#run(signal).catch((error: unknown) => {
      if (!(error instanceof ServerExit) || !signal.aborted) throw error;
      return null;
    });
    await server?.kill();
    this.kills += 1;
  }
}

/** The signal is delivered to each thread in its own time; only the kernel knows when all stand. */
function isStopped(pid: number): boolean {
  return readdirSync(`/proc/${pid}/task`).every((thread) => {
    const stat = readFileSync(`/proc/${pid}/task/${thread}/stat`, 'utf8');
    // The state follows the name, which is in brackets and may itself have some.
    return stat.slice(stat.lastIndexOf(')') + 2).startsWith('T');
  });
}
