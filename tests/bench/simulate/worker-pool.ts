import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { ComparedDays, DaysTask } from './compare-days.ts';

/** Does the tasks on every core; the answers are in the order of the tasks. */
export async function compareOnEveryCore(
  tasks: readonly DaysTask[],
  onDone: (task: DaysTask) => void,
): Promise<readonly ComparedDays[]> {
  const answers: ComparedDays[] = [];
  const left = [...tasks.entries()];
  const workers = Array.from(
    { length: Math.min(availableParallelism(), tasks.length) },
    () => new Worker(new URL('./worker.ts', import.meta.url)),
  );
  try {
    await Promise.all(
      workers.map(async (worker) => {
        for (let next = left.shift(); next !== undefined; next = left.shift()) {
          const [index, task] = next;
          answers[index] = await ask(worker, task);
          onDone(task);
        }
      }),
    );
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
  return answers;
}

function ask(worker: Worker, task: DaysTask): Promise<ComparedDays> {
  return new Promise((resolve, reject) => {
    worker.once('message', (answer: ComparedDays) => {
      worker.off('error', reject);
      resolve(answer);
    });
    worker.once('error', reject);
    worker.postMessage(task);
  });
}
