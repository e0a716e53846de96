export type LaterOptions<T> = {
  /** How long after it is asked for, at the earliest. */
  readonly afterMs: number;
  /** How long after the last time, at the earliest. */
  readonly everyMs: number;
  readonly action: (subject: T) => void;
};

/** Work that follows from a change and that nobody waits for: done some time after, and not often. */
export class Later<T> {
  readonly #options: LaterOptions<T>;
  #asked: { readonly subject: T } | null = null;
  #timer: NodeJS.Timeout | null = null;
  #lastAtMs = Number.NEGATIVE_INFINITY;

  constructor(options: LaterOptions<T>) {
    this.#options = options;
  }

  /** Sees to it that it is done once from now on, with the latest subject, however often asked. */
  ask(subject: T): void {
    this.#asked = { subject };
    if (this.#timer !== null) return;
    const { afterMs, everyMs, action } = this.#options;
    const waitMs = Math.max(afterMs, this.#lastAtMs + everyMs - performance.now());
    this.#timer = setTimeout(() => {
      this.#timer = null;
      this.#lastAtMs = performance.now();
      if (this.#asked !== null) action(this.#asked.subject);
    }, waitMs);
    this.#timer.unref();
  }

  cancel(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }
}
