/**
 * Progress goes to stderr: stdout belongs to what a command produces, such as the server's single
 * JSON line, which other programs read.
 */
export function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** Announces a step, runs it, and says how long it took. */
export async function step<T>(title: string, work: () => Promise<T>): Promise<T> {
  const startedAtMs = performance.now();
  say(`${title} …`);
  const result = await work();
  say(`${title}: done in ${((performance.now() - startedAtMs) / 1000).toFixed(1)} s`);
  return result;
}

/** A counter that is redrawn in place on a terminal, and is one line per tenth elsewhere. */
export type Gauge = {
  /** Reports the amount reached so far, in the gauge's unit. */
  readonly reach: (amount: number) => void;
  readonly finish: () => void;
};

/** Shows how much of a known total is done, e.g. `Downloading: 40 of 196 MB`. */
export function gauge(title: string, total: number, unit: string): Gauge {
  const inPlace = process.stderr.isTTY === true;
  let lastTenth = -1;
  return {
    reach(amount) {
      const part = Math.min(amount / total, 1);
      const text = `${title}: ${Math.min(amount, total).toFixed(0)} of ${total.toFixed(0)} ${unit}`;
      if (inPlace) {
        process.stderr.write(`\r${text}`);
        return;
      }
      const tenth = Math.floor(part * 10);
      if (tenth > lastTenth) {
        lastTenth = tenth;
        say(text);
      }
    },
    finish() {
      if (inPlace) process.stderr.write('\n');
    },
  };
}
