import { codeMoved, toCode } from './code.ts';
import { finderMoved } from './finder.ts';
import { helpCallEnded, helpCalled } from './help-call.ts';
import {
  type Action,
  answered,
  canGoBack,
  canStartAgain,
  type Entry,
  type Journey,
  type JourneyRules,
  NEEDS_PER_PAGE,
  NO_ANSWERS,
  nextJourney,
  type Place,
  placeInSight,
  push,
  type Step,
  still,
} from './journey.ts';
import { noticePrintEnded, printNotice } from './notice-print.ts';
import { numberAnswered, printEnded, takeNumber, takeNumberWithoutCode } from './number.ts';
import { secondPassed, stirred, touched } from './seconds.ts';
import { wished } from './voice.ts';

/** What happens by itself, or stirs the kiosk without a touch. */
type Happening = Extract<
  Action,
  {
    type:
      | 'secondPassed'
      | 'stirred'
      | 'issued'
      | 'notIssued'
      | 'printEnded'
      | 'noticePrintEnded'
      | 'helpCallEnded';
  }
>;

/** What is asked of server and printer. */
type Request = Extract<
  Action,
  { type: 'takeNumber' | 'takeNumberWithoutCode' | 'noticePrintAsked' | 'helpCalled' }
>;

/** The next state. An action that does not fit the screen in sight changes nothing. */
export function step(journey: Journey, action: Action, rules: JourneyRules): Step {
  switch (action.type) {
    case 'secondPassed':
      return secondPassed(journey, rules, action.isSpeaking ?? false);
    case 'stirred':
      return still(stirred(journey, rules));
    case 'issued':
    case 'notIssued':
      return numberAnswered(journey, action, rules);
    case 'printEnded':
      return still(printEnded(journey, action));
    case 'noticePrintEnded':
      return still(noticePrintEnded(journey, action));
    case 'helpCallEnded':
      return still(helpCallEnded(journey, action));
    default:
      return acted(touched(journey, rules), action, rules);
  }
}

/** What a person does, who has thereby said that they are still there. */
function acted(journey: Journey, action: Exclude<Action, Happening>, rules: JourneyRules): Step {
  switch (action.type) {
    case 'takeNumber':
      return takeNumber(journey, action.commandId, rules);
    case 'takeNumberWithoutCode':
      return takeNumberWithoutCode(journey, action.commandId, rules);
    case 'noticePrintAsked':
      return printNotice(journey);
    case 'helpCalled':
      return helpCalled(journey, action.commandId);
    default:
      return still(moved(journey, action, rules));
  }
}

type Move = Exclude<Action, Happening | Request>;

function moved(journey: Journey, action: Move, rules: JourneyRules): Journey {
  const place = placeInSight(journey);
  switch (action.type) {
    case 'touched':
      return journey;
    case 'begin':
      return place.name === 'attract' ? begun(journey) : journey;
    case 'languageAsked':
      return { ...journey, choosing: 'language' };
    case 'settingsAsked':
      return { ...journey, choosing: 'settings' };
    case 'choiceClosed':
      return { ...journey, choosing: null };
    case 'displayChanged':
      return { ...journey, display: { ...journey.display, ...action.change } };
    case 'voiceWished':
      return { ...journey, voice: wished(journey.voice, action.wish) };
    case 'languageChosen': {
      const chosen = { ...journey, language: action.language, choosing: null };
      return place.name === 'attract' ? begun(chosen) : chosen;
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
      return place.name === 'needs' ? toNumberAlone(journey, rules, { goesFirst: false }) : journey;
    case 'audienceOpened':
      return place.name === 'needs' || place.name === 'offering'
        ? push(journey, { name: 'audience' })
        : journey;
    case 'youngOpened':
      return place.name === 'needs' ? push(journey, { name: 'young' }) : journey;
    case 'youngConfirmed':
      return place.name === 'young' ? toNumberAlone(journey, rules, { goesFirst: true }) : journey;
    case 'finderOpened':
    case 'finderClosed':
    case 'municipioChosen':
    case 'placeSearchOpened':
    case 'placeKeyPressed':
    case 'placeKeyErased':
    case 'placesTurned':
    case 'placeChosen':
      return finderMoved(journey, action);
    case 'mandatedOpened':
      return place.name === 'needs' ? push(journey, { name: 'mandated' }) : journey;
    case 'offeringConfirmed':
      return place.name === 'offering' ? toQuestions(journey, rules) : journey;
    case 'mandatedConfirmed':
      return place.name === 'mandated'
        ? toQuestions(answered(journey, { offeringId: null }), rules)
        : journey;
    case 'appointmentAnswered':
      return place.name === 'appointment'
        ? appointmentAnswered(journey, action.entry, rules)
        : journey;
    case 'codeAsked':
    case 'codeKeyPressed':
    case 'codeKeyErased':
    case 'codeScanned':
    case 'codeConfirmed':
    case 'codeMissing':
    case 'codeRewritten':
      return codeMoved(journey, action, rules);
    case 'residenceAnswered':
      return place.name === 'residence'
        ? residenceAnswered(journey, place.questionId, action.answerId, rules)
        : journey;
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
      return ['notices', 'notice', 'final'].includes(place.name)
        ? push(journey, { name: 'notice', noticeId: action.noticeId, layer: action.layer })
        : journey;
    case 'back':
      return back(journey);
    case 'startAgain':
      return startAgain(journey, rules);
    case 'clear':
      return {
        ...nextJourney(journey, rules),
        // It still says that the screen is empty, and then goes too.
        voice: journey.voice,
        places: [{ name: 'cleared' }],
      };
    case 'finished':
      return nextJourney(journey, rules);
  }
}

function begun(journey: Journey): Journey {
  return push(journey, { name: 'needs', page: 0 });
}

/** How many pages the list of needs has. */
export function needPageCount(needCount: number): number {
  return Math.max(1, Math.ceil(needCount / NEEDS_PER_PAGE));
}

/** Help and notices: looked at beside the journey, and left to the same place. */
function isAside(place: Place): boolean {
  return place.name === 'help' || place.name === 'notices' || place.name === 'notice';
}

function pushAside(journey: Journey, place: Place): Journey {
  if (placeInSight(journey).name === 'cleared') return journey;
  const main = journey.places.filter((each) => !isAside(each));
  return { ...journey, choosing: null, places: [...main, place] };
}

/** On towards a number; where none is given now, to when the office opens. */
function onTowardsNumber(journey: Journey, place: Place, rules: JourneyRules): Journey {
  return push(journey, rules.isOpen ? place : { name: 'closed' });
}

/** Said on the first screen already, by someone who then had no code. */
function hasSaidAppointment(journey: Journey): boolean {
  return journey.places.some(({ name }) => name === 'code');
}

function toNumberAlone(
  journey: Journey,
  rules: JourneyRules,
  { goesFirst }: { readonly goesFirst: boolean },
): Journey {
  const answers = hasSaidAppointment(journey)
    ? ({ ...NO_ANSWERS, entry: 'appointment', hasAppointmentQuestionBehind: true } as const)
    : NO_ANSWERS;
  const proposed = proposing(goesFirst, { ...journey, answers }, rules);
  return onTowardsNumber(proposed, { name: 'final', outcomeId: null }, rules);
}

/**
 * The wish to go first as it stands on the last screen, where the person sees it and may change it.
 * Where the office does not ask for it, it is not proposed either: nothing is sent unseen.
 */
function proposing(goesFirst: boolean, journey: Journey, rules: JourneyRules): Journey {
  const hasPriority = goesFirst && rules.offersPriority;
  return journey.answers.hasPriority === hasPriority ? journey : answered(journey, { hasPriority });
}

function toQuestions(journey: Journey, rules: JourneyRules): Journey {
  const first: Place = hasSaidAppointment(journey)
    ? { name: 'residence', questionId: rules.residence.start }
    : { name: 'appointment' };
  return onTowardsNumber(journey, first, rules);
}

function appointmentAnswered(journey: Journey, entry: Entry, rules: JourneyRules): Journey {
  if (entry === 'appointment' && rules.takesCodes) return toCode(journey);
  return push(answered(journey, { entry, code: null, hasAppointmentQuestionBehind: true }), {
    name: 'residence',
    questionId: rules.residence.start,
  });
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
  return push(proposing(outcome?.suggestsPriority ?? false, journey, rules), {
    name: 'final',
    outcomeId: next.outcome,
  });
}

function back(journey: Journey): Journey {
  if (!canGoBack(journey)) return journey;
  const left = placeInSight(journey);
  const behind = {
    ...journey,
    places: journey.places.slice(0, -1),
    number: left.name === 'number' ? ({ status: 'none' } as const) : journey.number,
  };
  const place = placeInSight(behind);
  if (place.name === 'attract') return atFirstAgain(behind);
  // Back at the keys the code is being written again.
  return place.name === 'code' && behind.answers.code !== null
    ? answered(behind, { code: null })
    : behind;
}

/**
 * Whoever touches the first screen next may be somebody else: nothing is left of what was answered or
 * asked for. What the screen is like stays, until it is emptied for want of a touch; so does the last
 * request, whose number may be on its way.
 */
function atFirstAgain(journey: Journey): Journey {
  return {
    ...journey,
    session: journey.session + 1,
    answers: NO_ANSWERS,
    noticePrints: [],
    helpCall: { status: 'none' },
  };
}

/** Who starts again keeps what the screen is like; after a number, the next touch may be another person's. */
function startAgain(journey: Journey, rules: JourneyRules): Journey {
  if (!canStartAgain(journey)) return journey;
  const fresh = nextJourney(journey, rules);
  if (journey.number.status === 'given') return fresh;
  return {
    ...fresh,
    language: journey.language,
    display: journey.display,
    voice: journey.voice,
    places: [{ name: 'attract' }, { name: 'needs', page: 0 }],
  };
}
