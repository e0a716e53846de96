import type { PrinterState } from '../contract/device-report.ts';
import type { WindowRole } from '../contract/host.ts';
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
  | { event: 'headsetSocketNotReadable'; file: string; sentence: string }
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
  /** Of paper that comes out nothing is told: its time would outlive the day of its number. */
  | { event: 'ticketNotPrinted' | 'noticeNotPrinted'; printer: PrinterState };

export type Log = (event: LogEvent) => void;

/** How grave a line is, as pino counts it, which writes the server's log beside this one. */
const INFO = 30;
const WARN = 40;
const ERROR = 50;
const FATAL = 60;

const levels: Readonly<Record<LogEvent['event'], number>> = {
  started: INFO,
  startRefused: FATAL,
  lowReachNotOffered: WARN,
  headsetSocketNotReadable: WARN,
  lastGoodContentUsed: ERROR,
  contentNotKept: ERROR,
  stopping: INFO,
  uncaughtError: FATAL,
  serverReady: INFO,
  serverExited: ERROR,
  serverKilled: ERROR,
  pageGone: ERROR,
  pageHung: ERROR,
  pageNotLoaded: WARN,
  childProcessGone: ERROR,
  requestRefused: WARN,
  hostOperationFailed: ERROR,
  navigationDenied: WARN,
  permissionDenied: WARN,
  downloadDenied: WARN,
  feedListenerFailed: ERROR,
  ticketNotDrawn: ERROR,
  ticketNotPrinted: WARN,
  noticeNotPrinted: WARN,
};

/**
 * Opens the program's own log, one JSON object per line, each written at once. Without pino: no
 * window opens before it has been read, and facts as plain as these need nothing of it.
 *
 * @throws where the file cannot be opened for writing
 */
export function openLog(file: string): Log {
  const lines = openRotatingFile(file);
  return (event) => {
    const head = { level: levels[event.event], time: new Date().toISOString(), pid: process.pid };
    lines.write(`${JSON.stringify({ ...head, ...event })}\n`);
  };
}
