import type { Content, ContentProblem } from '../contract/content.ts';
import { foldName } from '../contract/place-names.ts';
import { type JsonSource, problemAt } from './json-source.ts';

/** The Comune publishes that its office at Piazzale Segesta 11 is reached by telephone only (ds1303). */
const STREET_BY_TELEPHONE = 'segesta';
const NUMBER_BY_TELEPHONE = /^11(?!\d)/;

/** What must hold of the published offices: nobody is sent where nobody receives them. */
export function publishedOfficeProblems(
  source: JsonSource,
  { offices }: Content['offices'],
): ContentProblem[] {
  return offices.flatMap(({ street, streetNumber, access }, index) =>
    access !== 'telephone-only' &&
    foldName(street).split(' ').includes(STREET_BY_TELEPHONE) &&
    NUMBER_BY_TELEPHONE.test(streetNumber)
      ? [
          problemAt(
            source,
            ['offices', index, 'access'],
            `${street} ${streetNumber} is reached by telephone only`,
            'Write "telephone-only": nobody is to be sent there.',
          ),
        ]
      : [],
  );
}
