import type { PrinterErrorKind, PrinterStatus } from './ticket-printer.ts';

/** The mark that the printer sends back where `completion` is `processId`. */
export const completionProcessId = 'DONE';

/**
 * The four real-time questions of ESC/POS, DLE EOT n. A printer answers each with one byte at
 * once, even in the middle of a job.
 */
export const realTimeQuestions = {
  printer: Uint8Array.of(0x10, 0x04, 1),
  offlineCause: Uint8Array.of(0x10, 0x04, 2),
  errorCause: Uint8Array.of(0x10, 0x04, 3),
  paper: Uint8Array.of(0x10, 0x04, 4),
} as const;

export type RealTimeQuestion = keyof typeof realTimeQuestions;

/** The answers had to the real-time questions; a printer may leave any of them open. */
export type RealTimeAnswers = { readonly [question in RealTimeQuestion]?: number };

/** Four bytes that a printer sends by itself when its state changes (GS a, "ASB"). */
export type AutomaticStatusPacket = readonly [number, number, number, number];

/** One thing a printer said. */
export type PrinterReply =
  /** The answer to DLE EOT n; which n, only the order of the questions tells. */
  | { readonly kind: 'realTime'; readonly byte: number }
  | { readonly kind: 'automaticStatus'; readonly packet: AutomaticStatusPacket }
  /** The answer to GS r: all before it in the printer's buffer has been carried out. */
  | { readonly kind: 'ordered'; readonly byte: number }
  /** The answer to GS ( H function 48: the data before this mark has been printed. */
  | { readonly kind: 'processId'; readonly id: string }
  | { readonly kind: 'unrecognised'; readonly byte: number };

// Fixed bits that tell the kinds apart (Epson and Citizen, "Identification of send status"):
// DLE EOT 0xx1xx10, ASB first byte 0xx1xx00, ASB bytes 2-4 and GS r 0xx0xxxx.
const kindMask = 0x93;
const realTimeKind = 0x12;
const automaticStatusKind = 0x10;
const plainMask = 0x90;
// A process-ID reply is 37h 22h, four characters, 00h. 37h can be none of the kinds above.
const processIdHeader = 0x37;
const processIdIdentifier = 0x22;
const processIdReplyLength = 7;

/** Whether a byte has the fixed bits of an answer to DLE EOT. */
export function isRealTimeReply(byte: number): boolean {
  return (byte & kindMask) === realTimeKind;
}

/**
 * Cuts the byte stream of a printer into replies, however the network splits it. Real-time
 * answers may fall between the bytes of an automatic status packet and are told apart from it.
 */
export function createReplyReader(): (bytes: Uint8Array) => PrinterReply[] {
  let packet: number[] = [];
  let idReply: number[] = [];

  const readByte = (byte: number): PrinterReply[] => {
    if (idReply.length > 0) {
      idReply.push(byte);
      return endProcessIdReply();
    }
    if (isRealTimeReply(byte)) return [{ kind: 'realTime', byte }];
    if ((byte & kindMask) === automaticStatusKind) {
      // A new packet begins; what there was of an unfinished one is noise.
      const noise = packet.map(unrecognised);
      packet = [byte];
      return noise;
    }
    if ((byte & plainMask) === 0) {
      if (packet.length === 0) return [{ kind: 'ordered', byte }];
      packet.push(byte);
      const [first, second, third, fourth] = packet;
      if (
        first === undefined ||
        second === undefined ||
        third === undefined ||
        fourth === undefined
      ) {
        return [];
      }
      packet = [];
      return [{ kind: 'automaticStatus', packet: [first, second, third, fourth] }];
    }
    if (byte === processIdHeader) {
      idReply = [byte];
      return [];
    }
    return [unrecognised(byte)];
  };

  const endProcessIdReply = (): PrinterReply[] => {
    const broken =
      (idReply.length === 2 && idReply[1] !== processIdIdentifier) ||
      (idReply.length === processIdReplyLength && idReply[processIdReplyLength - 1] !== 0);
    if (broken) {
      // Not a reply after all: only its first byte is noise, the others may mean something.
      const [header = processIdHeader, ...others] = idReply;
      idReply = [];
      return [unrecognised(header), ...others.flatMap(readByte)];
    }
    if (idReply.length < processIdReplyLength) return [];
    const id = String.fromCharCode(...idReply.slice(2, processIdReplyLength - 1));
    idReply = [];
    return [{ kind: 'processId', id }];
  };

  return (bytes) => Array.from(bytes).flatMap(readByte);
}

function unrecognised(byte: number): PrinterReply {
  return { kind: 'unrecognised', byte };
}

/**
 * What the answers to DLE EOT 1-4 say together. Answers without the fixed bits count as not
 * given. An open cover goes before missing paper: the paper sensor sits in the cover of many
 * printers, so closing it is the first thing to do. Without word on the paper a printer is never
 * `ready` but `unknown`.
 */
export function statusFromAnswers(answers: RealTimeAnswers): PrinterStatus {
  const printer = valid(answers.printer);
  const offlineCause = valid(answers.offlineCause);
  const errorCause = valid(answers.errorCause);
  const paper = valid(answers.paper);

  if (has(offlineCause, 0x04)) return { state: 'coverOpen' };
  if (has(offlineCause, 0x20) || has(paper, 0x60)) return { state: 'paperOut' };
  const kind = errorKind(errorCause);
  if (kind !== null) return { state: 'error', kind };
  if (has(offlineCause, 0x40)) return { state: 'error', kind: 'unspecified' };
  if (has(printer, 0x08)) return { state: 'offline' };
  if (has(paper, 0x0c)) return { state: 'paperNearEnd' };
  // A printer that says "online" and where the paper is tells enough (clones answer 1 and 4 only).
  return printer !== undefined && paper !== undefined ? { state: 'ready' } : { state: 'unknown' };
}

/** What four bytes of automatic status say. */
export function statusFromAutomaticPacket(packet: AutomaticStatusPacket): PrinterStatus {
  const [printer, errors, paper] = packet;
  if (has(printer, 0x20)) return { state: 'coverOpen' };
  if (has(paper, 0x0c)) return { state: 'paperOut' };
  const kind = errorKind(errors);
  if (kind !== null) return { state: 'error', kind };
  if (has(printer, 0x08)) return { state: 'offline' };
  return has(paper, 0x03) ? { state: 'paperNearEnd' } : { state: 'ready' };
}

function valid(byte: number | undefined): number | undefined {
  return byte !== undefined && isRealTimeReply(byte) ? byte : undefined;
}

function has(byte: number | undefined, bits: number): boolean {
  return byte !== undefined && (byte & bits) !== 0;
}

/** DLE EOT 3 and the second byte of automatic status have the same three bits. */
function errorKind(byte: number | undefined): PrinterErrorKind | null {
  // The gravest first: it decides whom the desk has to call.
  if (has(byte, 0x20)) return 'unrecoverable';
  if (has(byte, 0x08)) return 'cutter';
  return has(byte, 0x40) ? 'autoRecoverable' : null;
}
