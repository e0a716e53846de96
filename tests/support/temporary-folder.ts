import { mkdirSync, mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** https://man7.org/linux/man-pages/man2/statfs.2.html */
const TMPFS_MAGIC = 0x01021994;

/** A fresh folder on a disk: on tmpfs an fsync costs nothing, and durability would prove nothing. */
export function temporaryFolder(): string {
  return mkdtempSync(join(diskFolder(), 'sportello-'));
}

export function isOnDisk(folder: string): boolean {
  return statfsSync(folder).type !== TMPFS_MAGIC;
}

export function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}

function diskFolder(): string {
  if (isOnDisk(tmpdir())) return tmpdir();
  const cache = join(import.meta.dirname, '..', '..', 'node_modules', '.cache', 'sportello-tests');
  mkdirSync(cache, { recursive: true });
  return cache;
}
