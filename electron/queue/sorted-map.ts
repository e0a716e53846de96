import btree from 'sorted-btree';

// The package is CommonJS: Node hands out its exports as they are, a bundler the class in them.
const Tree = 'default' in btree ? (btree.default as typeof btree) : btree;

/**
 * An ordered map that never changes: `with` and `without` answer another map, which shares all but
 * a few nodes with this one. One more ticket costs the same whether ten wait or ten thousand.
 */
export class SortedMap<K, V> {
  readonly #tree: InstanceType<typeof Tree<K, V>>;

  private constructor(tree: InstanceType<typeof Tree<K, V>>) {
    this.#tree = tree;
  }

  static empty<K, V>(compare: (a: K, b: K) => number): SortedMap<K, V> {
    return new SortedMap(new Tree<K, V>(undefined, compare));
  }

  get size(): number {
    return this.#tree.size;
  }

  get(key: K): V | undefined {
    return this.#tree.get(key);
  }

  has(key: K): boolean {
    return this.#tree.has(key);
  }

  with(key: K, value: V): SortedMap<K, V> {
    return new SortedMap(this.#tree.with(key, value, true) as InstanceType<typeof Tree<K, V>>);
  }

  without(key: K): SortedMap<K, V> {
    return new SortedMap(this.#tree.without(key));
  }

  /** In order of the keys. */
  values(): IterableIterator<V> {
    return this.#tree.values();
  }

  /** From the last to the first. */
  *valuesBackwards(): IterableIterator<V> {
    for (const [, value] of this.#tree.entriesReversed()) yield value;
  }
}

export function compareNumbers(a: number, b: number): number {
  return a - b;
}

export function compareTexts(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
