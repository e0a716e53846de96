/**
 * Runs tasks one at a time in the order asked for. A task that throws rejects its own caller and
 * does not hold up the next.
 */
export function createSerialQueue(): <T>(task: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (task) => {
    const run = last.then(task);
    last = run.catch(() => undefined);
    return run;
  };
}
