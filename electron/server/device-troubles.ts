import {
  type ContentTrouble,
  type DeviceReport,
  type DeviceTrouble,
  deviceTroubleSchema,
  printerTrouble,
} from '../contract/device-report.ts';
import type { DeviceRole } from '../contract/vocabulary.ts';
import { LatestRows } from './latest-rows.ts';
import type { DeviceTroubleStore } from './store/store.ts';

/** A device says how it is every half minute: one that is silent for this long is off. */
const SILENT_AFTER_MS = 3 * 60_000;

export type DeviceTroublesOptions = {
  readonly store: DeviceTroubleStore;
  readonly officeId: string;
  /** Why the office's own content files are not in use on this server; null where they are. */
  readonly ownContent: ContentTrouble | null;
  readonly nowMs: () => number;
  /** Called when there are others than before. */
  readonly onChange: () => void;
};

/** What somebody of one office has to see to: on this server, and at any device. */
export class DeviceTroubles {
  readonly #options: DeviceTroublesOptions;
  readonly #latest: LatestRows<DeviceTrouble>;

  constructor(options: DeviceTroublesOptions) {
    const { store, officeId, onChange } = options;
    this.#options = options;
    this.#latest = new LatestRows({
      officeId,
      read: () => this.#read(),
      listen: (onOffice) => store.onDeviceTroublesChanged(onOffice),
      onChange,
    });
  }

  /** The server's own first, and each file once: kiosk and server may share a computer. */
  get open(): readonly DeviceTrouble[] {
    const { ownContent } = this.#options;
    if (ownContent === null) return this.#latest.rows;
    const isKnown = (content: ContentTrouble | null) =>
      JSON.stringify(content) === JSON.stringify(ownContent);
    const others = this.#latest.rows
      .map((trouble) => (isKnown(trouble.content) ? { ...trouble, content: null } : trouble))
      .filter(({ printer, content }) => printer !== null || content !== null);
    return [{ device: 'server', printer: null, content: ownContent }, ...others];
  }

  /** What a device says of itself now. */
  async report(device: string, role: DeviceRole, report: DeviceReport): Promise<void> {
    const { store, officeId, nowMs } = this.#options;
    const trouble: DeviceTrouble = {
      device: role,
      printer: printerTrouble(report.printer),
      content: report.content,
      place: report.place,
    };
    if (trouble.printer === null && trouble.content === null) {
      await store.deleteDeviceTrouble(officeId, device);
    } else {
      const record = { device, officeId, reportedAtMs: nowMs(), trouble: JSON.stringify(trouble) };
      await store.saveDeviceTrouble(record);
    }
    await this.refresh();
  }

  /** Forgets devices that are silent, and reads what other servers know. */
  refresh(): Promise<void> {
    return this.#latest.refresh();
  }

  async #read(): Promise<readonly DeviceTrouble[]> {
    const { store, officeId, nowMs } = this.#options;
    await store.deleteDeviceTroublesBefore(nowMs() - SILENT_AFTER_MS);
    return (await store.deviceTroubles(officeId)).flatMap(({ trouble }) => {
      // Of a newer server on the same database, perhaps: what this one has no words for.
      const known = deviceTroubleSchema.safeParse(JSON.parse(trouble));
      return known.success ? [known.data] : [];
    });
  }

  /** Hears no more of other servers. */
  stop(): void {
    this.#latest.stop();
  }
}
