import { type ContentTrouble, contentTrouble } from '../contract/device-report.ts';
import { err, ok, type Result } from '../contract/result.ts';
import { describeUnused, loadWithLastGood } from './last-good.ts';
import { describeProblem, loadContent } from './load-content.ts';

/** Which content, and where a good copy of the office's own is kept. */
export interface ReadingTask {
  /** The content that ships with the program. */
  readonly baseDir: string;
  /** The office's own. */
  readonly overrideDir: string | undefined;
  readonly dataFolder: string;
}

/** What a program with windows needs of its content: no more, for it may be a copy of before. */
export interface ContentForWindows {
  /** The content as JSON, as pages are given it. */
  readonly json: string;
  /** Why the office's own files of now are not used; empty where they are. */
  readonly problems: readonly string[];
  /** The same for whoever set the program up, and what is shown meanwhile. */
  readonly unused: readonly string[];
  /** What the desk is told of it. */
  readonly trouble: ContentTrouble | null;
  /** Why the good copy could not be written; null where it was. */
  readonly notKept: string | null;
}

/** The error is one sentence for whoever set the program up: there is no content to go on with. */
export type ContentReading = Result<ContentForWindows, string>;

/** Reads and checks the content, the office's own files first, or those of before. */
export function readForWindows(task: ReadingTask): ContentReading {
  const { baseDir, overrideDir, dataFolder } = task;
  let notKept: string | null = null;
  const atHand = loadWithLastGood({
    folders: { baseDir, overrideDir },
    dataFolder,
    load: loadContent,
    onNotKept: (error) => {
      notKept = String(error);
    },
  });
  if (!atHand.ok) {
    const [first] = atHand.error;
    const others = atHand.error.length > 1 ? ` (and ${atHand.error.length - 1} more problems)` : '';
    const what = first === undefined ? 'nothing was found' : describeProblem(first);
    return err(`The content cannot be used: ${what}${others}`);
  }
  const { content, problems } = atHand.value;
  return ok({
    json: JSON.stringify(content),
    problems: problems.map(describeProblem),
    unused: describeUnused(problems),
    trouble: contentTrouble(problems),
    notKept,
  });
}
