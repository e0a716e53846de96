import { closeSync, openSync, readSync } from 'node:fs';

type Entry = { readonly files?: Readonly<Record<string, Entry>> };

/** The paths of all files in an asar archive, such as `main/main.cjs`. */
export function filesInAsar(archive: string): string[] {
  // Two nested records before the list of files: the fourth number is the length of that list.
  const lengths = readBytes(archive, 0, 16);
  const list = readBytes(archive, 16, lengths.readUInt32LE(12)).toString('utf8');
  return paths(JSON.parse(list) as Entry, '');
}

function paths(entry: Entry, path: string): string[] {
  if (entry.files === undefined) return [path];
  return Object.entries(entry.files).flatMap(([name, child]) =>
    paths(child, path === '' ? name : `${path}/${name}`),
  );
}

function readBytes(file: string, offset: number, length: number): Buffer {
  const bytes = Buffer.alloc(length);
  const descriptor = openSync(file, 'r');
  try {
    readSync(descriptor, bytes, 0, length, offset);
  } finally {
    closeSync(descriptor);
  }
  return bytes;
}
