/** What can be wrong with a row of an imported list of appointments. */
export const ROW_PROBLEMS = [
  'badCode',
  'badTime',
  'unknownQueue',
  'codeTwice',
  'missingColumn',
  'unknownColumn',
  'notReadable',
] as const;
export type RowProblem = (typeof ROW_PROBLEMS)[number];
