import { parentPort } from 'node:worker_threads';
import { compareDays, type DaysTask } from './compare-days.ts';

// One of several: it plays days as it is told.
parentPort?.on('message', (task: DaysTask) => {
  parentPort?.postMessage(compareDays(task));
});
