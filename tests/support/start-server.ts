import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Provisioned, provision, testAccounts } from './provision.ts';
import { removeFolder, temporaryFolder } from './temporary-folder.ts';

const CLI = join(import.meta.dirname, '..', '..', 'electron', 'server', 'cli.ts');

/** The server refused to start. */
export class ServerExit extends Error {
  readonly exitCode: number | null;
  readonly stderr: string;

  constructor(exitCode: number | null, stderr: string) {
    super(`The server ended with ${exitCode}: ${stderr}`);
    this.exitCode = exitCode;
    this.stderr = stderr;
  }
}

export type ServerProcess = {
  readonly pid: number;
  readonly url: string;
  readonly port: number;
  readonly stdout: () => string;
  readonly stderr: () => string;
  /** Asks it to stop; answers its exit code. */
  readonly stop: (signal?: 'SIGTERM' | 'SIGINT') => Promise<number | null>;
  /** Ends it without a chance to tidy up, as a loss of power would. */
  readonly kill: () => Promise<void>;
  /** Stands still, as a computer that is far too busy; until it goes on. */
  readonly freeze: () => void;
  readonly goOn: () => void;
};

export type ServerProcessOptions = {
  readonly dataFolder: string;
  readonly port?: number;
  readonly args?: readonly string[];
  readonly environment?: NodeJS.ProcessEnv;
  /** The server; without it, the command line as it is in the sources. */
  readonly program?: string;
  /** A program that runs the server, with its own arguments; its process must become the server's. */
  readonly under?: readonly string[];
  /** Kills it when aborted, ready or not. */
  readonly signal?: AbortSignal;
};

/**
 * Runs the real command line of the server under this Node and waits until it is ready.
 *
 * @throws ServerExit when it ends instead.
 */
export async function runServer(options: ServerProcessOptions): Promise<ServerProcess> {
  const { dataFolder, port = 0, args = [], environment = {}, under = [], signal } = options;
  const { program: server = CLI } = options;
  const node = [process.execPath, server, '--data', dataFolder, '--port', String(port), ...args];
  const [program = '', ...programArgs] = [...under, ...node];
  const child = spawn(program, programArgs, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...environment },
    killSignal: 'SIGKILL',
    ...(signal === undefined ? {} : { signal }),
  });
  // Of an abort: whoever waits below hears of the end.
  child.on('error', () => undefined);
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    stdout += chunk;
  });
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    stderr += chunk;
  });
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout.on('data', () => {
      const end = stdout.indexOf('\n');
      if (end >= 0) resolve((JSON.parse(stdout.slice(0, end)) as { url: string }).url);
    });
    child.once('close', (exitCode) => reject(new ServerExit(exitCode, stderr)));
  });
  return {
    pid: child.pid ?? 0,
    url,
    port: Number(new URL(url).port),
    stdout: () => stdout,
    stderr: () => stderr,
    stop: (signal = 'SIGTERM') => endWith(child, signal),
    kill: async () => {
      await endWith(child, 'SIGKILL');
    },
    freeze: () => {
      child.kill('SIGSTOP');
    },
    goOn: () => {
      child.kill('SIGCONT');
    },
  };
}

async function endWith(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
  const closed = once(child, 'close');
  child.kill(signal);
  await closed;
  return child.exitCode;
}

export type TestServer = Provisioned & {
  readonly url: string;
  readonly dataFolder: string;
  readonly kioskToken: string;
  readonly accounts: typeof testAccounts;
  readonly process: () => ServerProcess;
  readonly stop: () => Promise<void>;
  readonly kill: () => Promise<void>;
  /** Starts it again on the same data and port. */
  readonly restart: () => Promise<void>;
  /** Stops it and deletes its data. */
  readonly remove: () => Promise<void>;
};

/** A server of the demo office on a fresh folder of data, with accounts and devices known here. */
export async function startTestServer(
  options: { kiosks?: number; config?: object } = {},
): Promise<TestServer> {
  const dataFolder = temporaryFolder();
  const provisioned = await provision(dataFolder, options.kiosks);
  if (options.config !== undefined) {
    writeFileSync(join(dataFolder, 'config.json'), JSON.stringify(options.config));
  }
  let running = await runServer({ dataFolder });
  const { url, port } = running;
  return {
    ...provisioned,
    url,
    dataFolder,
    kioskToken: provisioned.kioskTokens[0],
    accounts: testAccounts,
    process: () => running,
    stop: async () => {
      await running.stop();
    },
    kill: () => running.kill(),
    restart: async () => {
      await running.stop();
      running = await runServer({ dataFolder, port });
    },
    remove: async () => {
      await running.stop();
      removeFolder(dataFolder);
    },
  };
}
