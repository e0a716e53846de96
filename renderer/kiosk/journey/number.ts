import {
  type Action,
  answered,
  type Journey,
  type JourneyRules,
  type NumberRequest,
  placeInSight,
  push,
  type Step,
  still,
  type Wish,
} from './journey.ts';

/** Between an attempt that the server did not answer and the next, with the same command. */
export const RETRY_AFTER_SECONDS = 4;

function wishOf({ answers }: Journey, rules: JourneyRules): Wish {
  const { code, offeringId, entry, hasPriority } = answers;
  return code === null
    ? {
        type: 'issueTicket',
        queue: rules.queueOf(offeringId),
        entry: entry ?? 'walkIn',
        hasPriority,
      }
    : { type: 'checkIn', code, hasPriority };
}

function isSameWish(one: Wish, other: Wish): boolean {
  if (one.hasPriority !== other.hasPriority) return false;
  if (one.type === 'checkIn') return other.type === 'checkIn' && one.code === other.code;
  return other.type === 'issueTicket' && one.queue === other.queue && one.entry === other.entry;
}

/** Asks for a number; the same wish goes out under the same command id. */
export function takeNumber(journey: Journey, commandId: string, rules: JourneyRules): Step {
  const place = placeInSight(journey);
  const isAgain = place.name === 'number' && journey.number.status === 'refused';
  if (place.name !== 'final' && !isAgain) return still(journey);
  const wish = wishOf(journey, rules);
  const last = journey.lastRequest;
  const request = last !== null && isSameWish(last.wish, wish) ? last : { commandId, wish };
  return send(isAgain ? journey : push(journey, { name: 'number' }), request);
}

/** Whoever cannot check in gets an ordinary number, as someone with an appointment. */
export function takeNumberWithoutCode(
  journey: Journey,
  commandId: string,
  rules: JourneyRules,
): Step {
  if (placeInSight(journey).name !== 'number' || journey.number.status !== 'refused') {
    return still(journey);
  }
  return takeNumber(answered(journey, { code: null, writtenCode: '' }), commandId, rules);
}

function send(journey: Journey, request: NumberRequest): Step {
  return {
    journey: {
      ...journey,
      number: { status: 'sending', request, after: null },
      lastRequest: request,
    },
    effects: [{ type: 'requestNumber', request }],
  };
}

export function numberAnswered(
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
  const { problem } = action;
  if (problem === 'unavailable' || problem === 'dayEnded') {
    return still({
      ...journey,
      number: {
        status: 'retrying',
        request: number.request,
        after: problem,
        retryInSeconds: RETRY_AFTER_SECONDS,
      },
    });
  }
  return still({
    ...journey,
    // Only where it is not certain that there is no number must the command id stay the same. One
    // that was used for something else would be refused for ever.
    lastRequest: problem === 'unexpected' ? journey.lastRequest : null,
    number: {
      status: 'refused',
      reason: problem === 'commandIdReused' ? 'unexpected' : problem,
    },
  });
}

export function printEnded(
  journey: Journey,
  action: Extract<Action, { type: 'printEnded' }>,
): Journey {
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

/** A second less until the request goes out again; null where nothing is to be sent again. */
export function retryCountedDown(journey: Journey): Step | null {
  const { number } = journey;
  if (number.status !== 'retrying') return null;
  if (number.retryInSeconds > 1) {
    return still({ ...journey, number: { ...number, retryInSeconds: number.retryInSeconds - 1 } });
  }
  const { request, after } = number;
  return {
    journey: { ...journey, number: { status: 'sending', request, after } },
    effects: [{ type: 'requestNumber', request }],
  };
}
