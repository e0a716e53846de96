import type { ApiError } from '../../electron/contract/errors.ts';
import type { DeskCounter, DeskView, WaitingTicket } from '../../electron/contract/views.ts';
import type { Phrase } from '../text/phrase.ts';
import type { Translator } from '../text/translator.ts';

/** What a person at a counter can ask for; each is one command of the contract. */
export type DeskAction = 'open' | 'call' | 'start' | 'close' | 'recall' | 'noShow';

/** What can be done now: one main action, and what else there is. */
export interface ActionsNow {
  readonly primary: DeskAction;
  /** False when the main action would be refused now: nobody waits. */
  readonly isPrimaryPossible: boolean;
  readonly others: readonly DeskAction[];
}

/** What the counter's state lets its holder do. */
export function actionsNow(counter: DeskCounter): ActionsNow {
  if (!counter.isOpen) return { primary: 'open', isPrimaryPossible: true, others: [] };
  if (counter.ticket === null) {
    return { primary: 'call', isPrimaryPossible: counter.next !== null, others: [] };
  }
  if (counter.ticket.status === 'called') {
    return { primary: 'start', isPrimaryPossible: true, others: ['recall', 'noShow'] };
  }
  return { primary: 'close', isPrimaryPossible: true, others: [] };
}

/**
 * The key of each action, shown on its button. Function keys only: a single letter would fire
 * under speech input and slips of the hand (WCAG 2.2, 2.1.4). F2 is always the main action, in
 * the order of a conversation: call, has come, is over. F1, F3, F5 to F7, F11 and F12 belong to the
 * browser.
 */
export const PRIMARY_KEY = 'F2';
export const OTHER_KEYS: Readonly<Partial<Record<DeskAction, string>>> = {
  recall: 'F4',
  noShow: 'F8',
};

/** The action of a key, or null. A key held down, or with a modifier, is not meant. */
export function actionOfKey(
  press: {
    readonly key: string;
    readonly repeat: boolean;
    readonly ctrlKey: boolean;
    readonly altKey: boolean;
    readonly metaKey: boolean;
    readonly shiftKey: boolean;
  },
  actions: ActionsNow,
): DeskAction | null {
  if (press.repeat || press.ctrlKey || press.altKey || press.metaKey || press.shiftKey) return null;
  if (press.key === PRIMARY_KEY) return actions.primary;
  return actions.others.find((action) => OTHER_KEYS[action] === press.key) ?? null;
}

/** Whole minutes gone by. A desk's clock that runs behind the server's gives 0, never less. */
export function minutesSince(sinceMs: number, nowMs: number): number {
  return Math.max(0, Math.floor((nowMs - sinceMs) / 60_000));
}

/** The counter of this number in the view, if the office has it. */
export function counterOf(view: DeskView, counter: string): DeskCounter | null {
  return view.counters.find((candidate) => candidate.counter === counter) ?? null;
}

export interface WaitingRow {
  readonly ticket: WaitingTicket;
  /** This counter's "call next" would call it. */
  readonly isNext: boolean;
  /** One of the queues that this counter calls. */
  readonly isOurs: boolean;
}

/** The people waiting, in calling order, as this counter sees them. */
export function waitingRows(view: DeskView, counter: DeskCounter): WaitingRow[] {
  return view.waiting.map((ticket) => ({
    ticket,
    isNext: counter.next?.ticketId === ticket.ticketId,
    isOurs: counter.queues.includes(ticket.queue),
  }));
}

/** Whom "call next" would call: the waiting ticket with the reason. */
export function nextTicket(view: DeskView, counter: DeskCounter): WaitingTicket | null {
  const ticketId = counter.next?.ticketId;
  return view.waiting.find((ticket) => ticket.ticketId === ticketId) ?? null;
}

/** The sentence that explains an error and says what to do. */
export function errorPhrase(texts: Translator, error: ApiError): Phrase {
  // The general words say that the program tries again by itself; a command at the desk is given
  // up after some seconds, for nobody should be called minutes after the key was pressed.
  if (error.code === 'unavailable') return texts.phrase('desk.connection.notAnswered');
  return texts.phraseAt(`errors.${error.code}`, errorFacts(error));
}

function errorFacts(error: ApiError): Record<string, string | number> {
  switch (error.code) {
    case 'unknownCounter':
    case 'counterTaken':
    case 'counterNotOpen':
    case 'counterAlreadyOpen':
    case 'counterBusy':
      return { counter: error.counter };
    case 'unknownQueue':
    case 'queueFull':
      return { queue: error.queue };
    case 'tooManyAttempts':
      return { minutes: Math.max(1, Math.ceil(error.retryAfterMs / 60_000)) };
    default:
      return {};
  }
}
