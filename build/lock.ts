import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { say } from './progress.ts';
import { Stop } from './stop.ts';

/**
 * Runs `work` while holding a lock file, so that two commands started together do not build or
 * fetch the same thing twice. A lock left by a process that no longer lives is taken over.
 */
export async function withLock<T>(
  lockFile: string,
  waitingFor: string,
  work: () => Promise<T>,
): Promise<T> {
  let announced = false;
  while (!take(lockFile)) {
    if (!ownerLives(lockFile)) {
      rmSync(lockFile, { force: true });
      continue;
    }
    if (!announced) say(`Another command is ${waitingFor}; waiting for it …`);
    announced = true;
    await wait(200);
  }
  try {
    return await work();
  } finally {
    rmSync(lockFile, { force: true });
  }
}

function take(lockFile: string): boolean {
  try {
    mkdirSync(dirname(lockFile), { recursive: true });
    writeFileSync(lockFile, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code !== 'EEXIST') {
      throw new Stop(
        `The folder ${dirname(lockFile)} cannot be written (${code}): make it writable for this user, or move it away.`,
      );
    }
  }
  return false;
}

function ownerLives(lockFile: string): boolean {
  try {
    const processId = Number(readFileSync(lockFile, 'utf8'));
    // An empty file belongs to an owner that is just writing it.
    if (processId === 0) return true;
    process.kill(processId, 0);
    return true;
  } catch (error) {
    // EPERM: the process lives and belongs to another user. ENOENT: released meanwhile.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
