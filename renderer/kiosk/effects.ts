import type { ApiError } from '../../electron/contract/errors.ts';
import type { IssuedTicket, Office } from '../../electron/contract/operations.ts';
import type { Result } from '../../electron/contract/result.ts';
import type { SportelloClient } from '../client/sportello-client.ts';
import type {
  Action,
  Effect,
  HelpCallOutcome,
  NumberProblem,
  NumberRequest,
} from './journey/journey.ts';

/** After this long without an answer the same command goes out again. */
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

function helpOutcome(answer: Result<{ isSeen: boolean }, ApiError> | null): HelpCallOutcome {
  if (answer?.ok !== true) return 'failed';
  return answer.value.isSeen ? 'seen' : 'unseen';
}

/** Nobody is left to wait beside the screen for longer. */
const HELP_CALL_TIMEOUT_MS = 6_000;

/** Carries out what the journey asks: a number from the server, its paper from the host, or
 * a person from the desk. */
export async function carryOut(
  client: SportelloClient,
  office: () => Pick<Office, 'name' | 'isDemo'>,
  effect: Effect,
  act: (action: Action) => void,
): Promise<void> {
  if (effect.type === 'requestNumber') {
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
  if (effect.type === 'callHelp') {
    const { commandId } = effect;
    const answer = await Promise.race([
      client.call('callHelp', { commandId }).catch(() => null),
      afterMs(HELP_CALL_TIMEOUT_MS, null),
    ]);
    act({ type: 'helpCallEnded', commandId, outcome: helpOutcome(answer) });
    return;
  }
  const { ticket, language } = effect;
  const face = {
    code: ticket.code,
    officeName: office().name,
    isDemo: office().isDemo,
    peopleAhead: ticket.peopleAhead,
    range: ticket.range,
    issuedAtMs: ticket.issuedAtMs,
    language,
  };
  const answer = await Promise.race([
    client.host('printTicket', face).catch(() => null),
    afterMs(PRINT_TIMEOUT_MS, 'late' as const),
  ]);
  const ended = { type: 'printEnded', ticketId: ticket.ticketId } as const;
  if (answer === 'late') act({ ...ended, outcome: 'sentUnconfirmed', printer: 'unknown' });
  else if (answer === null || !answer.ok)
    act({ ...ended, outcome: 'notPrinted', printer: 'unknown' });
  else act({ ...ended, ...answer.value });
}
