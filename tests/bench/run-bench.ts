import { cpus } from 'node:os';
import { capture } from '../../build/child.ts';
import { isOnDisk, removeFolder, temporaryFolder } from '../support/temporary-folder.ts';
import { type FeedLatency, measureFeed } from './feed-latency.ts';
import { type MemoryReport, measureMemory } from './memory.ts';
import { measureWaiting, type WaitingCosts } from './waiting-cost.ts';
import { measureWrites, type WriteCosts } from './write-cost.ts';

export type BenchSize = {
  /** Of each write. */
  readonly rounds: number;
  /** How many people wait, the fewest first. */
  readonly waiting: readonly number[];
  readonly waitingRounds: number;
  readonly readers: number;
  readonly calls: number;
  readonly tickets: number;
  readonly offices: number;
  readonly days: number;
};

type Goal = {
  readonly goal: string;
  readonly most: number;
  readonly measured: number;
  readonly isMet: boolean;
};

export type BenchReport = {
  readonly machine: {
    readonly cores: number;
    readonly processor: string;
    readonly node: string;
    readonly filesystem: string;
    readonly isDataOnDisk: boolean;
  };
  readonly writes: WriteCosts;
  readonly waiting: WaitingCosts;
  readonly feed: FeedLatency;
  readonly memory: MemoryReport;
  readonly goals: readonly Goal[];
};

export async function runBench(
  size: BenchSize,
  tell: (step: string) => void,
): Promise<BenchReport> {
  const machine = describeMachine();
  tell('writes');
  const writes = await measureWrites(size.rounds);
  tell('people waiting');
  const waiting = await measureWaiting(size.waiting, size.waitingRounds);
  tell('live feed');
  const feed = await measureFeed(size.readers, size.calls);
  tell('memory');
  const memory = measureMemory(size.tickets, size.offices, size.days);
  const goals = [
    goal('issue through the store ÷ bare insert, p50', 2, writes.issue.storeToBare),
    goal('issue with most waiting ÷ with fewest, p50', 1.2, waiting.issueRatio),
    goal('call to the last reader, p95, ms', 100, feed.last.p95Ms),
  ];
  return { machine, writes, waiting, feed, memory, goals };
}

function goal(name: string, most: number, measured: number): Goal {
  return { goal: name, most, measured, isMet: measured <= most };
}

function describeMachine(): BenchReport['machine'] {
  const folder = temporaryFolder();
  const { stdout } = capture('df', ['--output=fstype', folder]);
  const isDataOnDisk = isOnDisk(folder);
  removeFolder(folder);
  return {
    cores: cpus().length,
    processor: cpus()[0]?.model ?? 'unknown',
    node: process.version,
    filesystem: stdout.trim().split('\n').at(-1) ?? 'unknown',
    isDataOnDisk,
  };
}
