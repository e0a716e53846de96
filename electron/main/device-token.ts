import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DeviceRole } from '../contract/vocabulary.ts';

/** Reads the token of this computer's device. Rejects where the server has not made it yet. */
export type ReadDeviceToken = () => Promise<string>;

/** The token lies in a file of its own that only this account may read (0600). */
export function deviceTokenFile(dataFolder: string, role: DeviceRole): ReadDeviceToken {
  const file = join(dataFolder, 'devices', `${role}.token`);
  // Read each time: the file is small, and an administrator may replace it at any time.
  return async () => (await readFile(file, 'utf8')).trim();
}
