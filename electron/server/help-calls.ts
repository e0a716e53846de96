import type { HelpCall } from '../contract/views.ts';
import { LatestRows } from './latest-rows.ts';
import type { HelpCallStore, SessionRecord } from './store/store.ts';

/** Whoever asked has left by then, and nobody at the desk has to wonder. */
const FORGOTTEN_AFTER_MS = 15 * 60_000;

/** An open desk is seen by its feed every 20 seconds or sooner. */
const DESK_SEEN_WITHIN_MS = 60_000;

export type HelpCallsOptions = {
  readonly store: HelpCallStore & {
    listHolders(officeId: string): Promise<readonly SessionRecord[]>;
  };
  readonly officeId: string;
  readonly nowMs: () => number;
  /** Called when there are others than before. */
  readonly onChange: () => void;
};

/**
 * The kiosks of one office at which somebody asks for a person. The database knows them, for all
 * servers; this is what it said last.
 */
export class HelpCalls {
  readonly #options: HelpCallsOptions;
  readonly #latest: LatestRows<HelpCall>;

  constructor(options: HelpCallsOptions) {
    const { store, officeId, onChange } = options;
    this.#options = options;
    this.#latest = new LatestRows({
      officeId,
      read: () => this.#read(),
      listen: (onOffice) => store.onHelpCallsChanged(onOffice),
      onChange,
    });
  }

  /** Those nobody has answered, oldest first. */
  get open(): readonly HelpCall[] {
    return this.#latest.rows;
  }

  /** Answers whether a desk is there to see it, on this server or another. */
  async add(
    callId: string,
    kiosk: string,
    place: string | undefined,
  ): Promise<{ readonly isSeen: boolean }> {
    const { store, officeId, nowMs } = this.#options;
    const calledAtMs = nowMs();
    await store.addHelpCall({ callId, officeId, kiosk, calledAtMs, place: place ?? null });
    await this.refresh();
    const holders = await store.listHolders(officeId);
    const seenSinceMs = nowMs() - DESK_SEEN_WITHIN_MS;
    return { isSeen: holders.some(({ lastSeenAtMs }) => lastSeenAtMs >= seenSinceMs) };
  }

  async answer(callId: string): Promise<void> {
    const { store, officeId } = this.#options;
    await store.answerHelpCall(officeId, callId);
    await this.refresh();
  }

  /** Forgets what is old, and reads what other servers know. */
  refresh(): Promise<void> {
    return this.#latest.refresh();
  }

  async #read(): Promise<readonly HelpCall[]> {
    const { store, officeId, nowMs } = this.#options;
    await store.deleteHelpCallsBefore(nowMs() - FORGOTTEN_AFTER_MS);
    return (await store.openHelpCalls(officeId)).map(({ callId, calledAtMs, place }) => ({
      callId,
      calledAtMs,
      place: place ?? undefined,
    }));
  }

  /** Hears no more of other servers. */
  stop(): void {
    this.#latest.stop();
  }
}
