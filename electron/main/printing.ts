import type { PrinterState } from '../contract/device-report.ts';
import type { PrintOutcome as ContractOutcome, HostOutput, PaperFace } from '../contract/host.ts';
import type {
  MonochromeImage,
  PrinterStatus,
  PrintOutcome,
  TicketPrinter,
} from '../devices/ticket-printer.ts';
import type { Log } from './log.ts';

/** Puts tickets and notices on paper, one after the other. */
export interface Printing {
  /** Draws and prints one face; never prints it twice. */
  print(face: PaperFace): Promise<HostOutput<'printTicket'>>;
  /** Asks the printer now; callers at the same time share one question. */
  askState(): Promise<PrinterState>;
  /** What the printer last said, without asking. */
  lastState(): PrinterState;
  /** Whether paper is being drawn or printed, or waits for it. */
  isBusy(): boolean;
  /** Hears, from now on, that the printer is in another state than before. */
  onState(listener: () => void): void;
}

export interface PrintingOptions {
  /** Null where the office has no printer: the screen is the ticket. */
  readonly printer: TicketPrinter | null;
  /** Draws a face as the dots of the printer's head. */
  readonly draw: (face: PaperFace) => Promise<MonochromeImage>;
  readonly log: Log;
}

export function createPrinting(options: PrintingOptions): Printing {
  const { printer, draw, log } = options;
  let lastState: PrinterState = printer === null ? 'none' : 'unknown';
  let onState: () => void = () => undefined;
  let jobs = 0;
  let queue: Promise<unknown> = Promise.resolve();
  let question: Promise<PrinterState> | null = null;

  function note(state: PrinterState): void {
    if (state === lastState) return;
    lastState = state;
    onState();
  }

  /** A ticket page that dies is replaced at once, so that a second try meets a fresh one. */
  async function tryToDraw(face: PaperFace): Promise<MonochromeImage | null> {
    try {
      return await draw(face);
    } catch (error) {
      log({ event: 'ticketNotDrawn', message: String(error) });
      return null;
    }
  }

  async function printNow(on: TicketPrinter, face: PaperFace): Promise<ContractOutcome> {
    const image = (await tryToDraw(face)) ?? (await tryToDraw(face));
    // Nothing has reached the printer, and nothing is known of it: the screen is the ticket.
    if (image === null) return 'notPrinted';
    const outcome = await on.print(image);
    note(stateAfter(outcome));
    return contractOutcomes[outcome.state];
  }

  return {
    async print(face) {
      if (printer === null) return { outcome: 'shownOnly', printer: 'none' };
      jobs += 1;
      const turn = queue
        .then(() => printNow(printer, face))
        .finally(() => {
          jobs -= 1;
        });
      queue = turn.catch(() => undefined);
      const outcome = await turn;
      if (outcome === 'notPrinted') log({ event: `${face.kind}NotPrinted`, printer: lastState });
      return { outcome, printer: lastState };
    },
    askState() {
      if (printer === null) return Promise.resolve('none');
      question ??= printer
        .status()
        .then((status) => {
          const state = toPrinterState(status);
          note(state);
          return state;
        })
        .finally(() => {
          question = null;
        });
      return question;
    },
    lastState: () => lastState,
    isBusy: () => jobs > 0,
    onState(listener) {
      onState = listener;
    },
  };
}

const contractOutcomes: Readonly<Record<PrintOutcome['state'], ContractOutcome>> = {
  confirmed: 'printed',
  sentUnconfirmed: 'sentUnconfirmed',
  failed: 'notPrinted',
};

/** What a kiosk says of a printer: what a person nearby can see to, and `fault` for the rest. */
export function toPrinterState(status: PrinterStatus): PrinterState {
  switch (status.state) {
    case 'ready':
    case 'paperNearEnd':
    case 'paperOut':
    case 'coverOpen':
    case 'unreachable':
    case 'unknown':
      return status.state;
    case 'offline':
    case 'error':
      return 'fault';
  }
}

function stateAfter(outcome: PrintOutcome): PrinterState {
  if (outcome.state !== 'failed') return toPrinterState(outcome.statusAfter);
  switch (outcome.reason.code) {
    case 'printerStopped':
      return toPrinterState(outcome.reason.status);
    case 'unreachable':
    case 'connectionLost':
      return 'unreachable';
    case 'printerNotReading':
      return 'fault';
    case 'deadlinePassed':
    case 'imageIsBlank':
    case 'imageTooWide':
      return 'unknown';
  }
}
