import { isUsual } from './display.ts';
import { helpCallCountedDown } from './help-call.ts';
import {
  isNumberInSight,
  type Journey,
  type JourneyRules,
  NO_ANSWERS,
  nextJourney,
  placeInSight,
  type Step,
  still,
} from './journey.ts';
import { retryCountedDown } from './number.ts';
import { isSilent } from './voice.ts';

/** How long a cleared screen stays empty before the first screen returns. */
const CLEARED_FOR_SECONDS = 2;

/** How long, before it asks whether the person is still there, the kiosk says that it is about to. */
const QUIET_WARNING_SECONDS = 15;

/** Whether the kiosk says, quietly, that it is about to ask whether the person is still there. */
export function isAskedSoon(journey: Journey, rules: JourneyRules): boolean {
  const left = rules.idleWarningAfterSeconds - journey.idleSeconds;
  return isTimed(journey, rules) && left > 0 && left <= QUIET_WARNING_SECONDS;
}

/** Seconds until the screen empties, once the kiosk asks whether the person is still there. */
export function secondsUntilWipe(journey: Journey, rules: JourneyRules): number | null {
  if (!isTimed(journey, rules)) return null;
  const left = rules.idleWarningAfterSeconds + rules.idleCountdownSeconds - journey.idleSeconds;
  return journey.idleSeconds < rules.idleWarningAfterSeconds ? null : left;
}

function isTimed(journey: Journey, rules: JourneyRules): boolean {
  const place = placeInSight(journey);
  if (place.name === 'attract') return !isUntouched(journey, rules);
  if (place.name === 'cleared') return false;
  return !isNumberRead(journey);
}

/** The number has its own time, but not behind a dialog, where nobody sees how much is left. */
function isNumberRead(journey: Journey): boolean {
  return isNumberInSight(journey) && journey.choosing === null;
}

/** Seconds until the number in sight goes; null while there is none to be read. */
export function secondsWithNumber(journey: Journey): number | null {
  const { number } = journey;
  return number.status === 'given' && isNumberRead(journey) ? number.secondsLeft : null;
}

function isUntouched(journey: Journey, rules: JourneyRules): boolean {
  return (
    journey.language === rules.firstLanguage &&
    isUsual(journey.display) &&
    isSilent(journey.voice) &&
    journey.choosing === null &&
    journey.answers === NO_ANSWERS &&
    journey.lastRequest === null &&
    journey.number.status === 'none' &&
    journey.noticePrints.length === 0 &&
    journey.helpCall.status === 'none'
  );
}

/** Someone touches the screen: all the time there is begins anew. */
export function touched(journey: Journey, rules: JourneyRules): Journey {
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

/**
 * A key, or the beginning of a touch, of which nobody knows yet what it does. While the kiosk asks
 * whether the person is there, its question stays, so that it can be answered, and the countdown
 * begins anew.
 */
export function stirred(journey: Journey, rules: JourneyRules): Journey {
  return secondsUntilWipe(journey, rules) === null
    ? touched(journey, rules)
    : { ...journey, idleSeconds: rules.idleWarningAfterSeconds };
}

/**
 * A second has passed.
 *
 * @param isSpeaking while the screen is being read aloud, the time to answer has not begun. Once the
 *   kiosk says that it will ask whether the person is still there, it goes by all the same.
 */
export function secondPassed(before: Journey, rules: JourneyRules, isSpeaking: boolean): Step {
  const { journey, effects } = after(before, rules, isSpeaking);
  return { journey: heard(journey, rules), effects };
}

function after(before: Journey, rules: JourneyRules, isSpeaking: boolean): Step {
  const place = placeInSight(before);
  const fresh = () => still(nextJourney(before, rules));
  if (place.name === 'attract' && isUntouched(before, rules)) {
    return still(before.idleSeconds === 0 ? before : { ...before, idleSeconds: 0 });
  }
  const isWarned = isAskedSoon(before, rules) || secondsUntilWipe(before, rules) !== null;
  const isHeld = isSpeaking && !isWarned;
  const idleSeconds = isHeld ? 0 : before.idleSeconds + 1;
  const journey = helpCallCountedDown({ ...before, idleSeconds });
  if (place.name === 'cleared') {
    return journey.idleSeconds >= CLEARED_FOR_SECONDS ? fresh() : still(journey);
  }
  const { number } = journey;
  if (number.status === 'given' && isNumberRead(journey)) {
    // Printing may take longer than the person; the number stays until it is known.
    if (number.paper.status === 'printing' || isHeld) return still({ ...journey, idleSeconds: 0 });
    const secondsLeft = number.secondsLeft - 1;
    return secondsLeft <= 0
      ? fresh()
      : still({ ...journey, idleSeconds: 0, number: { ...number, secondsLeft } });
  }
  const left = rules.idleWarningAfterSeconds + rules.idleCountdownSeconds;
  if (journey.idleSeconds >= left) return fresh();
  // The office has opened before the eyes of someone who was told that it is closed.
  if (place.name === 'closed' && rules.isOpen) {
    return still({ ...journey, places: journey.places.slice(0, -1) });
  }
  return retryCountedDown(journey) ?? still(journey);
}

/** A voice that was paused goes on when time runs out: whoever only listens would not know of it. */
function heard(journey: Journey, rules: JourneyRules): Journey {
  if (!journey.voice.isPaused) return journey;
  const withNumber = secondsWithNumber(journey);
  const isEnding =
    isAskedSoon(journey, rules) ||
    secondsUntilWipe(journey, rules) !== null ||
    (withNumber !== null && withNumber <= QUIET_WARNING_SECONDS);
  return isEnding ? { ...journey, voice: { ...journey.voice, isPaused: false } } : journey;
}
