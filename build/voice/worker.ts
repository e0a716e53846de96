import { renameSync, writeFileSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { loadEngine } from './engine.ts';
import type { Share } from './speak.ts';

// One of the threads that make clips: each has an engine of its own.
const { voice, clips } = workerData as Share;
const engine = await loadEngine(voice);
for (const { text, file } of clips) {
  const clip = engine.speak(text);
  const partial = `${file}.${process.pid}`;
  // An empty file says that this voice says nothing here, so that nobody asks it again.
  writeFileSync(partial, clip ?? new Uint8Array());
  renameSync(partial, file);
  parentPort?.postMessage('done');
}
