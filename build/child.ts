import { type SpawnOptions, spawn, spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** How a program ended; a program killed by a signal counts as 128 + its number, as in shells. */
export type Ending = {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
};

/** Runs a short program to its end and returns what it printed; never throws for its failure. */
export function capture(program: string, args: readonly string[], input?: string): Ending {
  const run = spawnSync(program, [...args], {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    ...(input === undefined ? {} : { input }),
  });
  const failure = run.error === undefined ? '' : run.error.message;
  return {
    exitCode: run.status ?? 127,
    stdout: run.stdout ?? '',
    stderr: (run.stderr ?? '') + failure,
  };
}

/** Runs a program, its output visible on stderr, and resolves with its exit code. */
export function runVisibly(
  program: string,
  args: readonly string[],
  options: SpawnOptions = {},
): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, [...args], { stdio: ['ignore', 2, 2], ...options });
    child.once('error', reject);
    child.once('exit', (exitCode, signal) => resolve(exitCode ?? (signal === null ? 1 : 128)));
  });
}

/** A terminal itself sends Ctrl+C to the whole foreground group: handed on, it would come twice. */
const forwardedSignals: readonly NodeJS.Signals[] = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * Runs a program in the foreground on the caller's own terminal and hands signals on to it, so
 * that stopping the command stops the program cleanly.
 */
export function runInForeground(
  program: string,
  args: readonly string[],
  environment: NodeJS.ProcessEnv,
): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, [...args], { stdio: 'inherit', env: environment });
    const handOn = (signal: NodeJS.Signals): void => {
      if (signal !== 'SIGINT' || process.stdin.isTTY !== true) child.kill(signal);
    };
    for (const signal of forwardedSignals) process.on(signal, handOn);
    child.once('error', reject);
    child.once('exit', (exitCode, endedBy) => {
      for (const signal of forwardedSignals) process.off(signal, handOn);
      if (endedBy !== null && !forwardedSignals.includes(endedBy)) {
        process.stderr.write(`${program} was ended by ${endedBy}.\n`);
      }
      resolve(exitCode ?? 1);
    });
  });
}

/** Debian keeps the programs of each release of PostgreSQL in a folder of their own. */
const POSTGRES_FOLDER = '/usr/lib/postgresql';

/** The newest release first. */
function postgresFolders(): string[] {
  const releases = existsSync(POSTGRES_FOLDER) ? readdirSync(POSTGRES_FOLDER) : [];
  const newestFirst = releases.toSorted((a, b) => Number(b) - Number(a));
  return newestFirst.map((release) => join(POSTGRES_FOLDER, release, 'bin'));
}

/** The full path of a program on PATH, or undefined. */
export function findProgram(name: string): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  // Debian keeps useradd and the like where an unprivileged PATH does not look.
  for (const folder of [...folders, '/usr/sbin', '/sbin', ...postgresFolders()]) {
    const candidate = join(folder, name);
    try {
      accessSync(candidate, constants.X_OK);
      return candidate;
    } catch {
      // Not here: look in the next folder.
    }
  }
  return undefined;
}
