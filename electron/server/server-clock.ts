import {
  type ClockReading,
  firstTrust,
  type TrustedClock,
  trust,
} from '../queue/calendar/trusted-clock.ts';

export type ServerClockOptions = {
  readonly read: () => ClockReading;
  /** Whether people are in any of the offices. */
  readonly isSomebodyHere: (uptimeMs: number) => boolean;
  /** Called when the clock of the computer begins to be doubted, and when it is followed again. */
  readonly onDoubt: (isDoubted: boolean) => void;
};

/** The time as this server believes it; see {@link trust} for what it does not believe. */
export class ServerClock {
  readonly #options: ServerClockOptions;
  #trusted: TrustedClock;

  constructor(options: ServerClockOptions) {
    this.#options = options;
    this.#trusted = firstTrust(options.read());
  }

  now(): TrustedClock {
    const { read, isSomebodyHere, onDoubt } = this.#options;
    const reading = read();
    const before = this.#trusted;
    this.#trusted = trust(before, reading, isSomebodyHere(reading.uptimeMs));
    const wasDoubted = before.doubtedSinceMs !== null;
    const isDoubted = this.#trusted.doubtedSinceMs !== null;
    if (wasDoubted !== isDoubted) onDoubt(isDoubted);
    return this.#trusted;
  }

  /** UTC epoch milliseconds. */
  readonly nowMs = (): number => this.now().nowMs;
}
