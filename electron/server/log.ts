import { join } from 'node:path';
import { pino } from 'pino';
import { openRotatingFile } from '../logging/rotating-file.ts';

/** Everything that is ever logged. Never a ticket beside a person, a password or a token. */
export type LogEvent =
  | { readonly event: 'serverStarted'; readonly version: string; readonly port: number }
  | { readonly event: 'serverStopped' }
  /** Where phones are answered; what they ask is never logged. */
  | { readonly event: 'phonePagesStarted'; readonly port: number }
  | { readonly event: 'dayBegan'; readonly serviceDay: string }
  /** The computer's clock was set by hours while people are here, or is followed again. */
  | { readonly event: 'clockDoubted' | 'clockFollowed' }
  /** The events of a past day contradict each other: its tickets go, and no figures stay. */
  | { readonly event: 'dayWithoutFigures'; readonly serviceDay: string; readonly error: string }
  | { readonly event: 'earlierDaysForgotten'; readonly deletedEvents: number }
  /** The office's own files are damaged: where, and why. */
  | { readonly event: 'lastGoodContentUsed'; readonly problems: readonly string[] }
  | { readonly event: 'contentNotKept'; readonly error: string }
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

const ERRORS: ReadonlySet<LogEvent['event']> = new Set([
  'requestFailed',
  'jobFailed',
  'lastGoodContentUsed',
  'contentNotKept',
]);

/** Writes the log of the server to `<data>/logs/server.log`, one JSON object per line. */
export function openLog(dataFolder: string): Log {
  const logger = pino(
    { base: null, timestamp: pino.stdTimeFunctions.isoTime, messageKey: 'message' },
    openRotatingFile(join(dataFolder, 'logs', 'server.log')),
  );
  return (entry) => {
    if (ERRORS.has(entry.event)) logger.error(entry);
    else logger.info(entry);
  };
}
