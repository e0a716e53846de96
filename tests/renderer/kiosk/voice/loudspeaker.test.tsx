// @vitest-environment happy-dom
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { offeredLanguages } from '../../../../electron/contract/content-rules.ts';
import type { FoundPlace, Journey, Place } from '../../../../renderer/kiosk/journey/journey.ts';
import { newJourney, placeInSight } from '../../../../renderer/kiosk/journey/journey.ts';
import { JourneyScreen } from '../../../../renderer/kiosk/journey-screen.tsx';
import { KioskContext } from '../../../../renderer/kiosk/kiosk-context.ts';
import { partsOf } from '../../../../renderer/kiosk/voice/reading.ts';
import { textsIn } from '../../../support/texts.ts';
import { content, issued, printed, rules, take, toFinal, walk } from '../walk.ts';

/** Puts on the page what a person at this place sees. */
function show(place: Place, journey: Journey = newJourney(rules)): HTMLElement {
  const kiosk = {
    ...{ content, rules, journey, view: null, texts: textsIn('it') },
    languages: offeredLanguages(content),
    office: { name: 'Ufficio', isDemo: false },
    ...{ hasPrinter: true, canBeLow: false },
    voice: { hasVoice: true, isSpeaking: () => false, repeat: () => undefined },
    act: () => undefined,
  };
  document.body.innerHTML = renderToStaticMarkup(
    <KioskContext value={kiosk}>
      <JourneyScreen place={place} />
    </KioskContext>,
  );
  return document.body;
}

/** What a room hears of it: the whole screen, then each button that the keys can reach, and news. */
function heardByAll(place: Place, journey?: Journey): string[] {
  const screen = show(place, journey);
  const reached = [...screen.querySelectorAll('button, [role="status"]')];
  return [
    ...partsOf(screen, { isPublic: true, isOverview: true }),
    ...reached.flatMap((each) => partsOf(each, { isPublic: true, isOverview: false })),
  ].map((part) => ('isPersonal' in part ? '(personal)' : part.text));
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

it('tells a room nothing of who asks to go first, not even that something is left out', () => {
  const given = (...wishes: { type: 'priorityToggled' }[]) =>
    walk([...toFinal, ...wishes, take, issued, printed]).journey;
  const journeys = [given(), given({ type: 'priorityToggled' })];
  const heard = heardInAll(journeys, (journey) => heardByAll(placeInSight(journey), journey));
  expect(heard).not.toContain('(personal)');
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
  const texts = textsIn('it');
  for (const key of ['title', 'intro', 'listen', 'papers', 'danger']) {
    expect(heard).not.toContain(texts.phraseAt(`kiosk.young.${key}`).spoken);
  }
  expect(heard).toContain(texts.phraseAt('kiosk.young.numberLabel').spoken);
});
