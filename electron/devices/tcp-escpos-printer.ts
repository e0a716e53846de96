import type { PrinterConfig } from '../contract/printer-config.ts';
import { ok, type Result } from '../contract/result.ts';
import {
  completionProcessId,
  createReplyReader,
  type PrinterReply,
  type RealTimeAnswers,
  type RealTimeQuestion,
  realTimeQuestions,
  statusFromAnswers,
  statusFromAutomaticPacket,
} from './escpos-status.ts';
import { createSerialQueue } from './serial-queue.ts';
import {
  type ConnectError,
  openTcpConnection,
  type SendError,
  type TcpConnection,
} from './tcp-transport.ts';
import {
  isStopped,
  type MonochromeImage,
  type PrinterStatus,
  type PrintFailure,
  type PrintOutcome,
  type TicketPrinter,
} from './ticket-printer.ts';

// Between two tries at a printer that another computer is using.
const connectRetryMs = 250;
// Between two looks at a printer that has all of a job and has not said it is done.
const completionLookMs = 1_000;

/** A network receipt printer that speaks ESC/POS. What it promises is in README.md beside it. */
export function createTcpEscposPrinter(config: PrinterConfig): TicketPrinter {
  const inTurn = createSerialQueue();
  return {
    status: () => inTurn(() => askStatus(config)),
    print: (image) => inTurn(() => printOnce(config, image)),
  };
}

async function askStatus(config: PrinterConfig): Promise<PrinterStatus> {
  const opened = await openConversation(config);
  if (!opened.ok) return { state: 'unreachable', reason: opened.error.reason };
  const conversation = opened.value;
  const status = await conversation.askStatus();
  await conversation.connection.finish(config.timeouts.closeMs);
  return status;
}

async function printOnce(config: PrinterConfig, image: MonochromeImage): Promise<PrintOutcome> {
  const unprintable = whyUnprintable(config, image);
  if (unprintable) return failedBeforeFirstByte(unprintable);
  // With it comes the encoder, which a start need not wait for.
  const { encodeTicket } = await import('./escpos-raster.ts');
  const job = encodeTicket(image, config);

  const opened = await openConversationWhenFree(config);
  if (!opened.ok) return failedBeforeFirstByte(opened.error);
  const conversation = opened.value;

  let isPastDeadline = false;
  const deadline = setTimeout(() => {
    isPastDeadline = true;
    conversation.connection.abandon();
  }, config.timeouts.jobMs);
  try {
    const outcome = await printOver(conversation, job, config);
    return isPastDeadline ? blameDeadline(outcome) : outcome;
  } finally {
    clearTimeout(deadline);
    conversation.connection.abandon();
  }
}

/** The sequence itself, on an open connection; see README.md. */
async function printOver(
  conversation: Conversation,
  job: Uint8Array,
  config: PrinterConfig,
): Promise<PrintOutcome> {
  const { connection } = conversation;
  const { timeouts } = config;

  const before = await conversation.askStatus();
  if (isStopped(before)) {
    await connection.finish(timeouts.closeMs);
    return failedBeforeFirstByte({ code: 'printerStopped', status: before });
  }
  if (conversation.isSilenced()) {
    // Hung up before the ticket was begun: nothing is lost yet, and nothing would be read.
    return failedBeforeFirstByte({ code: 'unreachable', reason: 'connectionLost' });
  }

  conversation.forgetStrayReplies();
  const sent = await connection.send(job, timeouts.writeStallMs);
  if (!sent.ok) return failedMidway(conversation, sent.error);

  // Who has said nothing so far will hardly begin now: do not make the next ticket wait for it.
  const isTalkative = conversation.hasSpoken();
  if (isTalkative && config.completion !== 'none') {
    await conversation.awaitCompletion(timeouts.completionMs);
  }
  const after = isTalkative ? await conversation.askStatus() : before;

  if (conversation.isDone()) {
    await connection.finish(timeouts.closeMs);
    return { state: 'confirmed', statusAfter: after };
  }
  if (isStopped(after)) {
    // The rest may lie in the printer's memory and come out when someone closes the cover.
    await connection.finish(timeouts.closeMs);
    return {
      state: 'failed',
      reason: { code: 'printerStopped', status: after },
      beforeFirstByte: false,
    };
  }
  const end = await connection.finish(timeouts.drainMs);
  const statusAfter = conversation.lastAnnounced() ?? after;
  // A slow printer may have answered while we were waiting for it to hang up.
  if (conversation.isDone()) return { state: 'confirmed', statusAfter };
  const why = end === 'lost' ? 'connectionLost' : 'noCompletionReply';
  return { state: 'sentUnconfirmed', why, statusAfter };
}

function whyUnprintable(config: PrinterConfig, image: MonochromeImage): PrintFailure | null {
  if (image.heightDots === 0) return { code: 'imageIsBlank' };
  if (image.widthDots > config.widthDots) {
    return {
      code: 'imageTooWide',
      widthDots: image.widthDots,
      printableDots: config.widthDots,
    };
  }
  return null;
}

function failedBeforeFirstByte(reason: PrintFailure): PrintOutcome {
  return { state: 'failed', reason, beforeFirstByte: true };
}

function failedMidway(conversation: Conversation, error: SendError): PrintOutcome {
  // A printer that stopped reading has often said why, by itself.
  const announced = conversation.lastAnnounced();
  const reason: PrintFailure =
    announced !== null && isStopped(announced)
      ? { code: 'printerStopped', status: announced }
      : { code: error.code === 'peerNotReading' ? 'printerNotReading' : 'connectionLost' };
  return { state: 'failed', reason, beforeFirstByte: false };
}

/** The deadline closed the socket: what looks like a fault of the printer was our impatience. */
function blameDeadline(outcome: PrintOutcome): PrintOutcome {
  if (outcome.state === 'failed') {
    const wasStopped = outcome.reason.code === 'printerStopped';
    return wasStopped ? outcome : { ...outcome, reason: { code: 'deadlinePassed' } };
  }
  return outcome.state === 'sentUnconfirmed' ? { ...outcome, why: 'deadlinePassed' } : outcome;
}

/** A connection, and what the printer says over it. */
type Conversation = {
  readonly connection: TcpConnection;
  askStatus(): Promise<PrinterStatus>;
  /** Waits until the printer says that the job is done, stops, falls silent or time is up. */
  awaitCompletion(patienceMs: number): Promise<void>;
  /** Whether the printer said that the job is done. */
  isDone(): boolean;
  /** Whether the printer has said anything at all. */
  hasSpoken(): boolean;
  /** The state the printer last sent by itself, if any. */
  lastAnnounced(): PrinterStatus | null;
  /** Drops an answer to a question of an earlier job that looks like one to ours. */
  forgetStrayReplies(): void;
  isSilenced(): boolean;
};

async function openConversationWhenFree(
  config: PrinterConfig,
): Promise<Result<Conversation, ConnectError>> {
  // Many printers take one connection and refuse the others. Nothing was sent, so trying again
  // is safe; counted in tries, so that no clock is needed.
  let triesLeft = Math.floor(config.timeouts.connectMs / connectRetryMs);
  for (;;) {
    const opened = await openConversation(config);
    if (opened.ok || opened.error.reason !== 'refused' || triesLeft <= 0) return opened;
    triesLeft -= 1;
    await pause(connectRetryMs);
  }
}

async function openConversation(
  config: PrinterConfig,
): Promise<Result<Conversation, ConnectError>> {
  const readReplies = createReplyReader();
  let onRealTimeReply: ((byte: number) => void) | null = null;
  let onDone: (() => void) | null = null;
  let isDone = false;
  let hasSpoken = false;
  let isSilenced = false;
  let announced: PrinterStatus | null = null;

  const hear = (reply: PrinterReply) => {
    hasSpoken = true;
    if (reply.kind === 'realTime') {
      // With no question open it is a late answer, or one to another caller: it says nothing.
      onRealTimeReply?.(reply.byte);
    } else if (reply.kind === 'automaticStatus') {
      announced = statusFromAutomaticPacket(reply.packet);
    } else if (isCompletion(reply, config)) {
      isDone = true;
      onDone?.();
    }
  };

  const opened = await openTcpConnection({
    host: config.host,
    port: config.port,
    connectMs: config.timeouts.connectMs,
    onBytes: (bytes) => readReplies(bytes).forEach(hear),
  });
  if (!opened.ok) return opened;
  const connection = opened.value;
  void connection.silenced.then(() => {
    isSilenced = true;
  });

  const ask = async (question: RealTimeQuestion): Promise<number | undefined> => {
    if (isSilenced) return undefined;
    const { statusReplyMs } = config.timeouts;
    const answer = new Promise<number>((resolve) => {
      onRealTimeReply = resolve;
    });
    void connection.send(realTimeQuestions[question], statusReplyMs);
    const byte = await within(statusReplyMs, answer, connection.silenced);
    onRealTimeReply = null;
    return byte;
  };

  const askStatus = async (): Promise<PrinterStatus> => {
    const answers: { [question in RealTimeQuestion]?: number } = {};
    // One question at a time: an answer does not say which question it belongs to. For the same
    // reason the first silence ends the questions: a late answer would be taken for another's.
    // 1 and 4 first: they are all that many clones know.
    for (const question of ['printer', 'paper', 'offlineCause'] as const) {
      const byte = await ask(question);
      if (byte === undefined) return statusFromAnswers(answers);
      answers[question] = byte;
    }
    const known: RealTimeAnswers = answers;
    const status = statusFromAnswers(known);
    const wantsCause = status.state === 'error' || status.state === 'offline';
    const errorCause = wantsCause ? await ask('errorCause') : undefined;
    return errorCause === undefined ? status : statusFromAnswers({ ...known, errorCause });
  };

  const awaitCompletion = async (patienceMs: number): Promise<void> => {
    const done = new Promise<true>((resolve) => {
      onDone = () => resolve(true);
    });
    let leftMs = patienceMs;
    while (!isDone && !isSilenced && leftMs > 0) {
      const lookMs = Math.min(leftMs, completionLookMs);
      await within(lookMs, done, connection.silenced);
      leftMs -= lookMs;
      // A printer out of paper will not say "done": look, so as not to wait for it in vain.
      if (!isDone && leftMs > 0 && isStopped(await askStatus())) return;
    }
  };

  return ok({
    connection,
    askStatus,
    awaitCompletion,
    lastAnnounced: () => announced,
    forgetStrayReplies: () => {
      isDone = false;
      announced = null;
    },
    isDone: () => isDone,
    hasSpoken: () => hasSpoken,
    isSilenced: () => isSilenced,
  });
}

function isCompletion(reply: PrinterReply, config: PrinterConfig): boolean {
  if (config.completion === 'orderedStatus') return reply.kind === 'ordered';
  if (config.completion === 'processId') {
    return reply.kind === 'processId' && reply.id === completionProcessId;
  }
  return false;
}

/** The answer if it comes in time and before the line goes dead. */
async function within<T>(
  patienceMs: number,
  answer: Promise<T>,
  dead: Promise<void>,
): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), patienceMs);
  });
  const first = await Promise.race([answer, dead.then(() => undefined), tooLate]);
  clearTimeout(timer);
  return first;
}

function pause(durationMs: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, durationMs);
  });
}
