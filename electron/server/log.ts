import { closeSync, fstatSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { pino } from 'pino';

/** Everything that is ever logged. Never a ticket beside a person, a password or a token. */
export type LogEvent =
  | { readonly event: 'serverStarted'; readonly version: string; readonly port: number }
  | { readonly event: 'serverStopped' }
  | { readonly event: 'dayBegan'; readonly serviceDay: string }
  | { readonly event: 'earlierDaysForgotten'; readonly deletedEvents: number }
  | { readonly event: 'accountCreated' | 'passwordReplaced'; readonly account: string }
  | { readonly event: 'signedIn'; readonly account: string; readonly address: string }
  | {
      readonly event: 'signInRefused';
      readonly reason: 'wrongCredentials' | 'tooManyAttempts';
      readonly address: string;
    }
  | { readonly event: 'signedOut'; readonly account: string }
  | { readonly event: 'foreignRequestRefused'; readonly address: string }
  /** A surprise: the message and stack of the error, never the request. */
  | { readonly event: 'requestFailed'; readonly operation: string; readonly error: string }
  | { readonly event: 'jobFailed'; readonly job: string; readonly error: string };

export type Log = (entry: LogEvent) => void;

const MOST_BYTES = 5 * 1024 * 1024;
const KEPT_FILES = 3;

/**
 * Writes the log of the server to `<data>/logs/server.log`, one JSON object per line. At 5 MB the
 * file is put aside as `.1`; three such files are kept.
 */
export function openLog(dataFolder: string): Log {
  const folder = join(dataFolder, 'logs');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, 'server.log');
  let descriptor = openSync(file, 'a', 0o600);
  let bytes = fstatSync(descriptor).size;

  function rotate(): void {
    closeSync(descriptor);
    rmSync(`${file}.${KEPT_FILES}`, { force: true });
    for (let index = KEPT_FILES - 1; index >= 0; index -= 1) {
      const from = index === 0 ? file : `${file}.${index}`;
      try {
        renameSync(from, `${file}.${index + 1}`);
      } catch {
        // There are not that many yet.
      }
    }
    descriptor = openSync(file, 'a', 0o600);
    bytes = 0;
  }

  const logger = pino(
    { base: null, timestamp: pino.stdTimeFunctions.isoTime, messageKey: 'message' },
    {
      write(line: string) {
        try {
          if (bytes > MOST_BYTES) rotate();
          bytes += writeSync(descriptor, line);
        } catch {
          // A full disk must not stop the queue: the next ticket says so by itself.
        }
      },
    },
  );
  return (entry) => {
    if (entry.event === 'requestFailed' || entry.event === 'jobFailed') logger.error(entry);
    else logger.info(entry);
  };
}
