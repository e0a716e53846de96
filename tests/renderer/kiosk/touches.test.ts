import { describe, expect, it } from 'vitest';
import { isCodeComplete } from '../../../renderer/kiosk/journey/code.ts';
import {
  type Action,
  type Journey,
  type JourneyRules,
  newJourney,
  placeInSight,
} from '../../../renderer/kiosk/journey/journey.ts';
import { step } from '../../../renderer/kiosk/journey/step.ts';
import { content, rules, rulesWithCodes } from './walk.ts';

/*
 * Every way to a number, walked. Not counted are typing, turning pages, and settings; wishes on the
 * last screen, help and notices are beside the way, and so is the finder of offices.
 */

const take: Action = { type: 'takeNumber', commandId: 'first' };

/** What leads on from the screen in sight. */
function touchesOn(journey: Journey, { takesCodes }: JourneyRules): Action[] {
  const place = placeInSight(journey);
  switch (place.name) {
    case 'attract':
      return [{ type: 'begin' }, ...(takesCodes ? [{ type: 'codeAsked' } as const] : [])];
    case 'needs':
      return [
        ...content.offerings.map(({ id }) => ({ type: 'needChosen', offeringId: id }) as const),
        { type: 'mandatedOpened' },
        { type: 'youngOpened' },
        { type: 'onlyNumber' },
      ];
    case 'offering':
      return [{ type: 'offeringConfirmed' }];
    case 'mandated':
      return [{ type: 'mandatedConfirmed' }];
    case 'young':
      return [{ type: 'youngConfirmed' }];
    case 'appointment':
      return [
        { type: 'appointmentAnswered', entry: 'appointment' },
        { type: 'appointmentAnswered', entry: 'walkIn' },
      ];
    case 'code': {
      if (isCodeComplete(journey)) return [{ type: 'codeConfirmed' }];
      const typed: Action = { type: 'codeKeyPressed', character: 'A' };
      return journey.answers.writtenCode === ''
        ? [typed, { type: 'codeScanned', text: 'AB12' }, { type: 'codeMissing' }]
        : [typed];
    }
    case 'residence': {
      const question = content.residence.questions.find(({ id }) => id === place.questionId);
      return (question?.answers ?? []).map(
        ({ id }) => ({ type: 'residenceAnswered', answerId: id }) as const,
      );
    }
    case 'final':
      return [take];
    default:
      throw new Error(`No way on from ${place.name}`);
  }
}

interface Way {
  readonly touches: readonly Action[];
  readonly journey: Journey;
}

/** Every way from the first screen to a number that is asked for. */
function waysToNumber(today: JourneyRules): Way[] {
  const ways: Way[] = [];
  const goOn = ({ touches, journey }: Way): void => {
    if (placeInSight(journey).name === 'number') {
      ways.push({ touches, journey });
      return;
    }
    for (const action of touchesOn(journey, today)) {
      const next = step(journey, action, today).journey;
      expect(next, `${action.type} leads nowhere`).not.toBe(journey);
      goOn({ touches: [...touches, action], journey: next });
    }
  };
  goOn({ touches: [], journey: newJourney(today) });
  return ways;
}

/** The code is written by a reader, or with as many keys as it has; going on with it is a touch. */
const WRITING: readonly Action['type'][] = ['codeScanned', 'codeKeyPressed'];
const counted = ({ touches }: Way) => touches.filter(({ type }) => !WRITING.includes(type)).length;

describe.each([
  ['without a list of appointments', rules],
  ['with one', rulesWithCodes],
])('the ways to a number, %s', (_, today) => {
  const ways = waysToNumber(today);

  it('are many, and each asks for exactly one number', () => {
    expect(ways.length).toBeGreaterThan(content.offerings.length * 2 * 8);
    for (const { journey } of ways) expect(journey.number.status).toBe('sending');
  });

  it('take at most seven touches', () => {
    const long = ways.filter((way) => counted(way) > 7);
    expect(long.map(({ touches }) => touches.map(({ type }) => type))).toEqual([]);
  });

  it('take three for someone who only wants a number', () => {
    const alone = ways.filter(({ touches }) => touches[1]?.type === 'onlyNumber');
    expect(alone.map(counted)).toEqual([3]);
  });

  it('take four for a child alone, who is proposed to go first', () => {
    const [way] = ways.filter(({ touches }) => touches[1]?.type === 'youngOpened');
    expect(way?.touches).toHaveLength(4);
    expect(way?.journey.lastRequest?.wish.hasPriority).toBe(true);
  });

  it('show every answer on residence the words that are for it, and refuse none', () => {
    const outcomes = new Set(
      ways.flatMap(({ journey }) =>
        journey.places.flatMap((place) => (place.name === 'final' ? [place.outcomeId] : [])),
      ),
    );
    expect(outcomes).toEqual(new Set([null, ...content.residence.outcomes.map(({ id }) => id)]));
  });

  it('send nothing of an answer on residence but a wish to go first that the person saw', () => {
    const wishOf = ({ journey }: Way) => JSON.stringify(journey.lastRequest?.wish);
    const without = (way: Way) =>
      JSON.stringify(way.touches.filter(({ type }) => type !== 'residenceAnswered'));
    const sent = new Map<string, Set<string | undefined>>();
    for (const way of ways) {
      // As the person leaves it: without the proposal, where they take it back.
      const last = way.journey.places.length - 2;
      const final = { ...way.journey, places: way.journey.places.slice(0, last + 1) };
      const hasProposal = final.answers.hasPriority;
      const taken = hasProposal
        ? step(step(final, { type: 'priorityToggled' }, today).journey, take, today).journey
        : way.journey;
      const key = without(way);
      sent.set(key, (sent.get(key) ?? new Set()).add(wishOf({ ...way, journey: taken })));
    }
    for (const wishes of sent.values()) expect(wishes.size).toBe(1);
  });
});

describe('an office that does not ask who has to go first', () => {
  it('is not told of it by an answer either: nothing is sent that nobody has seen', () => {
    for (const { journey } of waysToNumber({ ...rules, offersPriority: false })) {
      expect(journey.lastRequest?.wish.hasPriority).toBe(false);
    }
  });
});
