import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { chownSync, mkdtempSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { Client } from 'pg';
import { type Account, ensureAccount } from '../../build/account.ts';
import { capture, findProgram } from '../../build/child.ts';
import { isOnDisk, removeFolder, temporaryFolder } from './temporary-folder.ts';

const USER = 'sportello';

/** How PostgreSQL may be ended, https://www.postgresql.org/docs/current/server-shutdown.html */
const ENDINGS = { fast: 'SIGINT', immediate: 'SIGQUIT' } as const;

/** Of random ports some are taken by others between the choice and the start. */
const MOST_PORTS = 5;

/** A PostgreSQL of the test's own, on a fresh folder and a free port of this machine. */
export class TestPostgres {
  readonly #folder: string;
  readonly #account: Account | null;
  readonly #password: string;
  #port = 0;
  #server: ChildProcess | null = null;
  #names = 0;

  private constructor(folder: string, account: Account | null, password: string) {
    this.#folder = folder;
    this.#account = account;
    this.#password = password;
  }

  /**
   * Brings one up.
   *
   * @throws Error which says what to install, where its programs are not there.
   */
  static async start(): Promise<TestPostgres> {
    // PostgreSQL refuses root, as Electron does.
    const account = process.getuid?.() === 0 ? ensureAccount() : null;
    const folder =
      account === null ? temporaryFolder() : mkdtempSync(join(account.homeFolder, 'postgres-'));
    const postgres = new TestPostgres(folder, account, randomBytes(16).toString('hex'));
    try {
      postgres.#initialize();
      await postgres.resume();
      return postgres;
    } catch (error) {
      await postgres.remove();
      throw error;
    }
  }

  get isDataOnDisk(): boolean {
    return isOnDisk(this.#folder);
  }

  /** An empty database; answers its URL. */
  async createDatabase(): Promise<string> {
    this.#names += 1;
    const name = `database_${this.#names}`;
    await this.run(`CREATE DATABASE ${name}`);
    return this.url(name);
  }

  /**
   * An empty schema, which is as good; answers the URL of who sees nothing else. A database is
   * hundreds of files, which every test would have to wait for.
   */
  async createSchema(): Promise<string> {
    this.#names += 1;
    const name = `schema_${this.#names}`;
    await this.run(`CREATE SCHEMA ${name}`);
    return `${this.url()}?options=-csearch_path%3D${name}`;
  }

  url(database = 'postgres', password = this.#password): string {
    return `postgres://${USER}:${password}@127.0.0.1:${this.#port}/${database}`;
  }

  /** Runs statements as the administrator of the server. */
  async run(statements: string, url = this.url()): Promise<Record<string, unknown>[]> {
    const client = new Client({ connectionString: url });
    await client.connect();
    try {
      return (await client.query(statements)).rows;
    } finally {
      await client.end();
    }
  }

  /** Ends the server as its administrator would, or as a crash does. */
  async stop(ending: keyof typeof ENDINGS = 'fast'): Promise<void> {
    const server = this.#server;
    this.#server = null;
    if (server === null || server.exitCode !== null || server.signalCode !== null) return;
    const ended = once(server, 'exit');
    server.kill(ENDINGS[ending]);
    await ended;
  }

  /** Starts the server where it is down, again on its port; with settings as `name=value`. */
  async resume(settings: readonly string[] = []): Promise<void> {
    if (this.#server !== null) return;
    const isNew = this.#port === 0;
    let output = '';
    for (let attempt = 0; attempt < (isNew ? MOST_PORTS : 1); attempt += 1) {
      if (isNew) this.#port = await freePort();
      const server = this.#spawn(settings);
      output = await readiness(server);
      if (server.exitCode === null && server.signalCode === null) {
        this.#server = server;
        return;
      }
    }
    throw new Error(`PostgreSQL does not start: ${output}`);
  }

  /** Stops the server and deletes everything. */
  async remove(): Promise<void> {
    await this.stop('immediate');
    removeFolder(this.#folder);
  }

  #initialize(): void {
    const passwordFile = join(this.#folder, 'password');
    writeFileSync(passwordFile, this.#password, { mode: 0o600 });
    if (this.#account !== null) {
      for (const path of [this.#folder, passwordFile]) {
        chownSync(path, this.#account.userId, this.#account.groupId);
      }
    }
    const [program, ...args] = this.#command('initdb', [
      ...['--pgdata', join(this.#folder, 'data'), '--username', USER, '--pwfile', passwordFile],
      // What is in the empty database need not survive; what the tests write there is synced.
      ...['--auth', 'scram-sha-256', '--no-sync', '--locale', 'C', '--encoding', 'UTF8'],
    ]);
    const { exitCode, stdout, stderr } = capture(program, args);
    if (exitCode !== 0) throw new Error(`initdb failed: ${stdout}${stderr}`);
  }

  #spawn(settings: readonly string[]): ChildProcess {
    const all = [
      ...['listen_addresses=127.0.0.1', `port=${this.#port}`, 'unix_socket_directories='],
      ...settings,
    ];
    const [program, ...args] = this.#command('postgres', [
      ...['-D', join(this.#folder, 'data')],
      ...all.flatMap((setting) => ['-c', setting]),
    ]);
    return spawn(program, args, { stdio: ['ignore', 'ignore', 'pipe'] });
  }

  /** Drops root's rights, and ends with the test even where that is killed. */
  #command(name: string, args: readonly string[]): [string, ...string[]] {
    const program = findProgram(name);
    if (program === undefined) {
      throw new Error(
        'PostgreSQL is not installed. "npm test" installs it where root runs it on Debian; otherwise: apt-get install --no-install-recommends postgresql',
      );
    }
    const { userId, groupId } = this.#account ?? {};
    const identity =
      userId === undefined ? [] : [`--reuid=${userId}`, `--regid=${groupId}`, '--clear-groups'];
    return ['setpriv', '--pdeathsig=QUIT', ...identity, program, ...args];
  }
}

/** Resolves with what the server said when it accepts connections, or has ended. */
function readiness(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = '';
    server.stderr?.setEncoding('utf8').on('data', (chunk: string) => {
      output += chunk;
      if (output.includes('ready to accept connections')) resolve(output);
    });
    server.once('error', reject);
    server.once('exit', () => resolve(output));
  });
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') throw new Error('Not a TCP server');
  return address.port;
}
