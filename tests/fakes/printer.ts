import { createServer, type Server, type Socket } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import type { MonochromeImage } from '../../electron/devices/ticket-printer.ts';
import { decodePaper, type PrintedPaper, readCommand, toPng } from './escpos-decoder.ts';

/** What can be the matter with a printer. */
export type PrinterCondition =
  | 'ready'
  | 'paperNearEnd'
  | 'paperOut'
  | 'coverOpen'
  | 'offline'
  | 'cutterError'
  | 'unrecoverableError'
  | 'headTooHot';

/** How a fake printer behaves; everything left out is as a good printer does it. */
export type PrinterScript = {
  readonly condition?: PrinterCondition;
  /** The condition changes once so many bytes of a job have come. */
  readonly conditionAfterBytes?: { readonly bytes: number; readonly condition: PrinterCondition };
  /** Bytes to answer DLE EOT n with, instead of those of the condition. */
  readonly realTimeReplies?: { readonly [question: number]: number };
  /** Which n of DLE EOT n it answers; clones know 1 and 4, or none. */
  readonly answersRealTime?: readonly number[];
  /** Whether it answers GS r and GS ( H once all before them is carried out. */
  readonly answersWhenDone?: boolean;
  /** Before every answer. */
  readonly replyDelayMs?: number;
  /** Before the answers to DLE EOT n, by n. */
  readonly realTimeDelaysMs?: { readonly [question: number]: number };
  /** Between two reads of at most 64 KiB. */
  readonly readPauseMs?: number;
  /** Status packets sent by itself once so many bytes have come. */
  readonly automaticStatus?: readonly {
    readonly afterBytes: number;
    readonly packet: readonly number[];
  }[];
  /** Accepts connections, then neither reads nor answers. */
  readonly isDeaf?: boolean;
  /** Breaks the connection off after so many bytes; 0: at once. */
  readonly resetAfterBytes?: number;
  /** From the caller's goodbye to its own. */
  readonly closeDelayMs?: number | 'never';
  /** What becomes of a caller while another is connected. */
  readonly secondCaller?: 'served' | 'waits' | 'reset';
};

/** One print job as it arrived, from the first byte after the status questions. */
export type ReceivedJob = {
  /** All bytes of the connection, real-time questions included. */
  readonly bytes: Buffer;
  /** `ended`: the caller said goodbye; `broken`: the connection broke off. */
  readonly ending: 'ended' | 'broken';
  /** Whether the printer did all of it, rather than stop for paper or be cut off. */
  readonly isCarriedOut: boolean;
  /** What the bytes would put on paper, on a printer that does all of them. */
  paper(): PrintedPaper;
  image(): MonochromeImage;
  png(): Buffer;
};

/**
 * A network receipt printer that plays a script, for tests and for trying things out. It reads
 * jobs as a printer does: real-time commands at once wherever they stand, the rest in order.
 */
export interface FakePrinter extends AsyncDisposable {
  readonly host: string;
  readonly port: number;
  /** Jobs that have ended, oldest first. */
  readonly jobs: readonly ReceivedJob[];
  /** Connections taken so far, status questions and jobs alike. */
  readonly connectionCount: number;
  /** The most callers that were connected at the same time. */
  readonly mostCallersAtOnce: number;
  /** The next job that nobody has taken yet, as soon as it has ended. */
  nextJob(): Promise<ReceivedJob>;
  /** Jobs that have ended so far are not waited for any more. */
  passOver(): void;
  /** Settles when a caller next connects. */
  nextConnection(): Promise<void>;
  /** Changes the script; connections already open follow it too. */
  follow(script: PrinterScript): void;
  /** Takes the printer off the network: connections break, new ones are refused. */
  unplug(): Promise<void>;
  /** Puts it back on the network, at the same address. */
  plugIn(afterMs?: number): Promise<void>;
  close(): Promise<void>;
}

// DLE EOT replies as Epson's reference gives them; 16h for "online" is what printers with the
// cash drawer pin high say, and the commonest healthy answer.
const healthy: Record<number, number> = { 1: 0x16, 2: 0x12, 3: 0x12, 4: 0x12 };
const replies: Record<PrinterCondition, Record<number, number>> = {
  ready: healthy,
  paperNearEnd: { ...healthy, 4: 0x1e },
  paperOut: { ...healthy, 1: 0x1a, 2: 0x32, 4: 0x7e },
  coverOpen: { ...healthy, 1: 0x1a, 2: 0x16 },
  offline: { ...healthy, 1: 0x1a },
  cutterError: { ...healthy, 1: 0x1a, 2: 0x52, 3: 0x1a },
  unrecoverableError: { ...healthy, 1: 0x1a, 2: 0x52, 3: 0x32 },
  headTooHot: { ...healthy, 1: 0x1a, 2: 0x52, 3: 0x52 },
};

/** Starts a fake printer on a free port of this machine. */
export async function startFakePrinter(initialScript: PrinterScript = {}): Promise<FakePrinter> {
  let script = initialScript;
  let server: Server | null = null;
  let port = 0;
  let connectionCount = 0;
  let mostCallersAtOnce = 0;
  const callers = new Set<Socket>();
  const waitingCallers: Socket[] = [];
  const jobs: ReceivedJob[] = [];
  const untaken: ReceivedJob[] = [];
  const jobTakers: ((job: ReceivedJob) => void)[] = [];
  const connectionWatchers: (() => void)[] = [];

  const deliver = (job: ReceivedJob) => {
    jobs.push(job);
    const taker = jobTakers.shift();
    if (taker) taker(job);
    else untaken.push(job);
  };

  const greet = (socket: Socket) => {
    // The caller breaking off is one of the things under test, not an error of the fake.
    socket.on('error', () => {});
    connectionCount += 1;
    if (callers.size > 0 && script.secondCaller === 'reset') {
      socket.resetAndDestroy();
      return;
    }
    if (callers.size > 0 && script.secondCaller === 'waits') waitingCallers.push(socket);
    else serve(socket);
    for (const watcher of connectionWatchers.splice(0)) watcher();
  };

  const serve = (socket: Socket) => {
    callers.add(socket);
    mostCallersAtOnce = Math.max(mostCallersAtOnce, callers.size);
    socket.once('close', () => {
      callers.delete(socket);
      const next = waitingCallers.shift();
      if (next) serve(next);
    });
    if (script.resetAfterBytes === 0) socket.resetAndDestroy();
    else if (!script.isDeaf) listen(socket, () => script, deliver);
  };

  const plugIn = () =>
    new Promise<void>((resolve, reject) => {
      // A caller is read only once it is served; until then its bytes wait in the network.
      const fresh = createServer({ allowHalfOpen: true, pauseOnConnect: true }, greet);
      fresh.once('error', reject);
      fresh.listen(port, '127.0.0.1', () => {
        const address = fresh.address();
        if (address === null || typeof address === 'string') throw new Error('No TCP address');
        port = address.port;
        server = fresh;
        resolve();
      });
    });

  const unplug = () =>
    new Promise<void>((resolve) => {
      for (const socket of [...callers, ...waitingCallers.splice(0)]) socket.resetAndDestroy();
      if (server) server.close(() => resolve());
      else resolve();
      server = null;
    });

  await plugIn();
  return {
    host: '127.0.0.1',
    port,
    jobs,
    get connectionCount() {
      return connectionCount;
    },
    get mostCallersAtOnce() {
      return mostCallersAtOnce;
    },
    nextJob() {
      const job = untaken.shift();
      if (job) return Promise.resolve(job);
      return new Promise((resolve) => {
        jobTakers.push(resolve);
      });
    },
    passOver() {
      untaken.length = 0;
    },
    nextConnection() {
      return new Promise((resolve) => {
        connectionWatchers.push(resolve);
      });
    },
    follow(next) {
      script = next;
    },
    unplug,
    async plugIn(afterMs = 0) {
      await delay(afterMs);
      await plugIn();
    },
    close: unplug,
    [Symbol.asyncDispose]: unplug,
  };
}

/** One conversation: reads commands, answers them as the script says, hands the job over. */
function listen(
  socket: Socket,
  readScript: () => PrinterScript,
  deliver: (job: ReceivedJob) => void,
): void {
  let bytes = Buffer.alloc(0);
  let questionScan = 0;
  let commandStart = 0;
  let isJob = false;
  let isDelivered = false;
  let packetsSent = 0;
  const timers = new Set<NodeJS.Timeout>();

  const later = (delayMs: number, action: () => void) => {
    const timer = setTimeout(() => {
      timers.delete(timer);
      action();
    }, delayMs);
    timers.add(timer);
  };
  const say = (reply: readonly number[], delayMs = readScript().replyDelayMs) => {
    const send = () => {
      if (socket.writable) socket.write(Uint8Array.from(reply));
    };
    if (delayMs === undefined) send();
    else later(delayMs, send);
  };
  const condition = (): PrinterCondition => {
    const { conditionAfterBytes: change, condition: initial = 'ready' } = readScript();
    return change && bytes.length >= change.bytes ? change.condition : initial;
  };
  const isPrinting = () => condition() === 'ready' || condition() === 'paperNearEnd';
  const endJob = (ending: ReceivedJob['ending']) => {
    if (!isJob || isDelivered) return;
    isDelivered = true;
    const received = bytes;
    deliver({
      bytes: received,
      ending,
      // A question that broke off with the line is no part of the ticket.
      isCarriedOut: commandStart === received.length || received[commandStart] === 0x10,
      paper: () => decodePaper(received),
      image: () => decodePaper(received).image,
      png: () => toPng(decodePaper(received).image),
    });
  };

  /** Real-time questions are obeyed wherever they stand, as by Epson's printers. */
  const answerRealTime = () => {
    const { answersRealTime = [1, 2, 3, 4], realTimeReplies, realTimeDelaysMs } = readScript();
    for (; questionScan + 2 < bytes.length; questionScan += 1) {
      if (bytes[questionScan] !== 0x10 || bytes[questionScan + 1] !== 0x04) continue;
      const question = bytes[questionScan + 2] ?? 0;
      const reply = realTimeReplies?.[question] ?? replies[condition()][question];
      if (reply === undefined || !answersRealTime.includes(question)) continue;
      say([reply], realTimeDelaysMs?.[question]);
    }
  };
  const obeyInOrder = () => {
    const { answersWhenDone = true } = readScript();
    for (
      let found = readCommand(bytes, commandStart);
      found;
      found = readCommand(bytes, commandStart)
    ) {
      const { command, next } = found;
      // A stopped printer keeps the rest in its memory and carries none of it out.
      if (command.kind !== 'realTimeQuestion') isJob = true;
      if (command.kind !== 'realTimeQuestion' && !isPrinting()) return;
      commandStart = next;
      if (!answersWhenDone) continue;
      if (command.kind === 'orderedQuestion') say([condition() === 'paperNearEnd' ? 0x03 : 0x00]);
      if (command.kind === 'processId') {
        const id = Array.from(command.id, (character) => character.charCodeAt(0));
        say([0x37, 0x22, ...id, 0x00]);
      }
    }
  };
  const sendAutomaticStatus = () => {
    const { automaticStatus = [] } = readScript();
    for (const { afterBytes, packet } of automaticStatus.slice(packetsSent)) {
      if (bytes.length < afterBytes) return;
      packetsSent += 1;
      if (socket.writable) socket.write(Uint8Array.from(packet));
    }
  };

  socket.on('data', (chunk: Buffer) => {
    const { resetAfterBytes, readPauseMs } = readScript();
    // What comes after the break is never seen, however much the network brings at once.
    bytes = Buffer.concat([bytes, chunk]).subarray(0, resetAfterBytes);
    answerRealTime();
    obeyInOrder();
    // A command that has not wholly come is part of a job too, unless it may yet be a question.
    isJob ||= commandStart < bytes.length && bytes[commandStart] !== 0x10;
    sendAutomaticStatus();
    if (bytes.length === resetAfterBytes) {
      endJob('broken');
      socket.resetAndDestroy();
    } else if (readPauseMs !== undefined) {
      socket.pause();
      later(readPauseMs, () => socket.resume());
    }
  });
  socket.once('end', () => {
    endJob('ended');
    const { closeDelayMs } = readScript();
    if (closeDelayMs === 'never') return;
    if (closeDelayMs === undefined) socket.end();
    else later(closeDelayMs, () => socket.end());
  });
  socket.once('close', () => {
    for (const timer of timers) clearTimeout(timer);
    endJob('broken');
  });
  socket.resume();
}
