/**
 * One step of the schema, forward only. Steps are numbered by ten, so that a correction can be
 * slipped between two that are already out; the number is kept in the database itself.
 */
export interface Migration {
  readonly number: number;
  /** For the person who reads the log. */
  readonly summary: string;
  /** Statements for each engine; they leave the same tables, with the same columns. */
  readonly sqlite: string;
  readonly postgres: string;
}
