import type { Content, ContentProblem, Language, Notice, Residence } from '../contract/content.ts';
import { noticeTexts } from '../contract/content-rules.ts';
import { helpProblems } from './help-checks.ts';
import { type JsonSource, problemAt } from './json-source.ts';
import { type LocatedText, languageFilesOf } from './language-source.ts';
import { openingProblems } from './opening-checks.ts';
import { placeProblems } from './place-checks.ts';
import { publishedOfficeProblems } from './published-office-checks.ts';

/** The files the checks point into. */
export interface ContentSources {
  readonly offerings: JsonSource;
  readonly mandatedServices: JsonSource;
  readonly audience: JsonSource;
  readonly residence: JsonSource;
  readonly offices: JsonSource;
  readonly quarters: JsonSource;
  readonly streets: JsonSource;
  readonly office: JsonSource;
  readonly help: JsonSource;
  readonly notices: ReadonlyMap<string, JsonSource>;
}

/** The located texts of each language, by key. */
export type TextsByLanguage = ReadonlyMap<string, ReadonlyMap<string, LocatedText>>;

/** The language the others are translated from. */
export const SOURCE_LANGUAGE = 'it';

function describe(text: LocatedText): string {
  return (
    [...text.placeholders.entries()]
      .sort(([a], [b]) => a.localeCompare(b))
      .map(([name, kind]) => (kind === 'value' ? `{${name}}` : `{${name}, ${kind}}`))
      .join(' ') || 'none'
  );
}

function haveSamePlaceholders(one: LocatedText, other: LocatedText): boolean {
  if (one.placeholders.size !== other.placeholders.size) return false;
  return [...one.placeholders].every(([name, kind]) => other.placeholders.get(name) === kind);
}

/** Every language has the keys of the Italian files that it has, with the same placeholders. */
function compareLanguages(
  languages: readonly Language[],
  texts: TextsByLanguage,
): ContentProblem[] {
  const italian = texts.get(SOURCE_LANGUAGE);
  if (!italian) return [];
  const problems: ContentProblem[] = [];
  for (const language of languages) {
    const own = texts.get(language.code);
    if (own === undefined || language.code === SOURCE_LANGUAGE) continue;
    const sources = new Map([...own.values()].map((text) => [text.key.split('.')[0], text.source]));
    const files = new Set<string>(languageFilesOf(language));
    for (const [key, original] of italian) {
      if (!files.has(key.slice(0, key.indexOf('.')))) continue;
      const text = own.get(key);
      const source = sources.get(key.split('.')[0]);
      if (!text && source) {
        problems.push(
          problemAt(
            source,
            original.path.slice(0, -1),
            `"${key}" is missing`,
            `Translate: ${original.text}`,
          ),
        );
      } else if (text && !haveSamePlaceholders(text, original)) {
        problems.push(
          problemAt(
            text.source,
            text.path,
            `"${key}" has the placeholders ${describe(text)}, the Italian text has ${describe(original)}`,
            'Use the same placeholders.',
          ),
        );
      }
    }
    for (const [key, text] of own) {
      if (!italian.has(key)) {
        problems.push(
          problemAt(
            text.source,
            text.path,
            `"${key}" does not exist in Italian`,
            'Check its spelling, or write the Italian text too.',
          ),
        );
      }
    }
  }
  return problems;
}

function repeatedIds(
  source: JsonSource,
  list: string,
  rows: readonly { id: string }[],
): ContentProblem[] {
  return rows.flatMap((row, index) =>
    rows.findIndex((other) => other.id === row.id) < index
      ? [
          problemAt(
            source,
            [list, index, 'id'],
            `the id "${row.id}" is used twice`,
            'Give each its own id.',
          ),
        ]
      : [],
  );
}

/** A question and one that follows: with a third, a number would take more than seven touches. */
const MOST_QUESTIONS = 2;

function residenceProblems(source: JsonSource, residence: Residence): ContentProblem[] {
  const problems = [
    ...repeatedIds(source, 'questions', residence.questions),
    ...repeatedIds(source, 'outcomes', residence.outcomes),
  ];
  const outcomes = new Set(residence.outcomes.map((outcome) => outcome.id));
  const positions = new Map(residence.questions.map((question, index) => [question.id, index]));
  const used = new Set<string>();

  const walk = (questionId: string, from: (string | number)[], trail: readonly string[]): void => {
    const position = positions.get(questionId);
    const question = position === undefined ? undefined : residence.questions[position];
    if (position === undefined || !question) {
      problems.push(
        problemAt(
          source,
          from,
          `the question "${questionId}" does not exist`,
          'Write it, or lead elsewhere.',
        ),
      );
      return;
    }
    if (trail.includes(questionId)) {
      problems.push(
        problemAt(
          source,
          from,
          `the question "${questionId}" leads back to itself`,
          'Every path must end with a ticket or a person.',
        ),
      );
      return;
    }
    if (trail.length === MOST_QUESTIONS) {
      problems.push(
        problemAt(
          source,
          from,
          `the question "${questionId}" would be the third on its way`,
          'A number takes at most seven touches: ask at most two questions before an outcome.',
        ),
      );
      return;
    }
    used.add(questionId);
    question.answers.forEach((answer, index) => {
      const at = ['questions', position, 'answers', index, 'next'];
      if ('question' in answer.next) {
        walk(answer.next.question, [...at, 'question'], [...trail, questionId]);
      } else {
        used.add(answer.next.outcome);
        if (!outcomes.has(answer.next.outcome)) {
          problems.push(
            problemAt(
              source,
              [...at, 'outcome'],
              `the answer "${answer.id}" leads to "${answer.next.outcome}", which does not exist`,
              'Every answer must end with a ticket or a person: lead it to one of the outcomes.',
            ),
          );
        }
      }
    });
  };
  walk(residence.start, ['start'], []);

  for (const [list, rows] of [
    ['questions', residence.questions],
    ['outcomes', residence.outcomes],
  ] as const) {
    rows.forEach((row, index) => {
      if (!used.has(row.id)) {
        problems.push(
          problemAt(
            source,
            [list, index],
            `nothing leads to "${row.id}"`,
            'Lead an answer to it, or take it away.',
          ),
        );
      }
    });
  }
  return problems;
}

function officeProblems(source: JsonSource, content: Content): ContentProblem[] {
  const { office, offerings } = content;
  const problems = repeatedIds(source, 'counters', office.counters);
  const known = new Set(offerings.map((offering) => offering.id));
  const seen = new Map<string, string>();
  office.queues.forEach((queue, position) => {
    if (office.queues.findIndex((other) => other.letter === queue.letter) < position) {
      problems.push(
        problemAt(
          source,
          ['queues', position],
          `the letter ${queue.letter} is used twice`,
          'Give each queue its own letter.',
        ),
      );
    }
    queue.offerings.forEach((id, index) => {
      const at = ['queues', position, 'offerings', index];
      const other = seen.get(id);
      if (!known.has(id)) {
        problems.push(
          problemAt(
            source,
            at,
            `"${id}" is not an offering`,
            content.mandatedServices.some((service) => service.id === id)
              ? 'A service on a mandate of the Judicial Authority takes no number: take it away.'
              : 'Use an id of offerings.json.',
          ),
        );
      } else if (other !== undefined) {
        problems.push(
          problemAt(
            source,
            at,
            `"${id}" is already in the queue ${other}`,
            'Keep it in one queue.',
          ),
        );
      }
      seen.set(id, queue.letter);
    });
  });
  for (const id of known) {
    if (!seen.has(id)) {
      problems.push(
        problemAt(
          source,
          ['queues'],
          `no queue answers for "${id}"`,
          'Add it to one of the queues.',
        ),
      );
    }
  }
  office.counters.forEach((counter, position) => {
    counter.queues.forEach((letter, index) => {
      if (!office.queues.some((queue) => queue.letter === letter)) {
        problems.push(
          problemAt(
            source,
            ['counters', position, 'queues', index],
            `there is no queue ${letter}`,
            'Use a letter of "queues".',
          ),
        );
      }
    });
  });
  for (const queue of office.queues) {
    if (!office.counters.some((counter) => counter.queues.includes(queue.letter))) {
      problems.push(
        problemAt(
          source,
          ['counters'],
          `no counter calls the queue ${queue.letter}`,
          'Add the letter to a counter.',
        ),
      );
    }
  }
  office.accounts.forEach((account, index) => {
    if (office.accounts.findIndex((other) => other.account === account.account) < index) {
      problems.push(
        problemAt(
          source,
          ['accounts', index],
          `the account "${account.account}" is there twice`,
          'Rename one of the two.',
        ),
      );
    }
  });
  return problems;
}

/** The texts that the data need, with the place in the data that needs each. */
function neededTexts(
  sources: ContentSources,
  content: Content,
): { key: string; source: JsonSource; path: (string | number)[] }[] {
  const rows = (
    source: JsonSource,
    list: string,
    ids: readonly { id: string }[],
    keysOf: (id: string) => string[],
  ) =>
    ids.flatMap((row, index) =>
      keysOf(row.id).map((key) => ({ key, source, path: [list, index] as (string | number)[] })),
    );
  const textsOfNotice = (notice: Notice, source: JsonSource) => [
    ...['title', 'officialName', 'line'].map((name) => ({
      key: `${noticeTexts(notice)}.${name}`,
      source,
      path: ['id'] as (string | number)[],
    })),
    ...notice.short.map((name, index) => ({
      key: `${noticeTexts(notice)}.${name}`,
      source,
      path: ['short', index],
    })),
    ...notice.points.flatMap((name, index) =>
      ['title', 'body'].map((part) => ({
        key: `${noticeTexts(notice)}.${name}-${part}`,
        source,
        path: ['points', index],
      })),
    ),
  ];
  return [
    ...rows(sources.offerings, 'offerings', content.offerings, (id) =>
      ['label', 'line', 'officialName', 'what', 'whom'].map((name) => `offerings.${id}.${name}`),
    ),
    ...rows(sources.mandatedServices, 'mandatedServices', content.mandatedServices, (id) =>
      ['name', 'what', 'access'].map((name) => `mandated-services.${id}.${name}`),
    ),
    ...rows(sources.audience, 'audience', content.audience, (id) => [`audience.${id}`]),
    ...rows(sources.help, 'contacts', content.help.contacts, (id) =>
      ['label', 'line', 'body', 'number'].map((name) => `help.${id}.${name}`),
    ),
    ...content.residence.questions.flatMap((question, position) => [
      ...['title', 'help'].map((name) => ({
        key: `residence.${question.id}.${name}`,
        source: sources.residence,
        path: ['questions', position],
      })),
      ...question.answers.flatMap((answer, index) =>
        ['label', 'line', 'leads'].map((name) => ({
          key: `residence.${question.id}-${answer.id}.${name}`,
          source: sources.residence,
          path: ['questions', position, 'answers', index],
        })),
      ),
    ]),
    ...rows(sources.residence, 'outcomes', content.residence.outcomes, (id) =>
      ['title', 'body'].map((name) => `residence.${id}.${name}`),
    ),
    ...content.notices.flatMap((notice) => {
      const source = sources.notices.get(notice.id);
      return source ? textsOfNotice(notice, source) : [];
    }),
    ...content.offices.offices.flatMap((office, index) =>
      office.note === null
        ? []
        : [
            {
              key: `offices.notes.${office.note}`,
              source: sources.offices,
              path: ['offices', index, 'note'],
            },
          ],
    ),
  ];
}

/** What must hold between files for the screens to work at all. */
export function crossProblems(
  sources: ContentSources,
  content: Content,
  texts: TextsByLanguage,
): ContentProblem[] {
  const italian = texts.get(SOURCE_LANGUAGE);
  return [
    ...compareLanguages(content.languages, texts),
    ...repeatedIds(sources.offerings, 'offerings', content.offerings),
    ...repeatedIds(sources.mandatedServices, 'mandatedServices', content.mandatedServices),
    ...repeatedIds(sources.audience, 'audience', content.audience),
    ...repeatedIds(sources.help, 'contacts', content.help.contacts),
    ...helpProblems(sources.help, content.help.contacts, texts),
    ...repeatedIds(sources.offices, 'offices', content.offices.offices),
    ...publishedOfficeProblems(sources.offices, content.offices),
    ...placeProblems(sources.quarters, content.quarters),
    ...placeProblems(sources.streets, content.streets),
    ...residenceProblems(sources.residence, content.residence),
    ...officeProblems(sources.office, content),
    ...openingProblems(sources.office, content.office),
    ...neededTexts(sources, content)
      .filter(({ key }) => !italian?.has(key))
      .map(({ key, source, path }) =>
        problemAt(
          source,
          path,
          `its text "${key}" is missing`,
          `Write it in languages/${SOURCE_LANGUAGE}/${key.split('.')[0]}.json, and in every other language.`,
        ),
      ),
  ];
}
