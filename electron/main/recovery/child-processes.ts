import { app } from 'electron';
import type { Log } from '../log.ts';

/** Writes down the death of Chromium's helpers (GPU, network); Chromium starts them anew itself. */
export function logChildProcessDeaths(log: Log): void {
  app.on('child-process-gone', (_event, { type, reason, exitCode }) => {
    if (reason !== 'clean-exit') log({ event: 'childProcessGone', type, reason, exitCode });
  });
}
