import type { Log } from './log.ts';
import { createBackOff, serverBackOff } from './recovery/back-off.ts';

/** A running server, whatever runs it. */
export interface ServerProcess {
  onReady(listener: (url: string) => void): void;
  onExit(listener: (exitCode: number) => void): void;
  /** Asks it to end: answers under way are finished, the database is closed. */
  stop(): void;
  /** Ends it at once. */
  kill(): void;
}

export interface ServerSupervisorOptions {
  /** Starts the server, or starts it again, on a port; 0 lets the system choose. */
  readonly start: (port: number, isRestart: boolean) => ServerProcess;
  readonly port: number;
  readonly nowMs: () => number;
  readonly startTimer: (delayMs: number, action: () => void) => () => void;
  /** The address, once, when the first server is ready; it stays the same after restarts. */
  readonly onFirstReady: (url: string) => void;
  /** The first server ended before it was ready: it has said why on stderr. */
  readonly onStartFailed: (exitCode: number) => void;
  readonly log: Log;
}

export interface ServerSupervisor {
  /** The server's address; null until it was first ready. */
  url(): string | null;
  /** Ends the server for good; resolves when it has. */
  stop(): Promise<void>;
}

/**
 * A server that says nothing for this long will never be ready. A first start on a slow and busy
 * computer takes half a minute, most of it for hashing passwords; a migration copies the database.
 */
const READY_TIMEOUT_MS = 120_000;

/** How long a server may take to finish what is under way. */
const STOP_TIMEOUT_MS = 5_000;

/** Runs the queue server, and runs it again, on the same port, whenever it ends by itself. */
export function superviseServer(options: ServerSupervisorOptions): ServerSupervisor {
  const { log, startTimer } = options;
  const nextRetry = createBackOff(serverBackOff);
  let url: string | null = null;
  let running: ServerProcess | null = null;
  let isStopping = false;
  let cancelRestart: () => void = () => undefined;
  let onEnd: () => void = () => undefined;

  function run(): void {
    const server =
      url === null ? options.start(options.port, false) : options.start(portOf(url), true);
    running = server;
    const cancelReadyTimeout = startTimer(READY_TIMEOUT_MS, () => {
      log({ event: 'serverKilled', why: 'notReady' });
      server.kill();
    });
    server.onReady((readyUrl) => {
      cancelReadyTimeout();
      log({ event: 'serverReady', url: readyUrl });
      if (url !== null) return;
      url = readyUrl;
      options.onFirstReady(readyUrl);
    });
    server.onExit((exitCode) => {
      cancelReadyTimeout();
      running = null;
      onEnd();
      if (isStopping) return;
      if (url === null) {
        log({ event: 'serverExited', exitCode, restartInMs: null });
        options.onStartFailed(exitCode);
        return;
      }
      const retry = nextRetry(options.nowMs());
      if (retry === 'giveUp') throw new Error('the server is never given up');
      log({ event: 'serverExited', exitCode, restartInMs: retry.afterMs });
      cancelRestart = startTimer(retry.afterMs, run);
    });
  }

  run();
  return {
    url: () => url,
    stop() {
      isStopping = true;
      cancelRestart();
      const server = running;
      if (server === null) return Promise.resolve();
      return new Promise((resolve) => {
        const cancelKill = startTimer(STOP_TIMEOUT_MS, () => {
          log({ event: 'serverKilled', why: 'notStopping' });
          server.kill();
        });
        onEnd = () => {
          cancelKill();
          resolve();
        };
        server.stop();
      });
    },
  };
}

function portOf(url: string): number {
  return Number(new URL(url).port);
}
