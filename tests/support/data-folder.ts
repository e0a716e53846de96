import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { DeviceRole } from '../../electron/contract/vocabulary.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** A folder of data as IT would lay it out on a computer of the office: tokens, settings, content. */
export function writeDataFolder(options: {
  readonly tokens?: Partial<Record<DeviceRole, string>>;
  readonly config?: object;
  /** The office's own content files, by their path, as JSON. */
  readonly content?: Readonly<Record<string, string>>;
}): string {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'devices'), { mode: 0o700 });
  for (const [role, token] of Object.entries(options.tokens ?? {})) {
    writeFileSync(join(folder, 'devices', `${role}.token`), token, { mode: 0o600 });
  }
  if (options.config !== undefined) {
    writeFileSync(join(folder, 'config.json'), JSON.stringify(options.config));
  }
  for (const [path, text] of Object.entries(options.content ?? {})) {
    const file = join(folder, 'content', path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  return folder;
}
