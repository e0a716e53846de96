import type { Content, Places } from '../../electron/contract/content.ts';
import { foldName } from '../../electron/contract/place-names.ts';
import type { FoundPlace } from './journey/journey.ts';

/** At most six choices in sight: two lead to the names before and after. */
export const NAMES_PER_PAGE = 4;

/** A place with its name as it is compared. */
interface IndexedPlace {
  readonly place: FoundPlace;
  readonly words: readonly string[];
  /** The name without the kind of street: people begin with "Monza", not with "Viale". */
  readonly ownName: string;
}

export type PlaceIndex = readonly IndexedPlace[];

/** The quarters and streets that can be found, quarters first, each by name. */
export function placeIndex({
  quarters,
  streets,
}: Pick<Content, 'quarters' | 'streets'>): PlaceIndex {
  return [...indexed('quarter', quarters), ...indexed('street', streets)];
}

function indexed(kind: FoundPlace['kind'], { places, sources }: Places): IndexedPlace[] {
  const titles = new Map(sources.map(({ id, title }) => [id, title]));
  return places
    .map(({ name, municipi, source }): IndexedPlace => {
      const words = foldName(name).split(' ');
      const own = kind === 'street' && words.length > 1 ? words.slice(1) : words;
      const place = { kind, name, municipi, source: titles.get(source) ?? source };
      return { place, words: [...words, ...joinedWords(name)], ownName: own.join(' ') };
    })
    .toSorted((a, b) => compare(a.ownName, b.ownName));
}

/** The keys of the screen have no apostrophe: people write "santambrogio", and "cagranda". */
function joinedWords(name: string): string[] {
  const joined = name.replaceAll(/['’.]\s*/g, '');
  return joined === name ? [] : foldName(joined).split(' ');
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

/**
 * The places in whose names each written word begins a word, in any order; those whose name begins
 * with what is written come first. While nothing is written, the quarters.
 */
export function findPlaces(index: PlaceIndex, text: string): FoundPlace[] {
  const written = foldName(text);
  if (written === '') {
    return index.filter(({ place }) => place.kind === 'quarter').map(({ place }) => place);
  }
  const beginnings = written.split(' ');
  const found = index.filter(({ words }) =>
    beginnings.every((beginning) => words.some((word) => word.startsWith(beginning))),
  );
  const begins = ({ ownName }: IndexedPlace) => Number(!ownName.startsWith(written));
  return found.toSorted((a, b) => begins(a) - begins(b)).map(({ place }) => place);
}

/** Five digits: a postal code, which says nothing about the Municipio. */
export function isPostalCode(text: string): boolean {
  return /^\d{5}$/.test(text.trim());
}
