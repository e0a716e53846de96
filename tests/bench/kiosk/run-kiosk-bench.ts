import { type ColdStart, measureColdStart } from './cold-start.ts';
import { measureSessions, type SessionMemory } from './session-memory.ts';
import { measureTouches, type TouchLatency } from './touch-latency.ts';

export interface KioskBenchSize {
  /** Starts of an empty window and of the kiosk, in turn. */
  readonly startPairs: number;
  /** Walks from the first screen to the last, each of several touches. */
  readonly touchRounds: number;
  readonly sessions: number;
  /** How often the memory is looked at on the way. */
  readonly samples: number;
}

interface Goal {
  readonly goal: string;
  readonly most: number;
  readonly measured: number;
  readonly isMet: boolean;
}

export interface KioskBenchReport {
  readonly coldStart: ColdStart;
  readonly touch: TouchLatency;
  readonly memory: SessionMemory;
  readonly goals: readonly Goal[];
}

/** Needs the environment that `npm test` prepares. */
export async function runKioskBench(
  size: KioskBenchSize,
  tell: (step: string) => void,
): Promise<KioskBenchReport> {
  tell('cold start');
  const coldStart = await measureColdStart(size.startPairs);
  tell('touches');
  const touch = await measureTouches(size.touchRounds);
  tell('sessions');
  const memory = await measureSessions(size.sessions, size.samples);
  const goals = [
    goal('cold start ÷ an empty window, median of pairs', 1.5, coldStart.medianRatio),
    goal('touch to the next painted screen, p95, ms', 100, touch.p95Ms),
    // A kiosk has some hundred sessions a day: less than a megabyte in a fortnight.
    goal('growth of the heap, KB a session', 0.5, memory.heapKbPerSession),
    goal('growth of the page, nodes a session', 0.1, memory.nodesPerSession),
    goal('growth of the page, listeners a session', 0.1, memory.listenersPerSession),
  ];
  return { coldStart, touch, memory, goals };
}

function goal(name: string, most: number, measured: number): Goal {
  return { goal: name, most, measured, isMet: measured <= most };
}
