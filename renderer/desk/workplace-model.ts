import type {
  CounterTicket,
  DeskCounter,
  DeskView,
  WaitingTicket,
} from '../../electron/contract/views.ts';

/** What a person at a counter can do with one press, for the counter or the person at it. */
export type DeskAction =
  | 'open'
  | 'resume'
  | 'call'
  | 'callPaper'
  | 'start'
  | 'close'
  | 'recall'
  | 'noShow'
  | 'park'
  | 'transfer'
  | 'continue'
  | 'cancel';

/** What can be done now: one main action, and what else there is. */
export interface ActionsNow {
  readonly primary: DeskAction;
  /** False when the main action would be refused now: nobody waits. */
  readonly isPrimaryPossible: boolean;
  /** Beside the main action, with a key of their own. */
  readonly others: readonly DeskAction[];
  /** The rarer ones. */
  readonly rare: readonly DeskAction[];
}

/** What the counter's state lets its holder do at a moment (UTC epoch milliseconds). */
export function actionsNow(view: DeskView, counter: DeskCounter, nowMs: number): ActionsNow {
  if (counter.ticket !== null) return actionsOn(counter.ticket);
  const alone = { isPrimaryPossible: true, others: [], rare: [] };
  if (counter.status === 'paused') return { primary: 'resume', ...alone };
  if (counter.status !== 'open') return { primary: 'open', ...alone };
  const canCall = isSomebodyToCall(counter, nowMs);
  if (view.paperRoll === null) return { ...alone, primary: 'call', isPrimaryPossible: canCall };
  // Where the screen at the entrance is dead nobody waits in the list, and F2 still calls.
  return canCall
    ? { ...alone, primary: 'call', others: ['callPaper'] }
    : { ...alone, primary: 'callPaper' };
}

function actionsOn(ticket: CounterTicket): ActionsNow {
  return ticket.status === 'called'
    ? {
        primary: 'start',
        isPrimaryPossible: true,
        others: ['recall', 'noShow'],
        rare: ['park', 'transfer', 'cancel'],
      }
    : {
        primary: 'close',
        isPrimaryPossible: true,
        others: [],
        rare: ['park', 'transfer', 'continue'],
      };
}

/** Somebody is next, or has been back for long enough since the view was made. */
function isSomebodyToCall({ next, nextFromMs }: DeskCounter, nowMs: number): boolean {
  return next !== null || (nextFromMs !== null && nextFromMs <= nowMs);
}

/** What a no-show still needs: more calls, more seconds, or nothing. */
export function noShowMissing(
  { noShow }: CounterTicket,
  nowMs: number,
): { readonly calls: number; readonly seconds: number } {
  return {
    calls: noShow.callsMissing,
    seconds: Math.max(0, Math.ceil((noShow.fromMs - nowMs) / 1_000)),
  };
}

/** Whether an action on the person at the counter would be carried out now. */
export function isActionPossible(
  action: DeskAction,
  ticket: CounterTicket | null,
  nowMs: number,
): boolean {
  if (action !== 'noShow' || ticket === null) return true;
  const { calls, seconds } = noShowMissing(ticket, nowMs);
  return calls === 0 && seconds === 0;
}

/**
 * Whole seconds for which the counter's last action can still be taken back; 0 where there is none.
 * Rounded down: better gone a moment early than pressed in vain.
 */
export function undoSeconds({ undo }: DeskCounter, nowMs: number): number {
  return undo === null ? 0 : Math.max(0, Math.floor((undo.untilMs - nowMs) / 1_000));
}

/**
 * The key of each action, shown on its button. Function keys only: a single letter would fire
 * under speech input and slips of the hand (WCAG 2.2, 2.1.4). F2 is always the main action, in
 * the order of a conversation: call, has come, is over. F4 calls in another way: again, or from
 * the paper roll. F1, F3, F5 to F7 and F10 to F12 belong to the browser.
 */
export const PRIMARY_KEY = 'F2';
export const UNDO_KEY = 'F9';
export const OTHER_KEYS: Readonly<Partial<Record<DeskAction, string>>> = {
  recall: 'F4',
  callPaper: 'F4',
  noShow: 'F8',
};

/** A press of a key, as the browser tells it. */
export interface KeyPress {
  readonly key: string;
  readonly repeat: boolean;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
}

/** The action of a key, or null. A key held down, or with a modifier, is not meant. */
export function actionOfKey(press: KeyPress, actions: ActionsNow): DeskAction | 'undo' | null {
  if (press.repeat || press.ctrlKey || press.altKey || press.metaKey || press.shiftKey) return null;
  if (press.key === PRIMARY_KEY) return actions.primary;
  if (press.key === UNDO_KEY) return 'undo';
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
  /** One that this counter calls. */
  readonly isOurs: boolean;
}

/** The people waiting, in calling order, as this counter sees them. */
export function waitingRows(view: DeskView, counter: DeskCounter): WaitingRow[] {
  return view.waiting.map((ticket) => ({
    ticket,
    isNext: counter.next?.ticketId === ticket.ticketId,
    isOurs:
      ticket.reservedFor === null
        ? counter.queues.includes(ticket.queue)
        : ticket.reservedFor === counter.counter,
  }));
}

/** Whom "call next" would call: the waiting ticket, where the list shows it. */
export function nextTicket(view: DeskView, counter: DeskCounter): WaitingTicket | null {
  const ticketId = counter.next?.ticketId;
  return view.waiting.find((ticket) => ticket.ticketId === ticketId) ?? null;
}

/** The number of the paper roll as it is called: "R042". */
export function paperCode(number: number): string {
  return `R${String(number).padStart(3, '0')}`;
}
