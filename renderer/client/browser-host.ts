import { contentSchema } from '../../electron/contract/content.ts';
import type { ApiError } from '../../electron/contract/errors.ts';
import type { HostInput, HostOperationName, HostOutput } from '../../electron/contract/host.ts';
import type { Fetch } from '../../electron/contract/http.ts';
import { err, ok, type Result } from '../../electron/contract/result.ts';
import { soundSchema } from '../../electron/contract/sound.ts';

/** Where the server publishes all content; it says what the posters in the room say. */
const CONTENT_PATH = '/content.json';

export interface BrowserHostOptions {
  readonly fetch: Fetch;
  /** Of a server that serves several; null for its only one. */
  readonly office: string | null;
}

type HostAnswers = { [N in HostOperationName]: () => Promise<Result<HostOutput<N>, ApiError>> };

/** A plain browser's stand-in for the Electron main process: content, and no printer. */
export function browserHost(options: BrowserHostOptions): {
  host<N extends HostOperationName>(
    name: N,
    input: HostInput<N>,
  ): Promise<Result<HostOutput<N>, ApiError>>;
} {
  const forbidden = async () => err<ApiError>({ code: 'forbidden' });
  const answers: HostAnswers = {
    hostSettings: async () => ok({ panel: null, printer: 'none', sound: soundSchema.parse({}) }),
    // The voice belongs to the program on the kiosk itself.
    clips: async () => ok({}),
    content: async () => {
      try {
        const query =
          options.office === null ? '' : `?office=${encodeURIComponent(options.office)}`;
        const response = await options.fetch(`${CONTENT_PATH}${query}`, {
          method: 'GET',
          headers: {},
        });
        if (!response.ok) return err({ code: 'unavailable' });
        return ok(contentSchema.parse(await response.json()));
      } catch {
        return err({ code: 'unavailable' });
      }
    },
    // A browser cannot tell whether paper came out, so the screen is the ticket.
    printTicket: async () => ok({ outcome: 'shownOnly', printer: 'none' }),
    printNotice: async () => ok({ outcome: 'shownOnly', printer: 'none' }),
    printerState: async () => ok({ printer: 'none' }),
    ticketFace: forbidden,
    ticketDrawn: forbidden,
  };
  return { host: (name) => answers[name]() };
}
