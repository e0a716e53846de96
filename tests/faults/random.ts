/** FNV-1a, http://www.isthe.com/chongo/tech/comp/fnv/ */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (const character of text) {
    value = Math.imul(value ^ (character.codePointAt(0) ?? 0), 0x01000193);
  }
  return value >>> 0;
}

/** Chance that a seed repeats; each use takes a stream of its own, so that none disturbs another. */
export class Random {
  readonly #name: string;
  #state: number;

  constructor(name: string) {
    this.#name = name;
    this.#state = hash(name);
  }

  /** A stream that depends on the seed and its name only. */
  stream(name: string): Random {
    return new Random(`${this.#name}/${name}`);
  }

  /** From 0 up to, never reaching, 1: Mulberry32. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** A whole number from 0, below `limit`. */
  below(limit: number): number {
    return Math.floor(this.next() * limit);
  }

  chance(share: number): boolean {
    return this.next() < share;
  }

  /** One of several, each with its weight. */
  weighted<T extends string>(weights: Readonly<Record<T, number>>): T {
    const entries = Object.entries(weights) as [T, number][];
    const total = entries.reduce((sum, [, weight]) => sum + weight, 0);
    let rest = this.next() * total;
    for (const [value, weight] of entries) {
      rest -= weight;
      if (rest < 0) return value;
    }
    throw new Error('Nothing to choose from');
  }

  /** Null where there is nothing. */
  oneOf<T>(values: readonly T[]): T | null {
    return values[this.below(values.length)] ?? null;
  }

  /** A version 4 UUID: what clients name their commands with. */
  uuid(): string {
    const digits = Array.from({ length: 32 }, (_, index) => {
      if (index === 12) return '4';
      return (index === 16 ? 8 + this.below(4) : this.below(16)).toString(16);
    }).join('');
    const groups = [0, 8, 12, 16, 20, 32];
    return groups
      .slice(1)
      .map((end, index) => digits.slice(groups[index], end))
      .join('-');
  }
}
