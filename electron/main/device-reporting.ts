import type { ContentTrouble, DeviceReport } from '../contract/device-report.ts';
import type { CallOperation } from './operation-relay.ts';
import type { Printing } from './printing.ts';

/** So that a paper roll that ends, or is put in, is known within half a minute. */
const LOOK_EVERY_MS = 30_000;

/** A server that has not heard the last report is told again sooner. */
const TELL_AGAIN_MS = 3_000;

export interface DeviceReportingOptions {
  readonly callOperation: CallOperation;
  /** Null where the device prints nothing. */
  readonly printing: Pick<Printing, 'askState' | 'lastState' | 'isBusy' | 'onState'> | null;
  /** Why the office's own content files are not in use on this computer; null where they are used. */
  readonly content: Promise<ContentTrouble | null>;
  readonly startTimer: (delayMs: number, action: () => void) => () => void;
}

/** How this device is, said to the server so that the desks hear of it. */
export interface DeviceReporting {
  stop(): void;
}

/**
 * Says at once what has changed, and every half minute that it is still so. Before that the printer
 * is asked, unless it prints: a ticket never waits for a question.
 */
export function startDeviceReporting(options: DeviceReportingOptions): DeviceReporting {
  const { callOperation, printing, content, startTimer } = options;
  let isStopped = false;
  let cancelRound: () => void = () => undefined;
  /** One report at a time, so that the last one said is the last one heard. */
  let telling: Promise<boolean> = Promise.resolve(true);

  function tell(): Promise<boolean> {
    telling = telling.then(async () => {
      const report: DeviceReport = {
        printer: printing?.lastState() ?? 'none',
        content: await content,
      };
      return (await callOperation('reportDevice', report)).ok;
    });
    return telling;
  }

  async function round(): Promise<void> {
    if (printing !== null && !printing.isBusy()) await printing.askState();
    const isHeard = await tell();
    if (isStopped) return;
    cancelRound = startTimer(isHeard ? LOOK_EVERY_MS : TELL_AGAIN_MS, () => void round());
  }

  printing?.onState(() => {
    if (!isStopped) void tell();
  });
  void round();
  return {
    stop() {
      isStopped = true;
      cancelRound();
    },
  };
}
