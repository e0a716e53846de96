import type { ConfiguredOffice, ContentProblem } from '../contract/content.ts';
import { type JsonSource, problemAt } from './json-source.ts';

type Hours = { readonly day: string; readonly opensAt: string; readonly closesAt: string };

/** What is wrong with the times of one of the two lists of openings. */
function hoursProblems(
  source: JsonSource,
  list: readonly (string | number)[],
  rows: readonly Hours[],
): ContentProblem[] {
  return rows.flatMap(({ day, opensAt, closesAt }, index) => {
    if (closesAt <= opensAt) {
      return [
        problemAt(
          source,
          [...list, index],
          `it closes at ${closesAt}, before it opens`,
          'Correct the two times.',
        ),
      ];
    }
    const other = rows
      .slice(0, index)
      .find((row) => row.day === day && row.opensAt < closesAt && opensAt < row.closesAt);
    if (other === undefined) return [];
    return [
      problemAt(
        source,
        [...list, index],
        `it overlaps with ${day}, ${other.opensAt} to ${other.closesAt}`,
        'Write them as one, or correct the times.',
      ),
    ];
  });
}

/** Whether the times at which the office opens and closes make sense. */
export function openingProblems(source: JsonSource, office: ConfiguredOffice): ContentProblem[] {
  const { closures, extraOpenings } = office.calendar;
  return [
    ...hoursProblems(source, ['hours'], office.hours),
    ...hoursProblems(source, ['calendar', 'extraOpenings'], extraOpenings),
    ...closures.flatMap(({ firstDay, lastDay, from, until }, index) => {
      const at = ['calendar', 'closures', index];
      return [
        ...(lastDay !== undefined && lastDay < firstDay
          ? [problemAt(source, at, `it ends on ${lastDay}, before it begins`, 'Correct the days.')]
          : []),
        ...(until <= from
          ? [problemAt(source, at, `it ends at ${until}, before it begins`, 'Correct the times.')]
          : []),
      ];
    }),
  ];
}
