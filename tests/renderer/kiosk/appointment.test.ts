import { describe, expect, it } from 'vitest';
import {
  type Action,
  type Journey,
  newJourney,
  placeInSight,
} from '../../../renderer/kiosk/journey/journey.ts';
import {
  content,
  issued,
  lastOffering,
  rules,
  rulesWithCodes,
  seconds,
  take,
  toFinal,
  walk,
} from './walk.ts';

const go = (actions: readonly Action[], from?: Journey) =>
  walk(actions, from ?? newJourney(rulesWithCodes), rulesWithCodes);

const writes = (code: string): Action[] =>
  [...code].map((character) => ({ type: 'codeKeyPressed', character }));
const confirm: Action = { type: 'codeConfirmed' };
const refused = (problem: 'unknownAppointment' | 'alreadyCheckedIn' | 'queueFull'): Action => ({
  type: 'notIssued',
  commandId: 'first',
  problem,
});

const toQuestion: Action[] = [
  { type: 'begin' },
  { type: 'needChosen', offeringId: 'economic-support' },
  { type: 'offeringConfirmed' },
];
const hasOne: Action = { type: 'appointmentAnswered', entry: 'appointment' };
const checkInOf = (code: string) => ({
  type: 'requestNumber',
  request: { commandId: 'first', wish: { type: 'checkIn', code, hasPriority: false } },
});

describe('someone with an appointment', () => {
  it('checks in with the code, from the question', () => {
    const { effects } = go([...toQuestion, hasOne, ...writes('AB12'), confirm, take]);
    expect(effects).toEqual([checkInOf('AB12')]);
  });

  it('checks in from the first screen, without saying what they need', () => {
    const { effects } = go([{ type: 'codeAsked' }, ...writes('AB12'), confirm, take]);
    expect(effects).toEqual([checkInOf('AB12')]);
  });

  it('checks in from the last screen, and stands there again once the code is written', () => {
    const written = go([...toFinal, { type: 'codeAsked' }, ...writes('AB12'), confirm]);
    expect(written.journey.places.map(({ name }) => name)).toEqual(['attract', 'needs', 'final']);
    expect(go([take], written.journey).effects).toEqual([checkInOf('AB12')]);
  });

  it('corrects what was written', () => {
    const { journey } = go([{ type: 'codeAsked' }, ...writes('AB13'), { type: 'codeKeyErased' }]);
    expect(go([...writes('2'), confirm, take], journey).effects).toEqual([checkInOf('AB12')]);
  });

  it('cannot go on with less than a code', () => {
    expect(go([{ type: 'codeAsked' }, ...writes('A'), confirm]).place.name).toBe('code');
  });

  it('can be called first, without a reason', () => {
    const { effects } = go([
      { type: 'codeAsked' },
      ...writes('AB12'),
      confirm,
      { type: 'priorityToggled' },
      take,
    ]);
    expect(effects).toMatchObject([{ request: { wish: { hasPriority: true } } }]);
  });

  it('gets the same answer for a double tap, and the number once', () => {
    const { effects } = go([{ type: 'codeAsked' }, ...writes('AB12'), confirm, take, take, issued]);
    expect(effects.map(({ type }) => type)).toEqual(['requestNumber', 'printTicket']);
  });

  it('is asked as before where no list of appointments is there', () => {
    const { place } = walk([...toQuestion, hasOne], newJourney(rules), rules);
    expect(place).toEqual({ name: 'residence', questionId: content.residence.start });
  });
});

describe('a reader of codes', () => {
  it('is heard at the question and at the keys, and leads to the last screen', () => {
    for (const before of [
      toQuestion,
      [...toQuestion, hasOne],
      [...toQuestion, hasOne, ...writes('X')],
    ]) {
      const { journey, place } = go([...before, { type: 'codeScanned', text: ' ab 12 ' }]);
      expect(place.name).toBe('final');
      expect(journey.answers.code).toBe('AB 12');
    }
  });

  it('is not heard on other screens', () => {
    for (const before of [[], toQuestion.slice(0, 1), toFinal]) {
      const { journey } = go([...before, { type: 'codeScanned', text: 'AB12' }]);
      expect(journey.answers.code).toBeNull();
    }
  });

  it('says so when it has read something else, and the keys are still there', () => {
    const read = go([...toQuestion, { type: 'codeScanned', text: 'https://example.org/?x=1' }]);
    expect(read.place.name).toBe('code');
    expect(read.journey.answers).toMatchObject({ isScanUnreadable: true, writtenCode: '' });
    expect(go(writes('A'), read.journey).journey.answers.isScanUnreadable).toBe(false);
  });
});

describe('someone without the code', () => {
  const missing: Action = { type: 'codeMissing' };

  it('stands at the last screen, as someone with an appointment, for booking asked the rest', () => {
    const { journey, place } = go([...toQuestion, hasOne, ...writes('A'), missing]);
    expect(place).toEqual({ name: 'final', outcomeId: null });
    expect(journey.answers).toMatchObject({ entry: 'appointment', code: null, writtenCode: '' });
  });

  it('says what they need when they came from the first screen, and is not asked twice', () => {
    const { journey, place } = go([{ type: 'codeAsked' }, missing]);
    expect(place).toEqual({ name: 'needs', page: 0 });
    const further = go(
      [{ type: 'needChosen', offeringId: lastOffering }, { type: 'offeringConfirmed' }],
      journey,
    );
    expect(further.place.name).toBe('residence');
    const { effects } = go([{ type: 'onlyNumber' }, take], journey);
    expect(effects).toMatchObject([{ request: { wish: { entry: 'appointment' } } }]);
  });

  it('stands at the last screen again when they came from there', () => {
    const { journey, place } = go([...toFinal, { type: 'codeAsked' }, missing]);
    expect(place.name).toBe('final');
    expect(journey.answers.entry).toBe('appointment');
  });
});

describe('a code that gives no number', () => {
  const asked: Action[] = [{ type: 'codeAsked' }, ...writes('AB12'), confirm, take];

  it.each(['unknownAppointment', 'alreadyCheckedIn'] as const)(
    'leads to an ordinary number: %s',
    (problem) => {
      const { journey } = go([...asked, refused(problem)]);
      expect(journey.number).toEqual({ status: 'refused', reason: problem });
      const { effects } = go([{ type: 'takeNumberWithoutCode', commandId: 'second' }], journey);
      expect(effects).toMatchObject([
        {
          request: {
            commandId: 'second',
            wish: { type: 'issueTicket', entry: 'appointment' },
          },
        },
      ]);
    },
  );

  it('can be written again, with what was written still there', () => {
    const { journey, place } = go([
      ...asked,
      refused('unknownAppointment'),
      { type: 'codeRewritten' },
    ]);
    expect(place.name).toBe('code');
    expect(journey.answers).toMatchObject({ code: null, writtenCode: 'AB12' });
    expect(journey.number.status).toBe('none');
  });

  it('can be written again by someone who came the short way', () => {
    const { journey } = go([...toFinal, { type: 'codeAsked' }, ...writes('AB12'), confirm, take]);
    const { place } = go([refused('unknownAppointment'), { type: 'codeRewritten' }], journey);
    expect(place.name).toBe('code');
  });

  it('is asked of the server anew, for the list may have come meanwhile', () => {
    const { journey } = go([...asked, refused('unknownAppointment'), { type: 'codeRewritten' }]);
    const { effects } = go([confirm, { type: 'takeNumber', commandId: 'second' }], journey);
    expect(effects).toMatchObject([{ request: { commandId: 'second' } }]);
  });
});

describe('the code', () => {
  const written = go([...toQuestion, hasOne, ...writes('AB12')]).journey;

  it('is not used once the person goes back and says that there is no appointment', () => {
    const { effects } = go(
      [
        confirm,
        { type: 'back' },
        { type: 'back' },
        { type: 'appointmentAnswered', entry: 'walkIn' },
        { type: 'residenceAnswered', answerId: 'yes' },
        take,
      ],
      written,
    );
    expect(effects).toMatchObject([
      { request: { wish: { type: 'issueTicket', entry: 'walkIn' } } },
    ]);
  });

  it('goes with everything else when the screen is emptied, left or finished', () => {
    const patience = rules.idleWarningAfterSeconds + rules.idleCountdownSeconds;
    for (const leaving of [
      [{ type: 'clear' } as const],
      [{ type: 'startAgain' } as const],
      [{ type: 'finished' } as const],
      seconds(patience),
    ]) {
      expect(JSON.stringify(go(leaving, written).journey)).not.toContain('AB12');
    }
  });

  it('is not there for whoever begins after someone went back to the first screen', () => {
    const back: Action[] = Array(4).fill({ type: 'back' });
    const { journey } = go([...back, { type: 'begin' }], written);
    expect(placeInSight(journey).name).toBe('needs');
    expect(JSON.stringify(journey)).not.toContain('AB12');
  });
});
