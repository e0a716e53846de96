import type { ContentProblem, Places } from '../contract/content.ts';
import { foldName } from '../contract/place-names.ts';
import { type JsonSource, problemAt } from './json-source.ts';

/** What must hold in a list of streets or quarters. */
export function placeProblems(source: JsonSource, { sources, places }: Places): ContentProblem[] {
  const known = new Set(sources.map(({ id }) => id));
  const firstOf = new Map<string, number>();
  const problems: ContentProblem[] = [];
  places.forEach(({ name, municipi, source: named }, index) => {
    const folded = foldName(name);
    const first = firstOf.get(folded);
    if (first === undefined) firstOf.set(folded, index);
    else {
      problems.push(
        problemAt(
          source,
          ['places', index, 'name'],
          `"${name}" is there twice`,
          'Keep one row, with all its Municipi.',
        ),
      );
    }
    if (!known.has(named)) {
      problems.push(
        problemAt(
          source,
          ['places', index, 'source'],
          `"${named}" is not one of the sources`,
          'Nothing is said without saying who says so: name a source of this file.',
        ),
      );
    }
    if (municipi.some((number, at) => number <= (municipi[at - 1] ?? 0))) {
      problems.push(
        problemAt(
          source,
          ['places', index, 'municipi'],
          `the Municipi of "${name}" are not in order, or one is there twice`,
          'Write each once, the lowest first.',
        ),
      );
    }
  });
  sources.forEach(({ id }, index) => {
    if (places.some((place) => place.source === id)) return;
    problems.push(
      problemAt(source, ['sources', index], `nothing comes from "${id}"`, 'Take the source away.'),
    );
  });
  return problems;
}
