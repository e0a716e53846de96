import type { BadRow, Column, ListRow } from '../../queue/appointments/appointment-list.ts';

/** The rows of a file, and what in it cannot be read as rows. */
export type ReadRows = {
  readonly rows: readonly ListRow[];
  readonly problems: readonly BadRow[];
};

/** The cells of a row by column; what is not there is empty. */
export function cellsByColumn(
  columns: readonly (Column | null)[],
  values: readonly string[],
): Readonly<Record<Column, string>> {
  const cells = { code: '', time: '', queue: '' };
  columns.forEach((column, index) => {
    if (column !== null) cells[column] = values[index] ?? '';
  });
  return cells;
}
