import type { Residence } from '../../../electron/contract/content.ts';
import type { PrinterState } from '../../../electron/contract/device-report.ts';
import type { PrintOutcome } from '../../../electron/contract/host.ts';
import type { IssuedTicket } from '../../../electron/contract/operations.ts';
import { type Display, USUAL_DISPLAY } from './display.ts';
import { SILENT, silenced, type Voice, type VoiceWish } from './voice.ts';

/*
 * The way of one person through the kiosk, as a pure state machine: `step(journey, action, rules)`
 * in step.ts. Time is an action too (`secondPassed`), so nothing here waits. What the person
 * answers lives in this object only and goes with it; only its {@link Wish} reaches the server.
 */

/** At most six choices in sight (DESIGN §9): one of them is "only a number". */
export const NEEDS_PER_PAGE = 5;

/** What the office decides about the journey; all from the content. */
export interface JourneyRules {
  /** The language of the first screen. */
  readonly firstLanguage: string;
  /** How many entries the list of needs has. */
  readonly needCount: number;
  readonly residence: Residence;
  /** Whether a person may ask to go first. */
  readonly offersPriority: boolean;
  readonly idleWarningAfterSeconds: number;
  readonly idleCountdownSeconds: number;
  readonly returnAfterTicketSeconds: number;
  /** The queue of an offering; of null, the queue for someone who does not say. */
  readonly queueOf: (offeringId: string | null) => string;
  /** Whether numbers are given now; true while nothing is known, for the server decides. */
  readonly isOpen: boolean;
  /** Whether the code of an appointment can be checked in, which goes on after the last number. */
  readonly takesCodes: boolean;
}

/** A street or quarter that somebody was looking for, and the Municipi in which it lies. */
export interface FoundPlace {
  readonly kind: 'street' | 'quarter';
  readonly name: string;
  readonly municipi: readonly number[];
  /** Who says so. */
  readonly source: string;
}

export type NoticeLayer = 'short' | 'points' | 'full';

/** A screen, and what it is about. */
export type Place =
  | { readonly name: 'attract' }
  | { readonly name: 'needs'; readonly page: number }
  | { readonly name: 'offering'; readonly offeringId: string }
  | { readonly name: 'audience' }
  | { readonly name: 'young' }
  | { readonly name: 'finder' }
  | { readonly name: 'placeSearch'; readonly text: string; readonly page: number }
  | { readonly name: 'municipi'; readonly of: FoundPlace }
  /** The offices of a Municipio; `by`: the street or quarter through which it was found. */
  | { readonly name: 'offices'; readonly municipio: number; readonly by: FoundPlace | null }
  | { readonly name: 'mandated' }
  | { readonly name: 'appointment' }
  | { readonly name: 'code' }
  | { readonly name: 'residence'; readonly questionId: string }
  /** The last screen before the number, with the words for an answer on residence if there was one. */
  | { readonly name: 'final'; readonly outcomeId: string | null }
  | { readonly name: 'number' }
  | { readonly name: 'closed' }
  | { readonly name: 'help' }
  | { readonly name: 'notices' }
  | { readonly name: 'notice'; readonly noticeId: string; readonly layer: NoticeLayer }
  | { readonly name: 'cleared' };

export type Entry = 'appointment' | 'walkIn';

/** All that a person tells the kiosk. Never logged, nor stored here; sent is only a {@link Wish}. */
export interface Answers {
  readonly offeringId: string | null;
  /** Null until asked; the last screen asks whoever came the short way. */
  readonly entry: Entry | null;
  readonly hasAppointmentQuestionBehind: boolean;
  readonly hasPriority: boolean;
  /** The code of the appointment as far as it is written. */
  readonly writtenCode: string;
  /** True once something was scanned that cannot be the code of an appointment. */
  readonly isScanUnreadable: boolean;
  /** The code to check in with, once the person has gone on with it. */
  readonly code: string | null;
}

/** What is asked of the server. The letter of a queue, never the offering (DESIGN §3). */
export type Wish =
  | {
      readonly type: 'issueTicket';
      readonly queue: string;
      readonly entry: Entry;
      readonly hasPriority: boolean;
    }
  | { readonly type: 'checkIn'; readonly code: string; readonly hasPriority: boolean };

export interface NumberRequest {
  readonly commandId: string;
  readonly wish: Wish;
}

/** Passes by itself: the server is away, or is just beginning another day. */
export type PassingProblem = 'unavailable' | 'dayEnded';

/** Why there is no number, for now or for this person. */
export type Refusal =
  | 'queueFull'
  | 'officeClosed'
  | 'unknownAppointment'
  | 'alreadyCheckedIn'
  | 'unexpected';

export type NumberProblem = PassingProblem | Refusal | 'commandIdReused';

/** A notice that the person asked for on paper: each comes once for each person. */
export interface NoticePrint {
  readonly noticeId: string;
  readonly paper: Paper;
}

export type Paper =
  | { readonly status: 'printing' }
  | { readonly status: 'done'; readonly outcome: PrintOutcome; readonly printer: PrinterState };

/** What has become of the number. */
export type NumberState =
  | { readonly status: 'none' }
  | {
      readonly status: 'sending';
      readonly request: NumberRequest;
      /** Why it is sent again: the screen stays the same meanwhile. Null the first time. */
      readonly after: PassingProblem | null;
    }
  /** The same request goes out again by itself. */
  | {
      readonly status: 'retrying';
      readonly request: NumberRequest;
      readonly after: PassingProblem;
      readonly retryInSeconds: number;
    }
  | { readonly status: 'refused'; readonly reason: Refusal }
  | {
      readonly status: 'given';
      readonly ticket: IssuedTicket;
      readonly paper: Paper;
      /** Until the first screen returns. */
      readonly secondsLeft: number;
    };

/** Whether the desk sees the call for a person: `unseen` where no desk is open. */
export type HelpCallOutcome = 'seen' | 'unseen' | 'failed';

/** The call for a person, and for how long the screen still says what became of it. */
export type HelpCallState =
  | { readonly status: 'none' }
  | { readonly status: 'sending'; readonly commandId: string }
  | { readonly status: 'ended'; readonly outcome: HelpCallOutcome; readonly secondsLeft: number }
  /** The screen says no more of it, nor that somebody comes. */
  | { readonly status: 'unanswered' };

export interface Journey {
  /** Grows by one whenever a person's traces are wiped. */
  readonly session: number;
  readonly language: string;
  readonly display: Display;
  readonly voice: Voice;
  /** What is being chosen, over the screen in sight; null most of the time. */
  readonly choosing: 'language' | 'settings' | null;
  /** The way here; the last is in sight, and Back takes it off. */
  readonly places: readonly Place[];
  readonly answers: Answers;
  readonly number: NumberState;
  readonly noticePrints: readonly NoticePrint[];
  readonly helpCall: HelpCallState;
  /** The last request of this person: the same wish gets the same command id. */
  readonly lastRequest: NumberRequest | null;
  /** Seconds since the last touch or key. */
  readonly idleSeconds: number;
}

/** On the way to the office of one's Municipio. */
export type FinderAction =
  | { readonly type: 'finderOpened' }
  | { readonly type: 'finderClosed' }
  | { readonly type: 'municipioChosen'; readonly municipio: number }
  | { readonly type: 'placeSearchOpened' }
  | { readonly type: 'placeKeyPressed'; readonly character: string }
  | { readonly type: 'placeKeyErased' }
  | { readonly type: 'placesTurned'; readonly page: number }
  | { readonly type: 'placeChosen'; readonly place: FoundPlace };

export type Action =
  | { readonly type: 'begin' }
  | { readonly type: 'languageAsked' }
  | { readonly type: 'settingsAsked' }
  | { readonly type: 'choiceClosed' }
  | { readonly type: 'languageChosen'; readonly language: string }
  /** One touch changes one thing; the dialog stays. */
  | { readonly type: 'displayChanged'; readonly change: Partial<Display> }
  | { readonly type: 'voiceWished'; readonly wish: VoiceWish }
  | { readonly type: 'nextPage' }
  | { readonly type: 'needChosen'; readonly offeringId: string }
  | { readonly type: 'onlyNumber' }
  | { readonly type: 'audienceOpened' }
  | { readonly type: 'mandatedOpened' }
  | { readonly type: 'youngOpened' }
  | { readonly type: 'youngConfirmed' }
  | FinderAction
  | { readonly type: 'offeringConfirmed' }
  | { readonly type: 'mandatedConfirmed' }
  | { readonly type: 'appointmentAnswered'; readonly entry: Entry }
  /** The short way of someone with an appointment, from the first or the last screen. */
  | { readonly type: 'codeAsked' }
  | { readonly type: 'codeKeyPressed'; readonly character: string }
  | { readonly type: 'codeKeyErased' }
  /** A reader has read a code; what it has read may be anything. */
  | { readonly type: 'codeScanned'; readonly text: string }
  | { readonly type: 'codeConfirmed' }
  | { readonly type: 'codeMissing' }
  /** The code that was refused is to be written again. */
  | { readonly type: 'codeRewritten' }
  | { readonly type: 'residenceAnswered'; readonly answerId: string }
  | { readonly type: 'appointmentToggled' }
  | { readonly type: 'priorityToggled' }
  /** The command id is made by the caller, once per touch; the journey may keep an older one. */
  | { readonly type: 'takeNumber'; readonly commandId: string }
  /** Whoever cannot check in gets an ordinary number. */
  | { readonly type: 'takeNumberWithoutCode'; readonly commandId: string }
  | { readonly type: 'issued'; readonly commandId: string; readonly ticket: IssuedTicket }
  | { readonly type: 'notIssued'; readonly commandId: string; readonly problem: NumberProblem }
  | {
      readonly type: 'printEnded';
      readonly ticketId: string;
      readonly outcome: PrintOutcome;
      readonly printer: PrinterState;
    }
  | { readonly type: 'helpOpened' }
  /** The command id is made by the caller, once per touch. */
  | { readonly type: 'helpCalled'; readonly commandId: string }
  | {
      readonly type: 'helpCallEnded';
      readonly commandId: string;
      readonly outcome: HelpCallOutcome;
    }
  | { readonly type: 'noticesOpened' }
  | { readonly type: 'noticePrintAsked' }
  | {
      readonly type: 'noticePrintEnded';
      readonly session: number;
      readonly noticeId: string;
      readonly outcome: PrintOutcome;
      readonly printer: PrinterState;
    }
  | { readonly type: 'noticeOpened'; readonly noticeId: string; readonly layer: NoticeLayer }
  | { readonly type: 'back' }
  | { readonly type: 'startAgain' }
  | { readonly type: 'clear' }
  | { readonly type: 'finished' }
  /** A touch or a key begins, and nobody knows yet what it does. */
  | { readonly type: 'stirred' }
  | { readonly type: 'touched' }
  /** While a voice reads the screen, the person has not had the time to answer yet. */
  | { readonly type: 'secondPassed'; readonly isSpeaking?: boolean };

/** What the shell does for the journey. */
export type Effect =
  | { readonly type: 'requestNumber'; readonly request: NumberRequest }
  | { readonly type: 'callHelp'; readonly commandId: string }
  | { readonly type: 'printTicket'; readonly ticket: IssuedTicket; readonly language: string }
  | {
      readonly type: 'printNotice';
      readonly session: number;
      readonly noticeId: string;
      readonly language: string;
    };

export interface Step {
  readonly journey: Journey;
  readonly effects: readonly Effect[];
}

export const NO_ANSWERS: Answers = {
  offeringId: null,
  entry: null,
  hasAppointmentQuestionBehind: false,
  hasPriority: false,
  writtenCode: '',
  isScanUnreadable: false,
  code: null,
};

/** The first screen, nobody there. */
export function newJourney(rules: JourneyRules, session = 0): Journey {
  return {
    session,
    language: rules.firstLanguage,
    display: USUAL_DISPLAY,
    voice: SILENT,
    choosing: null,
    places: [{ name: 'attract' }],
    answers: NO_ANSWERS,
    number: { status: 'none' },
    noticePrints: [],
    helpCall: { status: 'none' },
    lastRequest: null,
    idleSeconds: 0,
  };
}

/** The first screen again, for whoever comes next: of the last person nothing is left. */
export function nextJourney(before: Journey, rules: JourneyRules): Journey {
  return { ...newJourney(rules, before.session + 1), voice: silenced(before.voice) };
}

/** The screen in sight. */
export function placeInSight(journey: Journey): Place {
  return journey.places.at(-1) ?? { name: 'attract' };
}

export function canGoBack(journey: Journey): boolean {
  if (journey.places.length < 2) return false;
  if (placeInSight(journey).name !== 'number') return true;
  return journey.number.status === 'retrying' || journey.number.status === 'refused';
}

export function canStartAgain(journey: Journey): boolean {
  return journey.places.length > 1;
}

/** The number is there to be read, not hidden behind help. */
export function isNumberInSight(journey: Journey): boolean {
  return placeInSight(journey).name === 'number' && journey.number.status === 'given';
}

export function push(journey: Journey, place: Place): Journey {
  return { ...journey, places: [...journey.places, place] };
}

export function answered(journey: Journey, answers: Partial<Answers>): Journey {
  return { ...journey, answers: { ...journey.answers, ...answers } };
}

export function still(journey: Journey): Step {
  return { journey, effects: [] };
}
