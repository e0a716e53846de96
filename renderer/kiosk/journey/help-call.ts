import { type Action, type Journey, placeInSight, type Step, still } from './journey.ts';

/*
 * Asking for a person from the help screen. The screen says what became of it, small and for some
 * seconds only: whoever looks over the shoulder a moment later sees the help screen as it always is.
 * Only where nobody is known to come it does not say again that somebody will: it says to everybody
 * then what Help says at its head, that they can go to the desk.
 */

/** Long enough to be read twice by a slow reader. */
export const SHOWN_FOR_SECONDS = 8;

export function helpCalled(journey: Journey, commandId: string): Step {
  const isThere = ['help', 'young'].includes(placeInSight(journey).name);
  if (!isThere || journey.helpCall.status === 'sending') return still(journey);
  return {
    journey: { ...journey, helpCall: { status: 'sending', commandId } },
    effects: [{ type: 'callHelp', commandId }],
  };
}

export function helpCallEnded(
  journey: Journey,
  { commandId, outcome }: Extract<Action, { type: 'helpCallEnded' }>,
): Journey {
  const { helpCall } = journey;
  const isAwaited = helpCall.status === 'sending' && helpCall.commandId === commandId;
  return isAwaited
    ? { ...journey, helpCall: { status: 'ended', outcome, secondsLeft: SHOWN_FOR_SECONDS } }
    : journey;
}

/** A second less until the screen says nothing of it any more. */
export function helpCallCountedDown(journey: Journey): Journey {
  const { helpCall } = journey;
  if (helpCall.status !== 'ended') return journey;
  const secondsLeft = helpCall.secondsLeft - 1;
  if (secondsLeft > 0) return { ...journey, helpCall: { ...helpCall, secondsLeft } };
  const isComing = helpCall.outcome === 'seen';
  return { ...journey, helpCall: { status: isComing ? 'none' : 'unanswered' } };
}
