import { APPOINTMENT_CODE } from '../../../electron/contract/appointment-code.ts';
import {
  type Action,
  answered,
  type Journey,
  type JourneyRules,
  type Place,
  placeInSight,
  push,
} from './journey.ts';

/*
 * The code of an appointment: written with the keys of the screen or of a keyboard, or read by a
 * reader. Whoever has a code has been asked everything when they booked, so it leads straight to
 * the last screen; whoever has none goes on as if there were no codes.
 */

/** No question on residence leads there. */
const LAST: Place = { name: 'final', outcomeId: null };

/** As long as a code may be; see `APPOINTMENT_CODE`. */
export const LONGEST_CODE = 32;

type CodeAction = Extract<
  Action,
  {
    type:
      | 'codeAsked'
      | 'codeKeyPressed'
      | 'codeKeyErased'
      | 'codeScanned'
      | 'codeConfirmed'
      | 'codeMissing'
      | 'codeRewritten';
  }
>;

function isCode(text: string): boolean {
  return APPOINTMENT_CODE.test(text);
}

/** Whether what is written so far can be the code of an appointment. */
export function isCodeComplete(journey: Journey): boolean {
  return isCode(journey.answers.writtenCode);
}

/** Whether a reader is listened to: where the kiosk speaks of appointments. */
function acceptsScan(place: Place, rules: JourneyRules): boolean {
  return rules.takesCodes && (place.name === 'appointment' || place.name === 'code');
}

export function codeMoved(journey: Journey, action: CodeAction, rules: JourneyRules): Journey {
  const place = placeInSight(journey);
  if (action.type === 'codeAsked') {
    const isThere = ['attract', 'final', 'closed'].includes(place.name);
    return isThere && rules.takesCodes ? toCode(journey) : journey;
  }
  if (action.type === 'codeRewritten') return rewritten(journey);
  if (action.type === 'codeScanned') {
    return acceptsScan(place, rules) ? scanned(journey, action.text.trim()) : journey;
  }
  if (place.name !== 'code') return journey;
  const { writtenCode } = journey.answers;
  switch (action.type) {
    case 'codeKeyPressed':
      return writtenCode.length < LONGEST_CODE
        ? written(journey, writtenCode + action.character)
        : journey;
    case 'codeKeyErased':
      return written(journey, writtenCode.slice(0, -1));
    case 'codeConfirmed':
      return isCodeComplete(journey) ? confirmed(journey) : journey;
    case 'codeMissing':
      return missing(journey);
  }
}

/** To the keys, as someone who has an appointment. */
export function toCode(journey: Journey): Journey {
  return push(answered(journey, { entry: 'appointment', code: null }), { name: 'code' });
}

function written(journey: Journey, code: string): Journey {
  return answered(journey, { writtenCode: code, isScanUnreadable: false });
}

function scanned(journey: Journey, text: string): Journey {
  const atKeys = placeInSight(journey).name === 'code' ? journey : toCode(journey);
  return isCode(text)
    ? confirmed(written(atKeys, text.toUpperCase()))
    : answered(atKeys, { writtenCode: '', isScanUnreadable: true });
}

/** The keys were reached from a last screen, or from where no numbers are given: they lead back. */
function leadBack(journey: Journey): boolean {
  const from = journey.places.at(-2)?.name;
  return from === 'final' || from === 'closed';
}

function withoutLast(journey: Journey): Journey {
  return { ...journey, places: journey.places.slice(0, -1) };
}

function confirmed(journey: Journey): Journey {
  const withCode = answered(journey, { code: journey.answers.writtenCode });
  return withCode.places.at(-2)?.name === 'final'
    ? withoutLast(withCode)
    : push(answered(withCode, { hasAppointmentQuestionBehind: true }), LAST);
}

function missing(journey: Journey): Journey {
  const without = answered(written(journey, ''), { code: null });
  if (leadBack(without)) return withoutLast(without);
  const asked = answered(without, { hasAppointmentQuestionBehind: true });
  // At the question they have said what they need; at booking they were asked the rest.
  return without.places.at(-2)?.name === 'attract'
    ? push(asked, { name: 'needs', page: 0 })
    : push(asked, LAST);
}

function rewritten(journey: Journey): Journey {
  const isRefused = placeInSight(journey).name === 'number' && journey.number.status === 'refused';
  if (!isRefused || journey.answers.code === null) return journey;
  const behind = journey.places.findLastIndex(({ name }) => name === 'code');
  const back = { ...answered(journey, { code: null }), number: { status: 'none' } as const };
  return behind === -1
    ? push(withoutLast(back), { name: 'code' })
    : { ...back, places: journey.places.slice(0, behind + 1) };
}
