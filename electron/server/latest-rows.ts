export type LatestRowsOptions<T> = {
  /** Reads what the database has of the office, in an order that stays. */
  readonly read: () => Promise<readonly T[]>;
  /** Hears that another server has changed something of an office; the answer stops listening. */
  readonly listen: (onOffice: (officeId: string) => void) => () => void;
  readonly officeId: string;
  /** Called when there are others than before. */
  readonly onChange: () => void;
};

/** Rows of one office that all servers share: what the database said last. */
export class LatestRows<T> {
  readonly #options: LatestRowsOptions<T>;
  readonly #stopListening: () => void;
  #rows: readonly T[] = [];
  /** Read one after the other, so that what was read last is what counts. */
  #reading: Promise<void> = Promise.resolve();

  constructor(options: LatestRowsOptions<T>) {
    this.#options = options;
    this.#stopListening = options.listen((officeId) => {
      // A database that cannot be read now is read again within seconds.
      if (officeId === options.officeId) this.refresh().catch(() => undefined);
    });
  }

  get rows(): readonly T[] {
    return this.#rows;
  }

  refresh(): Promise<void> {
    const reading = this.#reading.then(() => this.#read());
    this.#reading = reading.catch(() => undefined);
    return reading;
  }

  async #read(): Promise<void> {
    const rows = await this.#options.read();
    if (JSON.stringify(rows) === JSON.stringify(this.#rows)) return;
    this.#rows = rows;
    this.#options.onChange();
  }

  /** Hears no more of other servers. */
  stop(): void {
    this.#stopListening();
  }
}
