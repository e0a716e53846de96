import { app } from 'electron';
import type { Log } from '../log.ts';
import { EXIT_UNCAUGHT_ERROR } from './exit-codes.ts';

let log: Log | null = null;

/**
 * A surprise ends the program, and whoever supervises it starts it anew. Having a listener also
 * keeps Electron from showing its error dialog, which a citizen would find on the kiosk.
 */
export function endOnUncaughtErrors(): void {
  process.on('uncaughtException', end);
  process.on('unhandledRejection', end);
}

/** From now on surprises are also written to the log. */
export function logUncaughtErrors(opened: Log): void {
  log = opened;
}

function end(error: unknown): void {
  const message = error instanceof Error ? error.message : String(error);
  const stack = error instanceof Error ? error.stack : undefined;
  process.stderr.write(`sportello ended because of an unexpected error: ${stack ?? message}\n`);
  try {
    log?.({ event: 'uncaughtError', message, stack });
  } finally {
    app.exit(EXIT_UNCAUGHT_ERROR);
  }
}
