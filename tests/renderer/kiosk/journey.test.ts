import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Action,
  canGoBack,
  newJourney,
  placeInSight,
} from '../../../renderer/kiosk/journey/journey.ts';
import { RETRY_AFTER_SECONDS } from '../../../renderer/kiosk/journey/number.ts';
import {
  isAskedSoon,
  secondsUntilWipe,
  secondsWithNumber,
} from '../../../renderer/kiosk/journey/seconds.ts';
import { step } from '../../../renderer/kiosk/journey/step.ts';
import { needsOf } from '../../../renderer/kiosk/screens/needs.tsx';
import { anyAction, anyRules } from './any-action.ts';
import {
  content,
  issued,
  lastOffering,
  printed,
  rules,
  rulesWithCodes,
  seconds,
  take,
  ticket,
  toFinal,
  walk,
} from './walk.ts';

const fullPath = (offeringId: string, answerId: string): Action[] => [
  { type: 'begin' },
  { type: 'needChosen', offeringId },
  { type: 'offeringConfirmed' },
  { type: 'appointmentAnswered', entry: 'walkIn' },
  { type: 'residenceAnswered', answerId },
  take,
];

describe('the way to a number', () => {
  it('sends a neutral letter, never the offering nor the answer on residence', () => {
    const { effects } = walk(fullPath('economic-support', 'unknown'));
    expect(effects).toEqual([
      {
        type: 'requestNumber',
        request: {
          commandId: 'first',
          wish: { type: 'issueTicket', queue: 'C', entry: 'walkIn', hasPriority: false },
        },
      },
    ]);
  });

  it('proposes to go first to whom it is urgent, and lets them change their mind', () => {
    const urgent = walk(fullPath(lastOffering, 'urgent').slice(0, -1)).journey;
    expect(urgent.answers.hasPriority).toBe(true);
    expect(walk([{ type: 'priorityToggled' }], urgent).journey.answers.hasPriority).toBe(false);
  });

  it('asks whoever came the short way about an appointment on the last screen', () => {
    const { effects } = walk([...toFinal, { type: 'appointmentToggled' }, take]);
    expect(effects).toMatchObject([{ request: { wish: { entry: 'appointment' } } }]);
  });

  it('counts the pages of the list as the screen shows them', () => {
    expect(needsOf(content)).toHaveLength(rules.needCount);
  });
});

describe('a double tap', () => {
  it('asks for one ticket only', () => {
    const second: Action = { type: 'takeNumber', commandId: 'second' };
    expect(walk([...toFinal, take, second]).effects).toHaveLength(1);
  });

  it('keeps the command id when the person goes back and asks for the same again', () => {
    const { effects } = walk([
      ...toFinal,
      take,
      { type: 'notIssued', commandId: 'first', problem: 'unavailable' },
      { type: 'back' },
      { type: 'takeNumber', commandId: 'second' },
    ]);
    expect(effects).toMatchObject([
      { request: { commandId: 'first' } },
      { request: { commandId: 'first' } },
    ]);
  });

  it('is a new wish once the person asks for something else', () => {
    const { effects } = walk([
      ...toFinal,
      take,
      { type: 'notIssued', commandId: 'first', problem: 'unavailable' },
      { type: 'back' },
      { type: 'priorityToggled' },
      { type: 'takeNumber', commandId: 'second' },
    ]);
    expect(effects.at(-1)).toMatchObject({ request: { commandId: 'second' } });
  });
});

describe('a server that does not answer', () => {
  const gone: Action = { type: 'notIssued', commandId: 'first', problem: 'unavailable' };

  it('is asked again by itself, with the same command id', () => {
    const { effects } = walk([...toFinal, take, gone, ...seconds(RETRY_AFTER_SECONDS)]);
    expect(effects).toHaveLength(2);
    expect(effects[1]).toEqual(effects[0]);
  });

  it('gives the number when it comes back, also to someone reading help meanwhile', () => {
    const { journey, effects } = walk([
      ...toFinal,
      take,
      gone,
      { type: 'helpOpened' },
      issued,
      { type: 'back' },
    ]);
    expect(placeInSight(journey).name).toBe('number');
    expect(journey.number).toMatchObject({ status: 'given', ticket });
    expect(effects.at(-1)?.type).toBe('printTicket');
  });

  it('is asked again by itself where it was just beginning another day', () => {
    const ended: Action = { type: 'notIssued', commandId: 'first', problem: 'dayEnded' };
    const waiting = walk([...toFinal, take, ended]).journey;
    expect(waiting.number).toMatchObject({ status: 'retrying', after: 'dayEnded' });
    expect(walk(seconds(RETRY_AFTER_SECONDS), waiting).effects).toHaveLength(1);
  });

  it('cannot give a number to the next person', () => {
    const { journey } = walk([...toFinal, take, gone, { type: 'clear' }, issued]);
    expect(journey.number.status).toBe('none');
  });
});

describe('help and notices', () => {
  it('lead back to the same place, however often they are opened', () => {
    const before = walk(fullPath(lastOffering, 'yes').slice(0, 4)).journey;
    const { journey } = walk(
      [
        { type: 'helpOpened' },
        { type: 'noticesOpened' },
        { type: 'noticeOpened', noticeId: 'first-level', layer: 'short' },
        { type: 'helpOpened' },
        { type: 'back' },
      ],
      before,
    );
    expect(journey).toEqual(before);
  });

  it('can be opened from every screen but the emptied one', () => {
    for (let length = 0; length <= 6; length += 1) {
      const { place } = walk([
        ...fullPath(lastOffering, 'yes').slice(0, length),
        { type: 'helpOpened' },
      ]);
      expect(place.name).toBe('help');
    }
  });

  it('end whatever was being chosen, which does not come back after them', () => {
    for (const asked of ['languageAsked', 'settingsAsked'] as const) {
      const before = walk([{ type: 'begin' }]).journey;
      for (const aside of ['helpOpened', 'noticesOpened'] as const) {
        const { journey } = walk([{ type: asked }, { type: aside }, { type: 'back' }], before);
        expect(journey).toEqual(before);
      }
    }
  });
});

describe('leaving', () => {
  it('empties the screen at once and forgets everything', () => {
    const { journey, place } = walk([
      { type: 'languageChosen', language: 'en' },
      { type: 'needChosen', offeringId: lastOffering },
      { type: 'clear' },
    ]);
    expect(place.name).toBe('cleared');
    expect(journey).toEqual({ ...newJourney(rules, 1), places: [{ name: 'cleared' }] });
  });

  it('starts again at the first question, in the language that was chosen', () => {
    const { journey, place } = walk([
      { type: 'languageChosen', language: 'en' },
      { type: 'needChosen', offeringId: lastOffering },
      { type: 'startAgain' },
    ]);
    expect(place).toEqual({ name: 'needs', page: 0 });
    expect(journey.language).toBe('en');
    expect(journey.answers.offeringId).toBeNull();
  });

  it('asks whether the person is still there, counts at least 20 seconds and wipes', () => {
    const begun = walk([{ type: 'begin' }, ...seconds(rules.idleWarningAfterSeconds)]).journey;
    expect(secondsUntilWipe(begun, rules)).toBeGreaterThanOrEqual(20);
    const { journey } = walk(seconds(rules.idleCountdownSeconds), begun);
    expect(journey).toEqual(newJourney(rules, 1));
  });

  it('says quietly that it is about to ask, before it asks', () => {
    const early = walk([{ type: 'begin' }, ...seconds(rules.idleWarningAfterSeconds - 16)]).journey;
    expect(isAskedSoon(early, rules)).toBe(false);
    const soon = walk(seconds(1), early).journey;
    expect(isAskedSoon(soon, rules)).toBe(true);
    expect(secondsUntilWipe(soon, rules)).toBeNull();
    const asked = walk(seconds(15), soon).journey;
    expect(isAskedSoon(asked, rules)).toBe(false);
    expect(secondsUntilWipe(asked, rules)).toBe(rules.idleCountdownSeconds);
  });

  it('counts anew after any key while it asks, so that the question can be answered', () => {
    const almost = [
      ...seconds(rules.idleWarningAfterSeconds + rules.idleCountdownSeconds - 1),
      { type: 'stirred' } as const,
    ];
    const { journey } = walk([{ type: 'begin' }, ...almost]);
    expect(secondsUntilWipe(journey, rules)).toBe(rules.idleCountdownSeconds);
    const again = [...seconds(rules.idleCountdownSeconds - 1), { type: 'stirred' } as const];
    const later = walk([...again, ...again, ...again], journey).journey;
    expect(secondsUntilWipe(later, rules)).toBe(rules.idleCountdownSeconds);
    expect(walk([{ type: 'touched' }], later).journey.idleSeconds).toBe(0);
    expect(walk(seconds(rules.idleCountdownSeconds), later).journey).toEqual(newJourney(rules, 1));
  });

  it('gives the whole time again after any touch, as often as wanted', () => {
    const almost = [...seconds(rules.idleWarningAfterSeconds + 19), { type: 'touched' } as const];
    const { journey } = walk([{ type: 'begin' }, ...almost, ...almost, ...almost]);
    expect(placeInSight(journey).name).toBe('needs');
    expect(journey.idleSeconds).toBe(0);
  });

  it('returns from the number by itself, unless the person stays', () => {
    const given = walk([...toFinal, take, issued, printed]).journey;
    const almost = seconds(rules.returnAfterTicketSeconds - 1);
    expect(walk([...almost, { type: 'touched' }, ...almost], given).place.name).toBe('number');
    expect(walk([...almost, ...seconds(1)], given).journey).toEqual(newJourney(rules, 1));
  });

  it('asks on the first screen too, before what someone chose there goes', () => {
    const chosen = walk([{ type: 'displayChanged', change: { textSize: 'largest' } }]).journey;
    const asked = walk(seconds(rules.idleWarningAfterSeconds), chosen).journey;
    expect(secondsUntilWipe(asked, rules)).toBe(rules.idleCountdownSeconds);
    expect(walk(seconds(rules.idleCountdownSeconds), asked).journey).toEqual(newJourney(rules, 1));
    expect(walk(seconds(3600)).journey).toEqual(newJourney(rules));
  });

  it('asks before the number goes behind the back of someone who has a dialog open', () => {
    const given = walk([...toFinal, take, issued, printed, { type: 'settingsAsked' }]).journey;
    const asked = walk(seconds(rules.idleWarningAfterSeconds), given).journey;
    expect(secondsUntilWipe(asked, rules)).toBe(rules.idleCountdownSeconds);
    const stayed = walk([{ type: 'touched' }, { type: 'choiceClosed' }], asked).journey;
    expect(secondsWithNumber(stayed)).toBe(rules.returnAfterTicketSeconds);
    expect(walk(seconds(rules.idleCountdownSeconds), asked).journey).toEqual(newJourney(rules, 1));
  });

  it('keeps the number in sight while the paper is still coming', () => {
    expect(walk([...toFinal, take, issued, ...seconds(300)]).place.name).toBe('number');
  });
});

describe('any walk through the kiosk', () => {
  it('always has a way on, and is wiped in the end when nobody touches it', () => {
    fc.assert(
      fc.property(fc.array(anyAction, { maxLength: 60 }), anyRules, (actions, today) => {
        const { journey } = walk(actions, newJourney(today), today);
        expect(journey.places.length).toBeGreaterThan(0);
        const patience =
          rules.idleWarningAfterSeconds +
          rules.idleCountdownSeconds +
          rules.returnAfterTicketSeconds;
        // The shell always says in the end what became of the paper.
        const ending: Action[] =
          journey.number.status === 'given' ? [printed, ...seconds(patience)] : seconds(patience);
        const { journey: end } = walk(ending, journey, today);
        expect(end).toEqual(newJourney(rules, end.session));
      }),
      { numRuns: 300 },
    );
  });

  it('leads back to the first screen by Back alone, or shows a number on its way out', () => {
    fc.assert(
      fc.property(fc.array(anyAction, { maxLength: 40 }), anyRules, (actions, today) => {
        let { journey } = walk(actions, newJourney(today), today);
        while (canGoBack(journey)) journey = walk([{ type: 'back' }], journey, today).journey;
        expect(['attract', 'number', 'cleared']).toContain(placeInSight(journey).name);
      }),
      { numRuns: 300 },
    );
  });

  it('prints every number that was given exactly once', () => {
    fc.assert(
      fc.property(fc.array(anyAction, { maxLength: 60 }), (actions) => {
        let journey = newJourney(rulesWithCodes);
        for (const action of actions) {
          const wasGiven = journey.number.status === 'given';
          const next = step(journey, action, rulesWithCodes);
          journey = next.journey;
          const prints = next.effects.filter((effect) => effect.type === 'printTicket').length;
          const isNew = !wasGiven && journey.number.status === 'given';
          expect(prints).toBe(isNew ? 1 : 0);
        }
      }),
      { numRuns: 300 },
    );
  });
});
