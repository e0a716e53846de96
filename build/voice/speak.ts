import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { gauge } from '../progress.ts';

/** More threads than this only take memory from each other. */
const MOST_THREADS = 8;

/** A text, and the file that is to hold its clip. */
export interface WantedClip {
  readonly text: string;
  readonly file: string;
}

/** What one thread speaks. */
export interface Share {
  readonly voice: string;
  readonly clips: readonly WantedClip[];
}

/** Has a voice speak the clips whose files are not there yet, on every processor of the computer. */
export async function speak(
  title: string,
  voice: string,
  wanted: readonly WantedClip[],
): Promise<void> {
  const missing = wanted.filter(({ file }) => !existsSync(file));
  if (missing.length === 0) return;
  const progress = gauge(title, missing.length, 'clips');
  let done = 0;
  const threads = Math.min(availableParallelism(), MOST_THREADS, missing.length);
  const shares = Array.from({ length: threads }, (_, thread) =>
    // Dealt out like cards, so that no thread gets all the long ones.
    missing.filter((_clip, index) => index % threads === thread),
  );
  await Promise.all(
    shares.map((clips) =>
      runThread({ voice, clips }, () => {
        done += 1;
        progress.reach(done);
      }),
    ),
  );
  progress.finish();
}

function runThread(share: Share, onClip: () => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData: share });
    worker.on('message', onClip);
    worker.on('error', reject);
    worker.on('exit', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`a thread that makes clips ended with ${code}`));
    });
  });
}
