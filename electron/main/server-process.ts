import { utilityProcess } from 'electron';
import { readyUrl } from './ready-line.ts';
import { SERVER_PROCESS_NAME } from './server-process-name.ts';
import type { ServerProcess } from './server-supervisor.ts';

export interface ServerProcessOptions {
  /** The bundle of the server. */
  readonly file: string;
  readonly dataFolder: string;
  readonly port: number;
  readonly newPasswords: boolean;
  /** Whether the server keeps to itself where it is: it has been said before. */
  readonly isQuiet: boolean;
}

/**
 * Starts the queue server in a utility process, which a crash of it cannot take this one with.
 * What it says to people goes to this one's stderr itself: through a pipe its last words, why it
 * does not start, would be lost, since Electron lets go of the pipe once the process has ended.
 */
export function startServerProcess(options: ServerProcessOptions): ServerProcess {
  const child = utilityProcess.fork(
    options.file,
    [
      `--data=${options.dataFolder}`,
      `--port=${options.port}`,
      ...(options.newPasswords ? ['--new-passwords'] : []),
      ...(options.isQuiet ? ['--quiet'] : []),
    ],
    { serviceName: SERVER_PROCESS_NAME, stdio: ['ignore', 'pipe', 'inherit'] },
  );

  return {
    onReady(listener) {
      let text = '';
      child.stdout?.on('data', (chunk: Uint8Array) => {
        const lines = (text + Buffer.from(chunk).toString('utf8')).split('\n');
        text = lines.pop() ?? '';
        for (const line of lines) {
          const url = readyUrl(line);
          if (url !== null) listener(url);
        }
      });
    },
    onExit: (listener) => void child.once('exit', listener),
    // SIGTERM; on Windows it ends the process at once, which the database is made to survive.
    stop: () => void child.kill(),
    kill() {
      try {
        if (child.pid !== undefined) process.kill(child.pid, 'SIGKILL');
      } catch {
        // It has just ended by itself.
      }
    },
  };
}
