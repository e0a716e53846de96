import { describe, expect, it } from 'vitest';
import type { Action, FoundPlace } from '../../../renderer/kiosk/journey/journey.ts';
import { findPlaces, isPostalCode, placeIndex } from '../../../renderer/kiosk/place-search.ts';
import { content, lastOffering, rulesClosed, walk } from './walk.ts';

const begin: Action = { type: 'begin' };
const open: Action = { type: 'finderOpened' };
const search: Action = { type: 'placeSearchOpened' };
const writes = (text: string): Action[] =>
  [...text].map((character) => ({ type: 'placeKeyPressed', character }));
const chosen = (municipi: readonly number[]): Action => ({
  type: 'placeChosen',
  place: { kind: 'street', name: 'Via Adda', municipi, source: 'register' } satisfies FoundPlace,
});

describe('which office is mine', () => {
  it('is asked with one touch from the list of needs, and answered by the number', () => {
    const { place } = walk([begin, open, { type: 'municipioChosen', municipio: 7 }]);
    expect(place).toEqual({ name: 'offices', municipio: 7, by: null });
  });

  it('can be asked from an offering, from the last screen, and from a closed office', () => {
    const toOffering: Action[] = [begin, { type: 'needChosen', offeringId: lastOffering }];
    for (const before of [toOffering, [begin, { type: 'onlyNumber' } as const]]) {
      expect(walk([...before, open]).place.name).toBe('finder');
    }
    const closed = walk([begin, { type: 'onlyNumber' }, open], undefined, rulesClosed);
    expect(closed.place.name).toBe('finder');
  });

  it('leads back in one touch to where it was asked, with what was answered there', () => {
    const before = walk([begin, { type: 'onlyNumber' }, { type: 'priorityToggled' }]).journey;
    const { journey } = walk(
      [open, search, ...writes('ADDA'), chosen([2, 9]), { type: 'municipioChosen', municipio: 9 }],
      before,
    );
    expect(walk([{ type: 'finderClosed' }], journey).journey).toEqual(before);
  });

  it('is answered at once by a street of one Municipio', () => {
    const { place } = walk([begin, open, search, ...writes('AD'), chosen([9])]);
    expect(place).toMatchObject({ name: 'offices', municipio: 9, by: { name: 'Via Adda' } });
  });

  it('is asked further where a street lies in several', () => {
    const asked = walk([begin, open, search, chosen([2, 9])]);
    expect(asked.place).toMatchObject({ name: 'municipi', of: { municipi: [2, 9] } });
    expect(walk([{ type: 'municipioChosen', municipio: 2 }], asked.journey).place).toMatchObject({
      name: 'offices',
      municipio: 2,
    });
  });

  it('keeps what is written for Back, and forgets it with the person', () => {
    const { journey } = walk([begin, open, search, ...writes('ADDA'), chosen([9])]);
    expect(walk([{ type: 'back' }], journey).place).toMatchObject({ text: 'ADDA' });
    expect(JSON.stringify(walk([{ type: 'clear' }], journey).journey)).not.toContain('ADDA');
  });
});

describe('the search for a street or quarter', () => {
  const index = placeIndex({
    quarters: {
      isComplete: false,
      sources: [],
      places: [
        { name: 'Ca’ Granda', municipi: [9], source: 'a' },
        { name: 'Città Studi', municipi: [3], source: 'a' },
      ],
    },
    streets: {
      isComplete: false,
      sources: [],
      places: [
        { name: 'Via Città di Fiume', municipi: [1], source: 'a' },
        { name: 'Viale Monza', municipi: [2], source: 'a' },
        { name: 'Via Abba Giuseppe', municipi: [9], source: 'a' },
        { name: 'Piazza Sant’Ambrogio', municipi: [1], source: 'a' },
      ],
    },
  });
  const names = (text: string) => findPlaces(index, text).map(({ name }) => name);

  it('needs neither accents nor capitals nor the kind of street', () => {
    expect(names('CITTA')).toEqual(['Città Studi', 'Via Città di Fiume']);
    expect(names('monza')).toEqual(['Viale Monza']);
    expect(names('viale mon')).toEqual(['Viale Monza']);
    expect(names('ca granda')).toEqual(['Ca’ Granda']);
  });

  it('needs no apostrophe, for there is none on the keys', () => {
    expect(names('CAGRANDA')).toEqual(['Ca’ Granda']);
    expect(names('piazza santamb')).toEqual(['Piazza Sant’Ambrogio']);
    expect(names('santambrogio piazza')).toEqual(['Piazza Sant’Ambrogio']);
  });

  it('takes the words in any order', () => {
    expect(names('giuseppe abba')).toEqual(['Via Abba Giuseppe']);
  });

  it('lists the quarters while nothing is written', () => {
    expect(names('  ')).toEqual(['Ca’ Granda', 'Città Studi']);
  });

  it('finds nothing by a postal code alone, and knows one', () => {
    expect(names('20125')).toEqual([]);
    expect(isPostalCode('20125 ')).toBe(true);
    expect(isPostalCode('Via 8')).toBe(false);
  });

  it('knows every name that ships under its own name', () => {
    const shipped = placeIndex(content);
    for (const { name } of [...content.quarters.places, ...content.streets.places]) {
      expect(findPlaces(shipped, name).map((place) => place.name)).toContain(name);
    }
  });
});
