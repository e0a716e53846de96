import { app } from 'electron';
import { type FeedRelay, startTimer } from './feed-relay.ts';
import { EXIT_START_REFUSED } from './recovery/exit-codes.ts';
import { startServerProcess } from './server-process.ts';
import { type ServerSupervisor, superviseServer } from './server-supervisor.ts';
import type { Setup } from './setup.ts';

/** Keeps the queue server of this computer running, and lets the feeds follow it. */
export function runServer(
  setup: Setup,
  port: number,
  feeds: readonly FeedRelay[],
): ServerSupervisor {
  const { options, dataFolder, folders, log } = setup;
  return superviseServer({
    start: (startPort, isRestart) =>
      startServerProcess({
        file: folders.serverFile,
        dataFolder,
        port: startPort,
        // Asked for once: a restart must not change the passwords again.
        newPasswords: options.newPasswords && !isRestart,
        isQuiet: isRestart,
      }),
    port,
    nowMs: () => performance.now(),
    startTimer,
    onFirstReady: (url) => {
      for (const feed of feeds) void feed.connect(url);
    },
    // The server has said on stderr what is wrong.
    onStartFailed: (exitCode) => app.exit(exitCode === 0 ? EXIT_START_REFUSED : exitCode),
    log,
  });
}
