import { join } from 'node:path';
import { startVirtualDisplay } from './display.ts';
import { obtainRuntime } from './electron-runtime/obtain.ts';
import { packageForLinux } from './packaging/linux.ts';
import { repositoryFolder } from './places.ts';
import { ensureLibraries, ensurePrograms, testPrograms } from './system-packages.ts';

/** Whether this computer can make and start the packages for Linux. */
export const canTestPackages = process.platform === 'linux' && process.arch === 'x64';

/**
 * Makes the packages as `npm run package:linux` does, beside release/ so that what lies there
 * stays, runs `work` with the environment variables that describe them and a display of its own,
 * and takes the display down again:
 *
 * - `SPORTELLO_DEB` and `SPORTELLO_ARCHIVE`: paths of the packages
 */
export async function withPackages<T>(
  work: (environment: NodeJS.ProcessEnv) => Promise<T>,
): Promise<T> {
  await ensurePrograms(testPrograms);
  const runtime = await obtainRuntime('development');
  const outputFolder = join(repositoryFolder, 'test-results', 'packages');
  const packages = await packageForLinux(runtime, outputFolder);
  await ensureLibraries(join(packages.unpackedFolder, 'sportello'));
  const display = await startVirtualDisplay();
  try {
    return await work({
      ...process.env,
      DISPLAY: display.name,
      SPORTELLO_DEB: packages.deb,
      SPORTELLO_ARCHIVE: packages.portableArchive,
    });
  } finally {
    await display.stop();
  }
}
