import { CsvError, parse } from 'csv-parse/sync';
import { type BadRow, columnsOf, type ListRow } from '../../queue/appointments/appointment-list.ts';
import { cellsByColumn, type ReadRows } from './rows.ts';

/**
 * Reads RFC 4180, also with the semicolons of a spreadsheet in Italian, or with tabs. The first
 * line names the columns. Each line is read by itself, so that a quote that is not closed spoils
 * its own line and not the rest: no code, time or queue goes over two lines.
 */
export function csvRows(text: string): ReadRows {
  const lines = text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\n|\r/)
    .map((content, index) => ({ line: index + 1, content }));
  // A spreadsheet writes a line of semicolons for an empty row.
  const [headings, ...others] = lines.filter(({ content }) => /[^;,\s]/.test(content));
  const delimiter = delimiterOf(headings?.content ?? '');
  const names = valuesIn(headings?.content ?? '', delimiter) ?? [];
  const head = columnsOf(names, headings?.line ?? 1);
  if (head.problems.length > 0) return { rows: [], problems: head.problems };

  const rows: ListRow[] = [];
  const problems: BadRow[] = [];
  for (const { line, content } of others) {
    const values = valuesIn(content, delimiter);
    if (values === null || values.length > head.columns.length) {
      problems.push({ line, problem: 'notReadable', value: '' });
    } else {
      rows.push({ line, cells: cellsByColumn(head.columns, values) });
    }
  }
  return { rows, problems };
}

function delimiterOf(headings: string): string {
  return [';', '\t'].find((delimiter) => headings.includes(delimiter)) ?? ',';
}

/** Without the empty ones at the end; null where the quotes of the line are wrong. */
function valuesIn(content: string, delimiter: string): readonly string[] | null {
  try {
    const [values = []] = parse(content, { delimiter, trim: true });
    return values.slice(0, values.findLastIndex((value) => value !== '') + 1);
  } catch (error) {
    if (error instanceof CsvError) return null;
    throw error;
  }
}
