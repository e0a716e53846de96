import type { Residence } from '../../electron/contract/content.ts';
import type { PrinterState, PrintOutcome } from '../../electron/contract/host.ts';
import type { IssuedTicket } from '../../electron/contract/operations.ts';

/*
 * The way of one person through the kiosk, as a pure state machine: `step(journey, action, rules)`.
 * Time is an action too (`secondPassed`), so nothing here waits. What the person answers lives in
 * this object only and goes with it.
 */

/** How long the kiosk waits for the server before it sends the same command again. */
export const RETRY_AFTER_SECONDS = 4;

/** How long a cleared screen stays empty before the first screen returns. */
const CLEARED_FOR_SECONDS = 2;

/** At most six choices in sight (DESIGN §9): two of them are "more" and "only a number". */
export const NEEDS_PER_PAGE = 4;

/** What the office decides about the journey; all from the content. */
export interface JourneyRules {
  /** The language of the first screen. */
  readonly firstLanguage: string;
  /** How many entries the list of needs has. */
  readonly needCount: number;
  readonly residence: Residence;
  readonly idleWarningAfterSeconds: number;
  readonly idleCountdownSeconds: number;
  readonly returnAfterTicketSeconds: number;
  /** The queue of an offering; of null, the queue for someone who does not say. */
  readonly queueOf: (offeringId: string | null) => string;
}

export type NoticeLayer = 'short' | 'points' | 'full';

/** A screen, and what it is about. */
export type Place =
  | { readonly name: 'attract' }
  | { readonly name: 'needs'; readonly page: number }
  | { readonly name: 'offering'; readonly offeringId: string }
  | { readonly name: 'audience' }
  | { readonly name: 'mandated' }
  | { readonly name: 'appointment' }
  | { readonly name: 'residence'; readonly questionId: string }
  | { readonly name: 'outcome'; readonly outcomeId: string }
  | { readonly name: 'final' }
  | { readonly name: 'number' }
  | { readonly name: 'help' }
  | { readonly name: 'notices' }
  | { readonly name: 'notice'; readonly noticeId: string; readonly layer: NoticeLayer }
  | { readonly name: 'cleared' };

export type Entry = 'appointment' | 'walkIn';

/** All that a person tells the kiosk. Never stored, logged or sent, but for queue and entry. */
export interface Answers {
  readonly offeringId: string | null;
  /** Null until asked; the last screen asks whoever came the short way. */
  readonly entry: Entry | null;
  readonly hasAppointmentQuestionBehind: boolean;
  readonly hasPriority: boolean;
}

/** What is sent to the server. The letter of a queue, never the offering (DESIGN §3). */
export interface IssueRequest {
  readonly commandId: string;
  readonly queue: string;
  readonly entry: Entry;
  readonly hasPriority: boolean;
}

export type Paper =
  | { readonly status: 'printing' }
  | { readonly status: 'done'; readonly outcome: PrintOutcome; readonly printer: PrinterState };

/** What has become of the number. */
export type NumberState =
  | { readonly status: 'none' }
  | {
      readonly status: 'sending';
      readonly request: IssueRequest;
      /** True once the server has failed to answer: the calm screen stays while it is asked. */
      readonly isRetry: boolean;
    }
  /** The server did not answer; the same request goes out again by itself. */
  | {
      readonly status: 'retrying';
      readonly request: IssueRequest;
      readonly retryInSeconds: number;
    }
  | { readonly status: 'refused'; readonly reason: 'queueFull' | 'unexpected' }
  | {
      readonly status: 'given';
      readonly ticket: IssuedTicket;
      readonly paper: Paper;
      /** Until the first screen returns. */
      readonly secondsLeft: number;
    };

export interface Journey {
  /** Grows by one whenever a person's traces are wiped. */
  readonly session: number;
  readonly language: string;
  readonly isChoosingLanguage: boolean;
  /** The way here; the last is in sight, and Back takes it off. */
  readonly places: readonly Place[];
  readonly answers: Answers;
  readonly number: NumberState;
  /** The last request of this person: the same wish gets the same command id. */
  readonly lastRequest: IssueRequest | null;
  /** Seconds since the last touch or key. */
  readonly idleSeconds: number;
}

export type IssueProblem = 'unavailable' | 'queueFull' | 'commandIdReused' | 'unexpected';

export type Action =
  | { readonly type: 'begin' }
  | { readonly type: 'languageAsked' }
  | { readonly type: 'languageClosed' }
  | { readonly type: 'languageChosen'; readonly language: string }
  | { readonly type: 'nextPage' }
  | { readonly type: 'needChosen'; readonly offeringId: string }
  | { readonly type: 'onlyNumber' }
  | { readonly type: 'audienceOpened' }
  | { readonly type: 'mandatedOpened' }
  | { readonly type: 'offeringConfirmed' }
  | { readonly type: 'mandatedConfirmed' }
  | { readonly type: 'appointmentAnswered'; readonly entry: Entry }
  | { readonly type: 'residenceAnswered'; readonly answerId: string }
  | { readonly type: 'outcomeAccepted' }
  | { readonly type: 'appointmentToggled' }
  | { readonly type: 'priorityToggled' }
  /** The command id is made by the caller, once per touch; the journey may keep an older one. */
  | { readonly type: 'takeNumber'; readonly commandId: string }
  | { readonly type: 'issued'; readonly commandId: string; readonly ticket: IssuedTicket }
  | { readonly type: 'notIssued'; readonly commandId: string; readonly problem: IssueProblem }
  | {
      readonly type: 'printEnded';
      readonly ticketId: string;
      readonly outcome: PrintOutcome;
      readonly printer: PrinterState;
    }
  | { readonly type: 'helpOpened' }
  | { readonly type: 'noticesOpened' }
  | { readonly type: 'noticeOpened'; readonly noticeId: string; readonly layer: NoticeLayer }
  | { readonly type: 'back' }
  | { readonly type: 'startAgain' }
  | { readonly type: 'clear' }
  | { readonly type: 'finished' }
  | { readonly type: 'touched' }
  | { readonly type: 'secondPassed' };

/** What the shell does for the journey. */
export type Effect =
  | { readonly type: 'issueTicket'; readonly request: IssueRequest }
  | { readonly type: 'printTicket'; readonly ticket: IssuedTicket; readonly language: string };

export interface Step {
  readonly journey: Journey;
  readonly effects: readonly Effect[];
}

const NO_ANSWERS: Answers = {
  offeringId: null,
  entry: null,
  hasAppointmentQuestionBehind: false,
  hasPriority: false,
};

/** The first screen, nobody there. */
export function newJourney(rules: JourneyRules, session = 0): Journey {
  return {
    session,
    language: rules.firstLanguage,
    isChoosingLanguage: false,
    places: [{ name: 'attract' }],
    answers: NO_ANSWERS,
    number: { status: 'none' },
    lastRequest: null,
    idleSeconds: 0,
  };
}

/** The screen in sight. */
export function placeInSight(journey: Journey): Place {
  return journey.places.at(-1) ?? { name: 'attract' };
}

/** Help and notices: looked at beside the journey, and left to the same place. */
function isAside(place: Place): boolean {
  return place.name === 'help' || place.name === 'notices' || place.name === 'notice';
}

export function canGoBack(journey: Journey): boolean {
  if (journey.places.length < 2) return false;
  if (placeInSight(journey).name !== 'number') return true;
  return journey.number.status === 'retrying' || journey.number.status === 'refused';
}

export function canStartAgain(journey: Journey): boolean {
  return journey.places.length > 1;
}

/** How many pages the list of needs has. */
function needPageCount(needCount: number): number {
  return Math.max(1, Math.ceil(needCount / NEEDS_PER_PAGE));
}

/** Seconds until the screen empties, once the kiosk asks whether the person is still there. */
export function secondsUntilWipe(journey: Journey, rules: JourneyRules): number | null {
  if (!isTimed(journey)) return null;
  const left = rules.idleWarningAfterSeconds + rules.idleCountdownSeconds - journey.idleSeconds;
  return journey.idleSeconds < rules.idleWarningAfterSeconds ? null : left;
}

function isTimed(journey: Journey): boolean {
  const place = placeInSight(journey);
  if (place.name === 'attract') return journey.isChoosingLanguage;
  if (place.name === 'cleared') return false;
  return !isNumberInSight(journey);
}

function isUntouched(journey: Journey, rules: JourneyRules): boolean {
  return (
    journey.language === rules.firstLanguage &&
    !journey.isChoosingLanguage &&
    journey.answers === NO_ANSWERS &&
    journey.lastRequest === null &&
    journey.number.status === 'none'
  );
}

function isNumberInSight(journey: Journey): boolean {
  return placeInSight(journey).name === 'number' && journey.number.status === 'given';
}

/** The next state. An action that does not fit the screen in sight changes nothing. */
export function step(journey: Journey, action: Action, rules: JourneyRules): Step {
  if (action.type === 'secondPassed') return secondPassed(journey, rules);
  if (action.type === 'issued' || action.type === 'notIssued') {
    return issueAnswered(journey, action, rules);
  }
  if (action.type === 'printEnded') return still(printEnded(journey, action));
  const awake = touched(journey, rules);
  if (action.type === 'takeNumber') return takeNumber(awake, action.commandId, rules);
  return still(moved(awake, action, rules));
}

function still(journey: Journey): Step {
  return { journey, effects: [] };
}

function touched(journey: Journey, rules: JourneyRules): Journey {
  if (isNumberInSight(journey) && journey.number.status === 'given') {
    return {
      ...journey,
      idleSeconds: 0,
      number: { ...journey.number, secondsLeft: rules.returnAfterTicketSeconds },
    };
  }
  // An emptied screen goes on to the first one by itself; a touch does not keep it empty.
  const isRested = journey.idleSeconds === 0 || placeInSight(journey).name === 'cleared';
  return isRested ? journey : { ...journey, idleSeconds: 0 };
}

function moved(
  journey: Journey,
  action: Exclude<
    Action,
    { type: 'secondPassed' | 'issued' | 'notIssued' | 'printEnded' | 'takeNumber' }
  >,
  rules: JourneyRules,
): Journey {
  const place = placeInSight(journey);
  switch (action.type) {
    case 'touched':
      return journey;
    case 'begin':
      return place.name === 'attract' ? push(journey, { name: 'needs', page: 0 }) : journey;
    case 'languageAsked':
      return { ...journey, isChoosingLanguage: true };
    case 'languageClosed':
      return { ...journey, isChoosingLanguage: false };
    case 'languageChosen': {
      const chosen = { ...journey, language: action.language, isChoosingLanguage: false };
      return place.name === 'attract' ? push(chosen, { name: 'needs', page: 0 }) : chosen;
    }
    case 'nextPage':
      return place.name === 'needs' && place.page + 1 < needPageCount(rules.needCount)
        ? push(journey, { name: 'needs', page: place.page + 1 })
        : journey;
    case 'needChosen':
      return place.name === 'needs'
        ? push(answered(journey, { offeringId: action.offeringId }), {
            name: 'offering',
            offeringId: action.offeringId,
          })
        : journey;
    case 'onlyNumber':
      return place.name === 'needs'
        ? push({ ...journey, answers: NO_ANSWERS }, { name: 'final' })
        : journey;
    case 'audienceOpened':
      return place.name === 'needs' || place.name === 'attract'
        ? push(journey, { name: 'audience' })
        : journey;
    case 'mandatedOpened':
      return place.name === 'needs' ? push(journey, { name: 'mandated' }) : journey;
    case 'offeringConfirmed':
      return place.name === 'offering' ? push(journey, { name: 'appointment' }) : journey;
    case 'mandatedConfirmed':
      return place.name === 'mandated'
        ? push(answered(journey, { offeringId: null }), { name: 'appointment' })
        : journey;
    case 'appointmentAnswered':
      return place.name === 'appointment'
        ? push(answered(journey, { entry: action.entry, hasAppointmentQuestionBehind: true }), {
            name: 'residence',
            questionId: rules.residence.start,
          })
        : journey;
    case 'residenceAnswered':
      return place.name === 'residence'
        ? residenceAnswered(journey, place.questionId, action.answerId, rules)
        : journey;
    case 'outcomeAccepted':
      return place.name === 'outcome' ? push(journey, { name: 'final' }) : journey;
    case 'appointmentToggled':
      return place.name === 'final'
        ? answered(journey, {
            entry: journey.answers.entry === 'appointment' ? 'walkIn' : 'appointment',
          })
        : journey;
    case 'priorityToggled':
      return place.name === 'final'
        ? answered(journey, { hasPriority: !journey.answers.hasPriority })
        : journey;
    case 'helpOpened':
      return pushAside(journey, { name: 'help' });
    case 'noticesOpened':
      return pushAside(journey, { name: 'notices' });
    case 'noticeOpened':
      return place.name === 'notices' || place.name === 'notice'
        ? push(journey, { name: 'notice', noticeId: action.noticeId, layer: action.layer })
        : journey;
    case 'back':
      return back(journey);
    case 'startAgain':
      return startAgain(journey, rules);
    case 'clear':
      return {
        ...newJourney(rules, journey.session + 1),
        places: [{ name: 'cleared' }],
      };
    case 'finished':
      return newJourney(rules, journey.session + 1);
  }
}

function push(journey: Journey, place: Place): Journey {
  return { ...journey, places: [...journey.places, place] };
}

function pushAside(journey: Journey, place: Place): Journey {
  if (placeInSight(journey).name === 'cleared') return journey;
  const main = journey.places.filter((each) => !isAside(each));
  return { ...journey, places: [...main, place] };
}

function answered(journey: Journey, answers: Partial<Answers>): Journey {
  return { ...journey, answers: { ...journey.answers, ...answers } };
}

function residenceAnswered(
  journey: Journey,
  questionId: string,
  answerId: string,
  rules: JourneyRules,
): Journey {
  const question = rules.residence.questions.find((each) => each.id === questionId);
  const next = question?.answers.find((each) => each.id === answerId)?.next;
  if (next === undefined) return journey;
  if ('question' in next) return push(journey, { name: 'residence', questionId: next.question });
  const outcome = rules.residence.outcomes.find((each) => each.id === next.outcome);
  return push(answered(journey, { hasPriority: outcome?.suggestsPriority ?? false }), {
    name: 'outcome',
    outcomeId: next.outcome,
  });
}

function back(journey: Journey): Journey {
  if (!canGoBack(journey)) return journey;
  const left = placeInSight(journey);
  return {
    ...journey,
    places: journey.places.slice(0, -1),
    number: left.name === 'number' ? { status: 'none' } : journey.number,
  };
}

/** Who starts again keeps the language; after a number, the next touch may be another person's. */
function startAgain(journey: Journey, rules: JourneyRules): Journey {
  if (!canStartAgain(journey)) return journey;
  const fresh = newJourney(rules, journey.session + 1);
  if (journey.number.status === 'given') return fresh;
  return {
    ...fresh,
    language: journey.language,
    places: [{ name: 'attract' }, { name: 'needs', page: 0 }],
  };
}

function takeNumber(journey: Journey, commandId: string, rules: JourneyRules): Step {
  const place = placeInSight(journey);
  const isRetry = place.name === 'number' && journey.number.status === 'refused';
  if (place.name !== 'final' && !isRetry) return still(journey);
  const wish = {
    queue: rules.queueOf(journey.answers.offeringId),
    entry: journey.answers.entry ?? 'walkIn',
    hasPriority: journey.answers.hasPriority,
  } as const;
  const last = journey.lastRequest;
  const isSameWish =
    last !== null &&
    last.queue === wish.queue &&
    last.entry === wish.entry &&
    last.hasPriority === wish.hasPriority;
  const request: IssueRequest = isSameWish ? last : { commandId, ...wish };
  const asked = isRetry ? journey : push(journey, { name: 'number' });
  return {
    journey: {
      ...asked,
      number: { status: 'sending', request, isRetry: false },
      lastRequest: request,
    },
    effects: [{ type: 'issueTicket', request }],
  };
}

function issueAnswered(
  journey: Journey,
  action: Extract<Action, { type: 'issued' | 'notIssued' }>,
  rules: JourneyRules,
): Step {
  const { number } = journey;
  const isAwaited =
    (number.status === 'sending' || number.status === 'retrying') &&
    number.request.commandId === action.commandId;
  if (!isAwaited) return still(journey);
  if (action.type === 'issued') {
    return {
      journey: {
        ...journey,
        idleSeconds: 0,
        number: {
          status: 'given',
          ticket: action.ticket,
          paper: { status: 'printing' },
          secondsLeft: rules.returnAfterTicketSeconds,
        },
      },
      effects: [{ type: 'printTicket', ticket: action.ticket, language: journey.language }],
    };
  }
  if (action.problem === 'unavailable') {
    return still({
      ...journey,
      number: {
        status: 'retrying',
        request: number.request,
        retryInSeconds: RETRY_AFTER_SECONDS,
      },
    });
  }
  return still({
    ...journey,
    // A command id that was used for something else would be refused for ever.
    lastRequest: action.problem === 'commandIdReused' ? null : journey.lastRequest,
    number: {
      status: 'refused',
      reason: action.problem === 'queueFull' ? 'queueFull' : 'unexpected',
    },
  });
}

function printEnded(journey: Journey, action: Extract<Action, { type: 'printEnded' }>): Journey {
  const { number } = journey;
  if (number.status !== 'given' || number.ticket.ticketId !== action.ticketId) return journey;
  return {
    ...journey,
    number: {
      ...number,
      paper: { status: 'done', outcome: action.outcome, printer: action.printer },
    },
  };
}

function secondPassed(before: Journey, rules: JourneyRules): Step {
  const place = placeInSight(before);
  const fresh = () => still(newJourney(rules, before.session + 1));
  if (place.name === 'attract' && isUntouched(before, rules)) return still(before);
  const journey = { ...before, idleSeconds: before.idleSeconds + 1 };
  if (place.name === 'attract' && !before.isChoosingLanguage) {
    // Someone came back to the first screen and left: their language goes too, without a question.
    return journey.idleSeconds >= rules.idleWarningAfterSeconds ? fresh() : still(journey);
  }
  if (place.name === 'cleared') {
    return journey.idleSeconds >= CLEARED_FOR_SECONDS ? fresh() : still(journey);
  }
  const { number } = journey;
  if (number.status === 'given' && isNumberInSight(journey)) {
    // Printing may take longer than the person; the number stays until it is known.
    if (number.paper.status === 'printing') return still({ ...journey, idleSeconds: 0 });
    const secondsLeft = number.secondsLeft - 1;
    return secondsLeft <= 0
      ? fresh()
      : still({ ...journey, idleSeconds: 0, number: { ...number, secondsLeft } });
  }
  const left = rules.idleWarningAfterSeconds + rules.idleCountdownSeconds;
  if (journey.idleSeconds >= left) return fresh();
  if (number.status !== 'retrying') return still(journey);
  if (number.retryInSeconds > 1) {
    return still({
      ...journey,
      number: { ...number, retryInSeconds: number.retryInSeconds - 1 },
    });
  }
  return {
    journey: { ...journey, number: { status: 'sending', request: number.request, isRetry: true } },
    effects: [{ type: 'issueTicket', request: number.request }],
  };
}
