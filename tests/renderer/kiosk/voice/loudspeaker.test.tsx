// @vitest-environment happy-dom
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import type { KioskView } from '../../../../electron/contract/views.ts';
import type {
  Action,
  FoundPlace,
  HelpCallOutcome,
  Journey,
  Place,
} from '../../../../renderer/kiosk/journey/journey.ts';
import { newJourney } from '../../../../renderer/kiosk/journey/journey.ts';
import { JourneyScreen } from '../../../../renderer/kiosk/journey-screen.tsx';
import { KioskContext } from '../../../../renderer/kiosk/kiosk-context.ts';
import { partsOf } from '../../../../renderer/kiosk/voice/reading.ts';
import { textsIn } from '../../../support/texts.ts';
import { kioskValue } from '../kiosk-value.ts';
import {
  content,
  issued,
  printed,
  rules,
  rulesClosed,
  rulesWithCodes,
  take,
  ticket,
  toFinal,
  walk,
} from '../walk.ts';

const texts = textsIn('it');

/** People wait, and not as many for every queue. */
const view: KioskView = {
  kind: 'kiosk',
  serviceDay: '2026-11-23',
  queues: content.office.queues.map(({ letter }, index) => ({
    letter,
    waiting: 3 * index,
    isFull: false,
    range: { fromMinutes: 10 + index, toMinutes: 25 + index },
  })),
  isOpen: true,
  lastTicketAtMs: null,
  opensNextAtMs: null,
  takesCodes: false,
};

/** Puts on the page what a person at this place sees. */
function show(place: Place, journey: Journey, today = rules): HTMLElement {
  const kiosk = kioskValue({ rules: today, journey, view });
  document.body.innerHTML = renderToStaticMarkup(
    <KioskContext value={kiosk}>
      <JourneyScreen place={place} />
    </KioskContext>,
  );
  return document.body;
}

/** What is heard of it: the whole screen, then each button that the keys can reach, and news. */
function heardOf(screen: HTMLElement, isPublic: boolean): string[] {
  const reached = [...screen.querySelectorAll('button, [role="status"]')];
  return [
    ...partsOf(screen, { isPublic, isOverview: true }),
    ...reached.flatMap((each) => partsOf(each, { isPublic, isOverview: false })),
  ].map((part) => ('isPersonal' in part ? '(personal)' : part.text));
}

/** What a room hears of it. */
function heardByAll(place: Place, journey = newJourney(rules), today = rules): string[] {
  return heardOf(show(place, journey, today), true);
}

/** What a person with a headset hears of it. */
function heardAlone(place: Place, journey = newJourney(rules), today = rules): string[] {
  return heardOf(show(place, journey, today), false);
}

/** What is heard in one of several cases, if it is the same in all. */
function heardInAll<Case>(cases: readonly Case[], heard: (each: Case) => string[]): string[] {
  const [first = [], ...others] = cases.map(heard);
  for (const other of others) expect(other).toEqual(first);
  expect(others.length).toBeGreaterThan(0);
  return first;
}

const street: FoundPlace = { kind: 'street', name: 'Via Sile', municipi: [4], source: 'prova' };
const quarter: FoundPlace = { kind: 'quarter', name: 'Bovisa', municipi: [8, 9], source: 'prova' };

it('tells a room nothing of the offering that was chosen', () => {
  const heard = heardInAll(content.offerings, ({ id }) =>
    heardByAll({ name: 'offering', offeringId: id }),
  );
  expect(heard).toContain('Vedo chi può chiedere aiuto qui');
});

it('tells a room nothing of what the answers on residence lead to', () => {
  const heard = heardInAll(content.residence.outcomes, ({ id }) =>
    heardByAll({ name: 'final', outcomeId: id }),
  );
  expect(heard).toContain('Leggo tutto sulla privacy');
});

it.each([
  { day: 'open', today: rules },
  { day: 'closed', today: rulesClosed },
])(
  'calls the way on from the services on a mandate as from an offering, while $day',
  ({ today }) => {
    const heard = heardByAll({ name: 'mandated' }, newJourney(today), today);
    const [offering] = content.offerings;
    const elsewhere = heardByAll(
      { name: 'offering', offeringId: offering?.id ?? '' },
      newJourney(today),
      today,
    );
    expect(elsewhere).toEqual(expect.arrayContaining(heard));
    expect(heard.length).toBeGreaterThan(1);
  },
);

it('tells a person with a headset what the services on a mandate lead to', () => {
  const label = texts.spoken('kiosk.mandated.takeNumberLabel');
  expect(heardAlone({ name: 'mandated' })).toContain(label);
});

describe('someone who asks to go first', () => {
  const wish: Action = { type: 'priorityToggled' };
  const given = walk([...toFinal, take, issued, printed]);
  const ahead: Action = {
    ...{ type: 'issued', commandId: 'first' },
    ticket: { ...ticket, peopleAhead: 0, range: { fromMinutes: 0, toMinutes: 5 } },
  };
  const givenFirst = walk([...toFinal, wish, take, ahead, printed]);

  it('is not told of at the number, not even by how few are ahead or that it is left out', () => {
    const heard = heardInAll([given, givenFirst], ({ place, journey }) =>
      heardByAll(place, journey),
    );
    expect(heard).not.toContain('(personal)');
    expect(heard).toContain(texts.spoken('kiosk.ticket.promise'));
  });

  it('is not told of before the number either, where the wait of others is not said to them', () => {
    heardInAll([walk(toFinal), walk([...toFinal, wish])], ({ place, journey }) =>
      heardByAll(place, journey),
    );
  });

  it('hears all of it with a headset', () => {
    const heard = heardAlone(givenFirst.place, givenFirst.journey);
    expect(heard).toContain(texts.spoken('kiosk.ticket.priority'));
    expect(heard).toContain(texts.spoken('kiosk.ticket.ahead', { count: 0 }));
    expect(heard.join(' ')).toContain('da 0 a 5 minuti');
  });
});

describe('whether a code was written', () => {
  const scan: Action = { type: 'codeScanned', text: 'ABC123' };
  const missing: Action = { type: 'codeMissing' };
  const atTheEnd: Action[] = [...toFinal, { type: 'codeAsked' }];
  const atTheQuestion: Action[] = [
    { type: 'begin' },
    { type: 'needChosen', offeringId: content.offerings[0]?.id ?? '' },
    { type: 'offeringConfirmed' },
    { type: 'appointmentAnswered', entry: 'appointment' },
  ];
  const reached = (actions: readonly Action[]) =>
    walk(actions, newJourney(rulesWithCodes), rulesWithCodes);

  it.each([
    { where: 'on the last screen', ways: [toFinal, [...atTheEnd, scan], [...atTheEnd, missing]] },
    {
      where: 'at the question',
      ways: [
        [...atTheQuestion, scan],
        [...atTheQuestion, missing],
      ],
    },
  ])('is not heard by a room where it is asked $where', ({ ways }) => {
    const heard = heardInAll(ways.map(reached), ({ place, journey }) =>
      heardByAll(place, journey, rulesWithCodes),
    );
    expect(heard).toContain(texts.spoken('kiosk.final.title'));
    expect(heard).toContain(texts.spoken('kiosk.final.noticeMore'));
  });

  it('is not heard by a room where the queue is full, not even that something is left out', () => {
    const full: Action = { type: 'notIssued', commandId: 'first', problem: 'queueFull' };
    const refusals = [toFinal, [...atTheEnd, scan]].map((way) => reached([...way, take, full]));
    const heard = heardInAll(refusals, ({ place, journey }) =>
      heardByAll(place, journey, rulesWithCodes),
    );
    expect(heard).not.toContain('(personal)');
    expect(heard).toContain(texts.spoken('kiosk.problems.queueFullTitle'));
  });

  it('is heard with a headset, with what becomes of the code', () => {
    const { place, journey } = reached([...atTheEnd, scan]);
    const heard = heardAlone(place, journey, rulesWithCodes);
    expect(heard).toContain(texts.spoken('kiosk.final.noticeWithCode'));
    expect(heard.join(' ')).toContain(texts.spoken('kiosk.final.otherCodeLine'));
  });
});

describe('someone who has called a person', () => {
  const called = (outcome: HelpCallOutcome) =>
    walk([
      { type: 'helpOpened' },
      { type: 'helpCalled', commandId: 'call' },
      { type: 'helpCallEnded', commandId: 'call', outcome },
    ]);
  const news = (outcome: HelpCallOutcome, isPublic: boolean) => {
    const { place, journey } = called(outcome);
    const status = show(place, journey).querySelector('[role="status"]');
    const parts = status === null ? [] : partsOf(status, { isPublic, isOverview: false });
    return parts.map((part) => ('isPersonal' in part ? '(personal)' : part.text));
  };

  it.each([
    { outcome: 'seen', words: texts.spoken('kiosk.display.done') },
    { outcome: 'unseen', words: texts.spoken('kiosk.help.personLine') },
    { outcome: 'failed', words: texts.spoken('kiosk.help.personLine') },
  ] as const)('hears what to do next, and the room not that they have called: $outcome', (each) => {
    expect(news(each.outcome, true)).toEqual([each.words]);
    // All the rest is as before the call.
    heardInAll([walk([{ type: 'helpOpened' }]), called(each.outcome)], ({ place, journey }) =>
      heardByAll(place, journey).filter((words) => words !== each.words),
    );
  });

  it('hears it in full with a headset', () => {
    expect(news('seen', false)).toEqual([texts.spoken('kiosk.help.callDone')]);
    expect(news('failed', false)).toEqual([texts.spoken('kiosk.help.callFailed')]);
  });
});

it('tells a room nothing of the notice that is read', () => {
  const notices = content.notices.filter(
    ({ readers, points }) => readers === 'citizens' && points.length > 0,
  );
  const heard = heardInAll(notices, ({ id }) =>
    heardByAll({ name: 'notice', noticeId: id, layer: 'points' }),
  );
  expect(heard).toContain('Stampo questa informativa');
});

it('tells a room nothing of where a person lives', () => {
  const found = heardInAll([street, quarter], (by) =>
    heardByAll({ name: 'offices', municipio: by.municipi[0] ?? 1, by }),
  );
  expect(found).toEqual(['(personal)', 'Torno dove ero', 'Torno dove ero']);
  expect(heardByAll({ name: 'municipi', of: quarter }).join()).not.toMatch(/Bovisa|Municipio/);
});

it('tells a room how many names were found, but not what was written or found', () => {
  const heard = heardByAll({ name: 'placeSearch', text: 'LAMBRATE', page: 0 });
  expect(heard.join()).not.toMatch(/L A M B|Lambrate/);
  expect(heard).toContain('1 nome trovato');
});

it('tells a room nothing of a child who is there alone', () => {
  const heard = heardByAll({ name: 'young' });
  const [outcome] = content.residence.outcomes;
  expect(heardByAll({ name: 'final', outcomeId: outcome?.id ?? '' })).toEqual(
    expect.arrayContaining(heard),
  );
  expect(heard).toContain(texts.spoken('kiosk.final.takeLabel'));
});

it('tells a child with a headset that a person calls, and how to have one come', () => {
  const heard = heardAlone({ name: 'young' }).join(' ');
  expect(heard).toContain(texts.spoken('kiosk.young.numberLine'));
  expect(heard).toContain(texts.spoken('kiosk.help.callLabel'));
});
