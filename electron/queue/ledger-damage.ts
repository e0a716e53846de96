/** The events contradict each other: going on would call or number somebody twice. */
export class LedgerDamage extends Error {
  override readonly name = 'LedgerDamage';
}
