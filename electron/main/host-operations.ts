import type { Clips } from '../contract/clips.ts';
import type { ApiError } from '../contract/errors.ts';
import type { HostInput, HostOperationName, HostOutput } from '../contract/host.ts';
import type { Panel } from '../contract/panel.ts';
import { ok, type Result } from '../contract/result.ts';
import type { Sound } from '../contract/sound.ts';
import type { JsonText } from './json-text.ts';
import type { Printing } from './printing.ts';
import type { TicketDesk } from './ticket-desk.ts';

/** One answer for each row of the table of host operations. */
export type HostAnswers = {
  readonly [N in HostOperationName]: (
    input: HostInput<N>,
  ) => Promise<Result<N extends 'content' ? JsonText : HostOutput<N>, ApiError>>;
};

export interface HostOperationsOptions {
  /** The panel of the window that asks; null where the office has not measured it. */
  readonly panel: Panel | null;
  readonly sound: Sound;
  readonly readContent: () => Promise<JsonText>;
  readonly readClips: (language: string) => Promise<Clips>;
  readonly printing: Printing;
  readonly ticketDesk: TicketDesk;
}

/** What this process itself answers to one of its windows. */
export function createHostOperations(options: HostOperationsOptions): HostAnswers {
  const { panel, sound, readContent, readClips, printing, ticketDesk } = options;
  return {
    // The printer's last known state, not a question to it: a first screen waits for nobody.
    hostSettings: async () => ok({ panel, sound, printer: printing.lastState() }),
    content: async () => ok(await readContent()),
    clips: async ({ language }) => ok(await readClips(language)),
    printTicket: async (face) => ok(await printing.print({ kind: 'ticket', ...face })),
    printNotice: async (face) => ok(await printing.print({ kind: 'notice', ...face })),
    printerState: async () => ok({ printer: await printing.askState() }),
    ticketFace: () => ticketDesk.nextFace(),
    ticketDrawn: async ({ heightPx }) => {
      ticketDesk.drawn(heightPx);
      return ok({});
    },
  };
}
