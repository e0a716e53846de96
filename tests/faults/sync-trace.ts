import type { Problem } from './problem.ts';

/** The system calls to be written down: what goes to the disk, and what goes to the people. */
export const TRACED_CALLS = [
  ...['pwrite64', 'pwritev', 'fsync', 'fdatasync'],
  ...['write', 'writev', 'sendto', 'sendmsg'],
];

/** A line of the trace: a call begins, ends, or does both. */
type Line = {
  readonly thread: string;
  readonly call: string;
  /** Null where the line says only that the call ends. */
  readonly begin: { readonly path: string; readonly rest: string } | null;
  readonly isEnd: boolean;
};

export type SyncReport = {
  /** Answers of success that went out. */
  readonly acknowledgements: number;
  readonly problems: readonly Problem[];
};

/**
 * Reads what `strace -f -y` wrote while a server was asked for one change after the other: before
 * each answer of success the change must have been written to the write-ahead log, and the log
 * synced to the disk.
 */
export function checkSyncTrace(trace: string): SyncReport {
  const problems: Problem[] = [];
  let acknowledgements = 0;
  /** Bytes in the log that the disk may not have. */
  let isDirty = false;
  let isWrittenSince = false;
  /** Threads that are syncing, and whether the log was left alone meanwhile. */
  const syncs = new Map<string, { isWhole: boolean }>();
  for (const { thread, call, begin, isEnd } of trace.split('\n').flatMap(readLine)) {
    const isSync = call === 'fsync' || call === 'fdatasync';
    if (begin?.path.endsWith('-wal') === true) {
      if (isSync) {
        syncs.set(thread, { isWhole: true });
      } else {
        isDirty = true;
        isWrittenSince = true;
        for (const sync of syncs.values()) sync.isWhole = false;
      }
    }
    if (isSync && isEnd) {
      if (syncs.get(thread)?.isWhole === true) isDirty = false;
      syncs.delete(thread);
    }
    if (begin === null || !begin.rest.includes('"HTTP/1.1 2')) continue;
    acknowledgements += 1;
    if (isDirty || !isWrittenSince) {
      const what = isDirty ? 'before its change was synced' : 'without anything written';
      problems.push({ kind: 'lost', what: `answer ${acknowledgements} went out ${what}` });
    }
    isWrittenSince = false;
  }
  return { acknowledgements, problems };
}

/** `123 fdatasync(21</data/sportello.sqlite-wal>) = 0`, in one piece or as two. */
function readLine(line: string): Line[] {
  const resumed = /^(\d+) +<\.\.\. (\w+) resumed>/.exec(line);
  if (resumed !== null) {
    const [, thread = '', call = ''] = resumed;
    return [{ thread, call, begin: null, isEnd: isDone(line) }];
  }
  const begun = /^(\d+) +(\w+)\(\d+<([^>]*)>(.*)$/.exec(line);
  if (begun === null) return [];
  const [, thread = '', call = '', path = '', rest = ''] = begun;
  return [{ thread, call, begin: { path, rest }, isEnd: isDone(line) }];
}

/** A sync that failed has synced nothing. */
function isDone(line: string): boolean {
  return /\) += \d+$/.test(line);
}
