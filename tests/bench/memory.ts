import { join } from 'node:path';
import { capture } from '../../build/child.ts';

export const HOUR_MS = 3_600_000;

/** After a collection of garbage; megabytes of 2^20 bytes. */
type Usage = {
  /** What the operating system counts. */
  readonly residentMb: number;
  /** What JavaScript holds. */
  readonly heapMb: number;
};

export type MemoryReport = {
  readonly tickets: number;
  readonly offices: number;
  readonly days: number;
  readonly atStart: Usage;
  /** With the tickets of the last day in memory, all waiting. */
  readonly atEnd: Usage;
  /** When that day is over as well. */
  readonly nextMorning: Usage;
};

/** What the server's memory is after so many tickets, spread over offices and days. */
export function measureMemory(tickets: number, offices: number, days: number): MemoryReport {
  const { exitCode, stdout, stderr } = capture(process.execPath, [
    ...['--expose-gc', join(import.meta.dirname, 'memory-probe.ts')],
    ...[tickets, offices, days].map(String),
  ]);
  if (exitCode !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as MemoryReport;
}
