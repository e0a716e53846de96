import { contentSchema } from '../../electron/contract/content.ts';
import type { ApiError } from '../../electron/contract/errors.ts';
import type {
  HostInput,
  HostOperationName,
  HostOutput,
  Panel,
} from '../../electron/contract/host.ts';
import type { Fetch } from '../../electron/contract/http.ts';
import { err, ok, type Result } from '../../electron/contract/result.ts';

/** Where the server publishes all content; it says what the posters in the room say. */
const CONTENT_PATH = '/content.json';

export interface BrowserHostOptions {
  readonly fetch: Fetch;
  /** The panel that a page without a configuration assumes. */
  readonly panel: () => Panel;
}

type HostAnswers = { [N in HostOperationName]: () => Promise<Result<HostOutput<N>, ApiError>> };

/** A plain browser's stand-in for the Electron main process: content, a panel, and no printer. */
export function browserHost(options: BrowserHostOptions): {
  host<N extends HostOperationName>(
    name: N,
    input: HostInput<N>,
  ): Promise<Result<HostOutput<N>, ApiError>>;
} {
  const forbidden = async () => err<ApiError>({ code: 'forbidden' });
  const answers: HostAnswers = {
    hostSettings: async () => ok({ panel: options.panel(), printer: 'none' }),
    content: async () => {
      try {
        const response = await options.fetch(CONTENT_PATH, { method: 'GET', headers: {} });
        if (!response.ok) return err({ code: 'unavailable' });
        return ok(contentSchema.parse(await response.json()));
      } catch {
        return err({ code: 'unavailable' });
      }
    },
    // A browser cannot tell whether paper came out, so the screen is the ticket.
    printTicket: async () => ok({ outcome: 'shownOnly', printer: 'none' }),
    printerState: async () => ok({ printer: 'none' }),
    ticketFace: forbidden,
    ticketDrawn: forbidden,
  };
  return { host: (name) => answers[name]() };
}

/** Panels assumed in a browser, as mounted; see DESIGN §4 on sizes in millimetres. */
export const ASSUMED_PANELS = {
  /** 21.5 inches at arm's length. */
  kiosk: { shortSideMm: 268, longSideMm: 476, viewingDistanceMm: 500 },
  /** 43 inches on a wall, read from the last row of the room. */
  board: { shortSideMm: 529, longSideMm: 941, viewingDistanceMm: 10_000 },
} as const;

/** The assumed panel of a kind, upright or lying as the window is. */
export function assumedPanel(
  kind: keyof typeof ASSUMED_PANELS,
  viewport: { readonly width: number; readonly height: number },
): Panel {
  const assumed = ASSUMED_PANELS[kind];
  const isPortrait = viewport.height > viewport.width;
  return {
    widthMm: isPortrait ? assumed.shortSideMm : assumed.longSideMm,
    viewingDistanceMm: assumed.viewingDistanceMm,
  };
}
