/** A seed for each part of a run, so that parts may run in any order and on any core. */
export function seedOf(seed: number, ...parts: readonly (string | number)[]): number {
  // FNV-1a, 32 bits.
  let hash = 0x811c9dc5;
  for (const character of [seed, ...parts].join(' ')) {
    hash = Math.imul(hash ^ character.charCodeAt(0), 0x01000193);
  }
  return hash >>> 0;
}
