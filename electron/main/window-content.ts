import { join } from 'node:path';
import { type CheckedCopy, keepCheckedCopy, readCheckedCopy } from '../content/checked-copy.ts';
import { CHECKED_FILE, LAST_GOOD_FILE } from '../content/content-files.ts';
import type {
  ContentForWindows,
  ContentReading,
  ReadingTask,
} from '../content/read-for-windows.ts';
import { ok } from '../contract/result.ts';

/** Which content, and by which build of the program. */
interface WindowReadingTask extends ReadingTask {
  /** The app's package.json, which names its build. */
  readonly manifestFile: string;
}

/**
 * The content, the office's own files first: the copy of a start before where nothing has changed
 * since, else read and checked anew.
 */
export async function readWindowContent(task: WindowReadingTask): Promise<ContentReading> {
  const { overrideDir, dataFolder, manifestFile } = task;
  const copy: CheckedCopy = {
    file: join(dataFolder, CHECKED_FILE),
    ownFolder: overrideDir,
    alsoFiles: [manifestFile, join(dataFolder, LAST_GOOD_FILE)],
  };
  const json = readCheckedCopy(copy);
  if (json !== null) return ok({ json, problems: [], unused: [], trouble: null, notKept: null });
  // With it come the schemas, which most starts do without.
  const { readForWindows } = await import('../content/read-for-windows.ts');
  const reading = readForWindows(task);
  if (!reading.ok || reading.value.problems.length > 0) return reading;
  return ok({ ...reading.value, ...keep(copy, reading.value) });
}

/** The start goes on all the same where it cannot be kept. */
function keep(copy: CheckedCopy, { json, notKept }: ContentForWindows) {
  try {
    keepCheckedCopy(copy, json);
    return { notKept };
  } catch (error) {
    return { notKept: String(error) };
  }
}
