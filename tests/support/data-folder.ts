import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DeviceRole } from '../../electron/contract/vocabulary.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** A folder of data as IT would lay it out on a computer of the office: tokens and settings. */
export function writeDataFolder(options: {
  readonly tokens?: Partial<Record<DeviceRole, string>>;
  readonly config?: object;
}): string {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'devices'), { mode: 0o700 });
  for (const [role, token] of Object.entries(options.tokens ?? {})) {
    writeFileSync(join(folder, 'devices', `${role}.token`), token, { mode: 0o600 });
  }
  if (options.config !== undefined) {
    writeFileSync(join(folder, 'config.json'), JSON.stringify(options.config));
  }
  return folder;
}
