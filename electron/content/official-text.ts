import {
  type OfficialNoticeIssue,
  type OfficialNoticeText,
  officialNoticeIssueSchema,
} from '../contract/content.ts';
import { err, ok, type Result } from '../contract/result.ts';

/** What keeps an official text from being used, and on which line. */
interface OfficialTextProblem {
  readonly line: number;
  readonly reason: string;
  readonly advice: string;
}

/** Stands above and below the lines that say of when the text is. */
const FENCE = '---';

const HOW_TO = 'Write "date: 2026-03-01" and, where there is one, "version: 2.1".';

/**
 * Reads the file of an official text. It may begin with its date and version, between two lines
 * "---"; where it does not, nobody knows them, and our summary's are not lent to it.
 */
export function readOfficialText(
  format: OfficialNoticeText['format'],
  written: string,
): Result<OfficialNoticeText, OfficialTextProblem> {
  const lines = written.replaceAll('\r\n', '\n').split('\n');
  const hasIssue = lines[0]?.trimEnd() === FENCE;
  const end = hasIssue ? lines.findIndex((line, at) => at > 0 && line.trimEnd() === FENCE) : -1;
  if (hasIssue && end === -1) {
    const advice = `Write "${FENCE}" under date and version too, or take the first line away.`;
    return err({ line: 1, reason: `there is no second "${FENCE}"`, advice });
  }
  const text = lines.slice(end + 1).join('\n');
  if (text.trim() === '') {
    return err({ line: 1, reason: 'the file has no text', advice: 'Put the official text in it.' });
  }
  if (!hasIssue) return ok({ format, text, issue: null });
  const issue = readIssue(lines.slice(1, end));
  return issue.ok ? ok({ format, text, issue: issue.value }) : issue;
}

/** The lines between the fences, of which the first is the second of the file. */
function readIssue(lines: readonly string[]): Result<OfficialNoticeIssue, OfficialTextProblem> {
  const { date: dateSchema, version: versionSchema } = officialNoticeIssueSchema.shape;
  let date: string | null = null;
  let version: string | null = null;
  for (const [at, line] of lines.entries()) {
    const [, name, value] = /^(date|version): *(\S+) *$/.exec(line) ?? [];
    if (name === 'date' && dateSchema.safeParse(value).success) date = value ?? null;
    else if (name === 'version' && versionSchema.safeParse(value).success) version = value ?? null;
    else {
      const reason = `"${line.trim()}" is not a date or a version`;
      return err({ line: at + 2, reason, advice: HOW_TO });
    }
  }
  return date === null
    ? err({ line: 1, reason: 'the date of the text is missing', advice: HOW_TO })
    : ok({ date, version });
}
