/** Lets people through while it is open; they wait at it, without a clock, while it is closed. */
export class Gate {
  #isOpen = false;
  #failure: Error | null = null;
  readonly #waiting = new Set<() => void>();

  open(): void {
    this.#isOpen = true;
    this.#wake();
  }

  close(): void {
    this.#isOpen = false;
  }

  /** It will never open again; whoever waits is told why. */
  fail(error: Error): void {
    this.#failure = error;
    this.#wake();
  }

  /** @throws Error once it has failed. */
  async passed(): Promise<void> {
    while (!this.#isOpen && this.#failure === null) {
      await new Promise<void>((resolve) => this.#waiting.add(resolve));
    }
    if (this.#failure !== null) throw this.#failure;
  }

  #wake(): void {
    for (const resolve of this.#waiting) resolve();
    this.#waiting.clear();
  }
}
