import { closeSync, fstatSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

const MOST_BYTES = 5 * 1024 * 1024;
const KEPT_FILES = 3;

/** A place for lines of text, as pino wants it too. */
export type LogFile = { write(line: string): void };

/**
 * Opens a log file for this account alone. Each line is written at once, for what matters most is
 * written just before an exit. At 5 MB the file is put aside as `.1`; three such files are kept.
 *
 * @throws where the file cannot be opened; once it is open, a line that cannot be written is lost.
 */
export function openRotatingFile(file: string): LogFile {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  let descriptor = openSync(file, 'a', 0o600);
  let bytes = fstatSync(descriptor).size;

  function rotate(): void {
    closeSync(descriptor);
    rmSync(`${file}.${KEPT_FILES}`, { force: true });
    for (let index = KEPT_FILES - 1; index >= 0; index -= 1) {
      const from = index === 0 ? file : `${file}.${index}`;
      try {
        renameSync(from, `${file}.${index + 1}`);
      } catch {
        // There are not that many yet.
      }
    }
    descriptor = openSync(file, 'a', 0o600);
    bytes = 0;
  }

  return {
    write(line) {
      try {
        if (bytes > MOST_BYTES) rotate();
        bytes += writeSync(descriptor, line);
      } catch {
        // A full disk must end neither the queue nor a screen: what needs the disk says so itself.
      }
    },
  };
}
