import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout } from 'node:timers/promises';
import { removeFolder, temporaryFolder } from '../../support/temporary-folder.ts';
import { percentile, rounded } from '../statistics.ts';
import { emptyApp, watchedApp } from './watched-app.ts';

export interface ColdStart {
  readonly pairs: number;
  /** From the start of the process to the frame after the one with the first button. */
  readonly kioskMs: number;
  /** The same for a window of the same size with one word in it. */
  readonly emptyMs: number;
  /** Of kiosk and empty window, started one after the other. */
  readonly medianRatio: number;
  readonly worstRatio: number;
  /** From the start of the process to the server's word that it takes tickets. */
  readonly serverReadyMs: number;
  /** Starts at which the server was ready before the kiosk could be touched. */
  readonly serverFirst: number;
}

/** Between two looks into the log. */
const LOOK_AGAIN_MS = 20;

interface Start {
  readonly paintedMs: number;
  /** Null for a window that has no server. */
  readonly serverReadyMs: number | null;
}

/**
 * Starts an empty window and the kiosk with its server in turn, each first in every other pair, so
 * that whatever else the machine does hits both. Both have started once before, unmeasured: files
 * are in memory, as on a kiosk that is started again.
 */
export async function measureColdStart(pairs: number): Promise<ColdStart> {
  const folder = temporaryFolder();
  const emptyData = temporaryFolder();
  const app = watchedApp();
  const empty = emptyApp();
  const startKiosk = () =>
    start([app.folder, '--role=all', `--data=${folder}`, '--port=0', '--windowed'], folder);
  const startEmpty = () => start([empty.folder, `--user-data-dir=${emptyData}`]);
  try {
    await startEmpty();
    await startKiosk();
    const kiosks: Start[] = [];
    const empties: Start[] = [];
    for (let pair = 0; pair < pairs; pair += 1) {
      const takesTurn = [
        async () => kiosks.push(await startKiosk()),
        async () => empties.push(await startEmpty()),
      ];
      for (const take of pair % 2 === 0 ? takesTurn : takesTurn.toReversed()) await take();
    }
    const ratios = kiosks.map((kiosk, pair) => kiosk.paintedMs / (empties[pair]?.paintedMs ?? 0));
    const ready = kiosks.map(({ serverReadyMs }) => serverReadyMs ?? 0);
    const median = (values: readonly number[]) => rounded(percentile(values, 0.5));
    return {
      pairs,
      kioskMs: median(kiosks.map(({ paintedMs }) => paintedMs)),
      emptyMs: median(empties.map(({ paintedMs }) => paintedMs)),
      medianRatio: median(ratios),
      worstRatio: rounded(Math.max(...ratios)),
      serverReadyMs: median(ready),
      serverFirst: kiosks.filter(({ paintedMs, serverReadyMs }) => (serverReadyMs ?? 0) < paintedMs)
        .length,
    };
  } finally {
    app.remove();
    empty.remove();
    removeFolder(folder);
    removeFolder(emptyData);
  }
}

/** Starts Electron, waits until all that is asked for is there, and ends it. */
async function start(args: readonly string[], dataFolder?: string): Promise<Start> {
  const executable = process.env['SPORTELLO_ELECTRON'];
  if (executable === undefined) throw new Error('SPORTELLO_ELECTRON is not set');
  const startedAtMs = Date.now();
  const child = spawn(executable, args, { stdio: ['ignore', 'pipe', 'ignore'] });
  const ended = once(child, 'close');
  let paintedAtMs: number | null = null;
  for await (const line of createInterface({ input: child.stdout })) {
    const [, atMs] = /^painted (\d+)$/.exec(line) ?? [];
    if (atMs === undefined) continue;
    paintedAtMs = Number(atMs);
    break;
  }
  if (paintedAtMs === null) throw new Error(`Nothing was painted: ${args.join(' ')}`);
  const readyAtMs = dataFolder === undefined ? null : await serverReadyAt(dataFolder, startedAtMs);
  child.kill();
  await ended;
  return {
    paintedMs: paintedAtMs - startedAtMs,
    serverReadyMs: readyAtMs === null ? null : readyAtMs - startedAtMs,
  };
}

/** When the main process, started at that time, has heard that its server is ready. */
async function serverReadyAt(dataFolder: string, startedAtMs: number): Promise<number> {
  for (;;) {
    const lines = readFileSync(join(dataFolder, 'logs', 'main.log'), 'utf8')
      .trim()
      .split('\n');
    const ready = lines
      .map((line) => JSON.parse(line) as { readonly event: string; readonly time: string })
      .findLast(({ event }) => event === 'serverReady');
    const atMs = Date.parse(ready?.time ?? '');
    if (atMs >= startedAtMs) return atMs;
    await setTimeout(LOOK_AGAIN_MS);
  }
}
