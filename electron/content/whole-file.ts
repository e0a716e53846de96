import { randomUUID } from 'node:crypto';
import { renameSync, rmSync, writeFileSync } from 'node:fs';

/**
 * Writes a file whole or not at all, whenever the power fails, for the account of the program alone.
 * Several programs may write the same file at once: kiosk, board and server share a data folder.
 *
 * @throws where it cannot be written; what was there before is then still there
 */
export function writeWhole(file: string, data: string | Uint8Array): void {
  const unfinished = `${file}.${randomUUID()}`;
  try {
    writeFileSync(unfinished, data, { mode: 0o600, flush: true });
    renameSync(unfinished, file);
  } finally {
    rmSync(unfinished, { force: true });
  }
}
