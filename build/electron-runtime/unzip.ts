import { createWriteStream, mkdirSync, symlinkSync } from 'node:fs';
import { dirname, join, normalize, sep } from 'node:path';
import { text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { openPromise } from 'yauzl';

const unixFileTypeMask = 0o170000;
const unixSymbolicLink = 0o120000;

/**
 * Unpacks the entries of a zip archive below `entryPrefix` into a folder. Done here because a
 * fresh Debian has no unzip. `wanted` sees the path below the prefix.
 */
export async function unzip(
  archive: string,
  entryPrefix: string,
  folder: string,
  wanted: (path: string) => boolean,
  onEntry: (entriesDone: number, entries: number) => void,
): Promise<void> {
  const zip = await openPromise(archive, { lazyEntries: true, autoClose: false });
  try {
    let entriesDone = 0;
    for await (const entry of zip.eachEntry()) {
      onEntry(++entriesDone, zip.entryCount);
      if (!entry.fileName.startsWith(entryPrefix) || entry.fileName.endsWith('/')) continue;
      const path = entry.fileName.slice(entryPrefix.length);
      if (!wanted(path)) continue;
      const target = join(folder, path);
      // yauzl refuses such names itself; this keeps it so should its options ever change.
      if (!normalize(target).startsWith(folder + sep)) throw new Error(`unsafe path: ${path}`);
      mkdirSync(dirname(target), { recursive: true });
      const unixMode = entry.externalFileAttributes >>> 16;
      const content = await zip.openReadStreamPromise(entry);
      if ((unixMode & unixFileTypeMask) === unixSymbolicLink) {
        symlinkSync(await text(content), target);
      } else {
        const mode = (unixMode & 0o111) === 0 ? 0o644 : 0o755;
        await pipeline(content, createWriteStream(target, { mode }));
      }
    }
  } finally {
    zip.close();
  }
}
