import { app } from 'electron';
import type { Log } from '../log.ts';
import { SERVER_PROCESS_NAME } from '../server-process-name.ts';

/** Writes down the death of Chromium's helpers (GPU, network); Chromium starts them anew itself. */
export function logChildProcessDeaths(log: Log): void {
  app.on('child-process-gone', (_event, { type, name, reason, exitCode }) => {
    // Our own server is its supervisor's matter.
    if (name === SERVER_PROCESS_NAME || reason === 'clean-exit') return;
    log({ event: 'childProcessGone', type, reason, exitCode });
  });
}
