import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Action,
  type Journey,
  newJourney,
  type Place,
  placeInSight,
} from '../../../renderer/kiosk/journey/journey.ts';
import { needPageCount, step } from '../../../renderer/kiosk/journey/step.ts';
import { anyAction, anyRules } from './any-action.ts';
import { content, printed, rules, seconds, walk } from './walk.ts';

/** Whether there is a screen for the place: what it is about is in the content. */
function isThere(place: Place): boolean {
  const isKnown = (list: readonly { readonly id: string }[], id: string) =>
    list.some((each) => each.id === id);
  switch (place.name) {
    case 'needs':
      return place.page >= 0 && place.page < needPageCount(rules.needCount);
    case 'offering':
      return isKnown(content.offerings, place.offeringId);
    case 'residence':
      return isKnown(content.residence.questions, place.questionId);
    case 'final':
      return place.outcomeId === null || isKnown(content.residence.outcomes, place.outcomeId);
    case 'notice':
      return isKnown(content.notices, place.noticeId);
    default:
      return true;
  }
}

/** What is left of a person, but for the count of those who were here. */
function traces({ session, ...journey }: Journey): Omit<Journey, 'session'> {
  return journey;
}

/** Ways in which a person is gone; each ends at the first screen. */
const waysToLeave: readonly (readonly [string, Action[]])[] = [
  ['they empty the screen', [{ type: 'clear' }, ...seconds(2)]],
  ['they say that they have finished', [{ type: 'finished' }]],
  [
    'they walk away',
    [
      // The shell always says in the end what became of the paper.
      printed,
      ...seconds(
        rules.idleWarningAfterSeconds + rules.idleCountdownSeconds + rules.returnAfterTicketSeconds,
      ),
    ],
  ],
];

describe('whatever ten thousand touches, keys, seconds and answers do', () => {
  it('there is always a screen for where the person is', () => {
    const tenThousand = fc.array(anyAction, { minLength: 10_000, maxLength: 10_000 });
    fc.assert(
      fc.property(tenThousand, anyRules, (actions, today) => {
        let journey = newJourney(today);
        for (const action of actions) {
          journey = step(journey, action, today).journey;
          if (!isThere(placeInSight(journey))) expect(placeInSight(journey)).toBe('a screen');
        }
      }),
      // Ten thousand actions would take minutes to shrink.
      { numRuns: 3, endOnFailure: true },
    );
  });

  it('nothing that was told or asked for is left on a first screen that Back led to', () => {
    fc.assert(
      fc.property(fc.array(anyAction, { maxLength: 80 }), anyRules, (actions, today) => {
        const back: Action[] = Array(actions.length + 1).fill({ type: 'back' });
        const { journey, place } = walk([...actions, ...back], newJourney(today), today);
        // A number that was given is not gone back from.
        if (place.name !== 'attract') return;
        const { answers, noticePrints, helpCall } = newJourney(today);
        expect(journey).toMatchObject({ answers, noticePrints, helpCall });
      }),
      { numRuns: 500 },
    );
  });

  it.each(waysToLeave)('nothing is left for the next person once %s', (_how, leaving) => {
    fc.assert(
      fc.property(fc.array(anyAction, { maxLength: 80 }), anyRules, (actions, today) => {
        const { journey } = walk(actions, newJourney(today), today);
        const { journey: next } = walk(leaving, journey, today);
        expect(traces(next)).toEqual(traces(newJourney(today)));
      }),
      { numRuns: 500 },
    );
  });
});
