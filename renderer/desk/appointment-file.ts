import type { RowProblem } from '../../electron/contract/errors.ts';

/** The longest list that the server takes; its own limit, said before the file is sent. */
export const MOST_CHARACTERS = 200_000;

/** How a file is written, by its name: what is not called JSON is read as CSV. */
export function formatOf(fileName: string): 'csv' | 'json' {
  return fileName.toLowerCase().endsWith('.json') ? 'json' : 'csv';
}

/** What is wrong with a row, in words. */
export const ROW_PROBLEM_TEXTS = {
  badCode: 'desk.rowProblems.badCode',
  badTime: 'desk.rowProblems.badTime',
  unknownQueue: 'desk.rowProblems.unknownQueue',
  codeTwice: 'desk.rowProblems.codeTwice',
  missingColumn: 'desk.rowProblems.missingColumn',
  unknownColumn: 'desk.rowProblems.unknownColumn',
  notReadable: 'desk.rowProblems.notReadable',
} as const satisfies Record<RowProblem, string>;
