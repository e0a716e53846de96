import type { Content } from '../../../electron/contract/content.ts';
import type {
  Panel,
  PrinterState,
  PrintOutcome,
  TicketFace,
} from '../../../electron/contract/host.ts';

/** How the pretended server and printer behave. Plain JSON: it is handed to the page. */
export interface FakeBridgeOptions {
  readonly content: Content;
  readonly panel: Panel;
  /** What issueTicket answers: a ticket, or an error code. */
  readonly issue?: 'ticket' | 'unavailable' | 'queueFull' | 'internal' | 'never';
  readonly peopleAhead?: number;
  readonly print?: { readonly outcome: PrintOutcome; readonly printer: PrinterState };
  /** For the ticket page. */
  readonly face?: TicketFace;
}

/**
 * Runs inside a page, before its own scripts: puts a bridge on the window that answers like the
 * Electron main process. It remembers every call in `window.fakeBridgeCalls`.
 */
export function installFakeBridge(options: FakeBridgeOptions): void {
  const calls: { name: string; input: unknown }[] = [];
  const ok = (value: unknown) => ({ ok: true, value });
  const err = (error: unknown) => ({ ok: false, error });
  const { office } = options.content;
  const given = new Map<string, unknown>();
  let next = 42;
  let isFaceGiven = false;

  const answerCall = (name: string, input: { commandId?: string; queue?: string }): unknown => {
    if (name === 'describeOffice') {
      return ok({
        name: office.name.it,
        isDemo: office.invented,
        queues: office.queues,
        counters: office.counters.map(({ id, queues }) => ({ counter: id, queues })),
      });
    }
    if (name !== 'issueTicket') return err({ code: 'notFound' });
    const { commandId = '', queue = 'A' } = input;
    switch (options.issue ?? 'ticket') {
      case 'never':
        return new Promise(() => {});
      case 'unavailable':
        return err({ code: 'unavailable' });
      case 'internal':
        return err({ code: 'internal' });
      case 'queueFull':
        return err({ code: 'queueFull', queue, cap: 999 });
      default: {
        const known = given.get(commandId);
        if (known !== undefined) return ok(known);
        const ticket = {
          ...input,
          ticketId: `00000000-0000-4000-8000-${String(next).padStart(12, '0')}`,
          code: `${queue}${String(next).padStart(3, '0')}`,
          serviceDay: '2026-11-23',
          issuedAtMs: 1_795_424_520_000,
          peopleAhead: options.peopleAhead ?? 4,
        };
        next += 1;
        given.set(commandId, ticket);
        return ok(ticket);
      }
    }
  };

  const answerHost = (name: string): unknown => {
    switch (name) {
      case 'content':
        return ok(options.content);
      case 'hostSettings':
        return ok({ panel: options.panel, printer: 'ready' });
      case 'printTicket':
        return ok(options.print ?? { outcome: 'printed', printer: 'ready' });
      case 'ticketFace': {
        if (isFaceGiven) return new Promise(() => {});
        isFaceGiven = true;
        return ok({ face: options.face, widthPx: 576 });
      }
      default:
        return ok({});
    }
  };

  const bridge = {
    call: async (name: string, input: object) => {
      calls.push({ name, input });
      return await answerCall(name, input);
    },
    host: async (name: string, input: object) => {
      calls.push({ name, input });
      return await answerHost(name);
    },
    onFeed: (listener: (update: unknown) => void) => {
      const timer = setTimeout(() => {
        listener({
          type: 'snapshot',
          cursor: '2026-11-23.7',
          view: {
            kind: 'kiosk',
            serviceDay: '2026-11-23',
            queues: office.queues.map(({ letter }) => ({ letter, waiting: 4, isFull: false })),
          },
        });
      });
      return () => clearTimeout(timer);
    },
  };
  Object.assign(window, { sportello: bridge, fakeBridgeCalls: calls });
}
