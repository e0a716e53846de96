/** In how many ways a queue can be wrong. */
export const PROBLEM_KINDS = [
  /** Something was acknowledged and is not in the ledger. */
  'lost',
  /** A number or a ticket twice, or a command carried out more often than it was given. */
  'duplicated',
  /** A number that nobody has. */
  'gaps',
  /** A ticket at two counters, or a counter with two tickets. */
  'doubleCalls',
  /** Somebody was called before whom the policy calls first, or events are not in their order. */
  'orderViolations',
  /** The same command was answered in two ways, or not as the ledger has it. */
  'contradictions',
  /** The server met something it does not know. */
  'surprises',
  /** The database, or the ledger in it, is damaged. */
  'damage',
] as const;

export type ProblemKind = (typeof PROBLEM_KINDS)[number];

export type Problem = { readonly kind: ProblemKind; readonly what: string };
