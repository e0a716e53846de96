import type { Content } from '../../electron/contract/content.ts';
import type { ApiError } from '../../electron/contract/errors.ts';
import type { HostOutput } from '../../electron/contract/host.ts';
import type { IssuedTicket, Office } from '../../electron/contract/operations.ts';
import { inLanguage } from '../../electron/contract/phone.ts';
import type { Result } from '../../electron/contract/result.ts';
import type { SportelloClient } from '../client/sportello-client.ts';
import type {
  Action,
  Effect,
  HelpCallOutcome,
  NumberProblem,
  NumberRequest,
} from './journey/journey.ts';

/** After this long without an answer the server passes for away; the same command goes out again later. */
const ISSUE_TIMEOUT_MS = 10_000;

/** A printer that has said nothing for this long may still print; the person need not wait. */
const PRINT_TIMEOUT_MS = 20_000;

function problemOf(error: ApiError): NumberProblem {
  switch (error.code) {
    case 'queueFull':
    case 'officeClosed':
    case 'dayEnded':
    case 'unknownAppointment':
    case 'alreadyCheckedIn':
    case 'commandIdReused':
      return error.code;
    case 'unavailable':
    case 'tooManyAttempts':
      return 'unavailable';
    default:
      return 'unexpected';
  }
}

function afterMs<T>(delayMs: number, value: T): Promise<T> {
  return new Promise((resolve) => setTimeout(() => resolve(value), delayMs));
}

function request(
  client: SportelloClient,
  { commandId, wish }: NumberRequest,
): Promise<Result<IssuedTicket, ApiError>> {
  const { hasPriority } = wish;
  return wish.type === 'checkIn'
    ? client.call('checkIn', { commandId, code: wish.code, hasPriority })
    : client.call('issueTicket', {
        commandId,
        queue: wish.queue,
        entry: wish.entry,
        hasPriority,
      });
}

type Printed = HostOutput<'printTicket'>;

/** What became of a piece of paper, whatever the host answers and however long it takes. */
async function printed(asked: Promise<Result<Printed, ApiError>>): Promise<Printed> {
  const answer = await Promise.race([
    asked.catch(() => null),
    afterMs(PRINT_TIMEOUT_MS, 'late' as const),
  ]);
  if (answer === 'late') return { outcome: 'sentUnconfirmed', printer: 'unknown' };
  return answer?.ok === true ? answer.value : { outcome: 'notPrinted', printer: 'unknown' };
}

/** Settles once no notice is being printed: on one roll, pieces of two must not mix. */
let lastNotice: Promise<unknown> = Promise.resolve();

/** All pieces of a notice, as long as they come out. */
async function printNotice(
  client: SportelloClient,
  content: Content,
  { noticeId, language }: Extract<Effect, { type: 'printNotice' }>,
): Promise<Printed> {
  // With it comes the reader of Markdown, which would keep the first screen waiting.
  const { pieceCount } = await import('../text/notice-pieces.ts');
  const notice = content.notices.find(({ id }) => id === noticeId);
  const pieces = notice === undefined ? 0 : pieceCount(content, notice, language);
  let last: Printed = { outcome: 'notPrinted', printer: 'unknown' };
  for (let part = 0; part < pieces; part += 1) {
    last = await printed(client.host('printNotice', { noticeId, language, part }));
    if (last.outcome === 'notPrinted') break;
  }
  return last;
}

/** What the kiosk knows of where it stands. */
export interface Surroundings {
  readonly office: Pick<Office, 'name' | 'isDemo'>;
  readonly content: Content;
}

function helpOutcome(answer: Result<{ isSeen: boolean }, ApiError> | null): HelpCallOutcome {
  if (answer?.ok !== true) return 'failed';
  return answer.value.isSeen ? 'seen' : 'unseen';
}

/** Nobody is left to wait beside the screen for longer. */
const HELP_CALL_TIMEOUT_MS = 6_000;

/**
 * Carries out what the journey asks: a number from the server, paper from the host, or a person
 * from the desk.
 */
export async function carryOut(
  client: SportelloClient,
  { office, content }: Surroundings,
  effect: Effect,
  act: (action: Action) => void,
): Promise<void> {
  switch (effect.type) {
    case 'requestNumber': {
      const { commandId } = effect.request;
      const late: ApiError = { code: 'unavailable' };
      const answer = await Promise.race([
        request(client, effect.request).catch(() => ({ ok: false, error: late }) as const),
        afterMs(ISSUE_TIMEOUT_MS, { ok: false, error: late } as const),
      ]);
      if (answer.ok) act({ type: 'issued', commandId, ticket: answer.value });
      else act({ type: 'notIssued', commandId, problem: problemOf(answer.error) });
      return;
    }
    case 'printTicket': {
      const { ticket, language } = effect;
      const { code, peopleAhead, range, issuedAtMs, phoneUrl } = ticket;
      const face = {
        code,
        officeName: office.name,
        isDemo: office.isDemo,
        peopleAhead,
        range,
        issuedAtMs,
        phoneUrl: phoneUrl === null ? null : inLanguage(phoneUrl, language),
        language,
      };
      const ended = await printed(client.host('printTicket', face));
      act({ type: 'printEnded', ticketId: ticket.ticketId, ...ended });
      return;
    }
    case 'callHelp': {
      const { commandId } = effect;
      const answer = await Promise.race([
        client.call('callHelp', { commandId }).catch(() => null),
        afterMs(HELP_CALL_TIMEOUT_MS, null),
      ]);
      act({ type: 'helpCallEnded', commandId, outcome: helpOutcome(answer) });
      return;
    }
    case 'printNotice': {
      const { session, noticeId } = effect;
      const turn = lastNotice.then(() => printNotice(client, content, effect));
      lastNotice = turn.catch(() => undefined);
      const ended = await turn;
      act({ type: 'noticePrintEnded', session, noticeId, ...ended });
      return;
    }
  }
}
