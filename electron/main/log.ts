import { pino } from 'pino';
import type { PrinterState } from '../contract/device-report.ts';
import type { PrintOutcome, WindowRole } from '../contract/host.ts';
import { openRotatingFile } from '../logging/rotating-file.ts';
import type { ProgramRole } from './arguments.ts';

/** The windows of the program, as the log names them. */
export type WindowName = WindowRole | 'desk';

/**
 * Everything this process may write down. Facts about machines only: no ticket number, no choice,
 * nothing a person touched (DESIGN §7.5, §7.6).
 */
export type LogEvent =
  | {
      event: 'started';
      role: ProgramRole;
      version: string;
      electron: string | undefined;
      node: string;
    }
  | { event: 'startRefused'; sentence: string }
  | { event: 'lowReachNotOffered'; sentence: string }
  /** The office's own content files are damaged: where, and why. */
  | { event: 'lastGoodContentUsed'; problems: readonly string[] }
  | { event: 'contentNotKept'; message: string }
  | { event: 'stopping' }
  | { event: 'uncaughtError'; message: string; stack: string | undefined }
  | { event: 'serverReady'; url: string }
  | { event: 'serverExited'; exitCode: number; restartInMs: number | null }
  | { event: 'serverKilled'; why: 'notReady' | 'notStopping' }
  | {
      event: 'pageGone';
      window: WindowName;
      reason: string;
      exitCode: number;
      reloadInMs: number | null;
    }
  | { event: 'pageHung'; window: WindowName }
  | { event: 'pageNotLoaded'; window: WindowName; error: string }
  | { event: 'childProcessGone'; type: string; reason: string; exitCode: number }
  | { event: 'requestRefused'; channel: string; why: 'sender' | 'role' | 'input' }
  | { event: 'hostOperationFailed'; name: string; message: string }
  | { event: 'navigationDenied'; kind: string }
  | { event: 'permissionDenied'; permission: string }
  | { event: 'downloadDenied' }
  | { event: 'feedListenerFailed'; message: string }
  | { event: 'ticketNotDrawn'; message: string }
  | {
      event: 'ticketPrinted' | 'noticePrinted';
      outcome: PrintOutcome;
      printer: PrinterState;
    };

export type Log = (event: LogEvent) => void;

type Level = 'info' | 'warn' | 'error' | 'fatal';

const levels: Readonly<Record<LogEvent['event'], Level>> = {
  started: 'info',
  startRefused: 'fatal',
  lowReachNotOffered: 'warn',
  lastGoodContentUsed: 'error',
  contentNotKept: 'error',
  stopping: 'info',
  uncaughtError: 'fatal',
  serverReady: 'info',
  serverExited: 'error',
  serverKilled: 'error',
  pageGone: 'error',
  pageHung: 'error',
  pageNotLoaded: 'warn',
  childProcessGone: 'error',
  requestRefused: 'warn',
  hostOperationFailed: 'error',
  navigationDenied: 'warn',
  permissionDenied: 'warn',
  downloadDenied: 'warn',
  feedListenerFailed: 'error',
  ticketNotDrawn: 'error',
  ticketPrinted: 'info',
  noticePrinted: 'info',
};

/**
 * Opens the program's own log, one JSON object per line, each written at once.
 *
 * @throws where the file cannot be opened for writing
 */
export function openLog(file: string): Log {
  const logger = pino(
    { base: { pid: process.pid }, timestamp: pino.stdTimeFunctions.isoTime },
    openRotatingFile(file),
  );
  return (event) => logger[levels[event.event]](event);
}
