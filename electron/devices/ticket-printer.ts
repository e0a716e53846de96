/** A picture of one bit a dot, ready for a thermal head. */
export type MonochromeImage = {
  /** A multiple of 8, so that every row is whole bytes. */
  readonly widthDots: number;
  readonly heightDots: number;
  /** Rows from the top, each widthDots / 8 bytes; leftmost dot in the highest bit; 1 is black. */
  readonly bits: Uint8Array;
};

/** What an error that stops the printer is, as far as the printer tells. */
export type PrinterErrorKind = 'cutter' | 'unrecoverable' | 'autoRecoverable' | 'unspecified';

/** Why no connection to the printer could be had. */
export type UnreachableReason =
  | 'refused'
  | 'timedOut'
  | 'hostNotFound'
  | 'noRoute'
  | 'connectionLost'
  | 'other';

/**
 * What a printer says of itself. `unknown` is a printer that is there but did not answer, or not
 * enough to tell that it has paper; it must never be shown as "ready".
 */
export type PrinterStatus =
  | { readonly state: 'ready' }
  | { readonly state: 'paperNearEnd' }
  | { readonly state: 'paperOut' }
  | { readonly state: 'coverOpen' }
  | { readonly state: 'offline' }
  | { readonly state: 'error'; readonly kind: PrinterErrorKind }
  | { readonly state: 'unreachable'; readonly reason: UnreachableReason }
  | { readonly state: 'unknown' };

/** The states in which a printer prints nothing until a person has seen to it. */
export type StoppedStatus = Extract<
  PrinterStatus,
  { state: 'paperOut' | 'coverOpen' | 'offline' | 'error' }
>;

/** Why a ticket is known not to be (wholly) on paper. */
export type PrintFailure =
  | { readonly code: 'imageIsBlank' }
  | {
      readonly code: 'imageTooWide';
      readonly widthDots: number;
      readonly printableDots: number;
    }
  | { readonly code: 'printerStopped'; readonly status: StoppedStatus }
  | { readonly code: 'unreachable'; readonly reason: UnreachableReason }
  /** The printer hung up, or the cable went, before all bytes had left. */
  | { readonly code: 'connectionLost' }
  /** The printer took no more bytes for `writeStallMs`. */
  | { readonly code: 'printerNotReading' }
  /** The whole job took longer than `jobMs`. */
  | { readonly code: 'deadlinePassed' };

/** Why nobody can tell whether the ticket was printed. */
export type DoubtReason = 'noCompletionReply' | 'connectionLost' | 'deadlinePassed';

/**
 * How a print job ended. Exactly once is not possible on paper, so there are three endings:
 * - `confirmed`: the printer itself said that everything up to the cut was carried out;
 * - `sentUnconfirmed`: every byte left, no proof came back. Show the number large; print again
 *   only when a person asks, marked as a reprint;
 * - `failed`: the ticket is not (wholly) on paper. Only with `beforeFirstByte` may a program try
 *   again by itself: otherwise part of the ticket may hang out of the printer.
 */
export type PrintOutcome =
  | { readonly state: 'confirmed'; readonly statusAfter: PrinterStatus }
  | {
      readonly state: 'sentUnconfirmed';
      readonly why: DoubtReason;
      readonly statusAfter: PrinterStatus;
    }
  | {
      readonly state: 'failed';
      readonly reason: PrintFailure;
      readonly beforeFirstByte: boolean;
    };

/** A ticket printer. Neither call rejects for anything a printer or a network may do. */
export interface TicketPrinter {
  /** Asks the printer now; waits for a job under way, since many printers take one caller. */
  status(): Promise<PrinterStatus>;
  /** Prints after the jobs already asked for. Never sends the same job twice. */
  print(image: MonochromeImage): Promise<PrintOutcome>;
}

/** Whether a printer in this state would keep a ticket to itself. */
export function isStopped(status: PrinterStatus): status is StoppedStatus {
  return (
    status.state === 'paperOut' ||
    status.state === 'coverOpen' ||
    status.state === 'offline' ||
    status.state === 'error'
  );
}
