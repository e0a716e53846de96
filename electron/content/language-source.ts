import type { ContentProblem, Language, Review } from '../contract/content.ts';
import {
  type LanguageFileName,
  PUBLIC_LANGUAGE_FILES,
  STAFF_LANGUAGE_FILES,
} from '../contract/content-rules.ts';
import { type JsonPath, type JsonSource, problemAt } from './json-source.ts';
import { type Placeholders, placeholdersOf } from './message.ts';

/** A text with the place it stands at, so that a check can point to it. */
export interface LocatedText {
  readonly text: string;
  readonly spoken: string;
  readonly key: string;
  readonly source: JsonSource;
  readonly path: JsonPath;
  /** Of the text and of its spoken form together. */
  readonly placeholders: Placeholders;
  /** Null where nobody has reviewed the text as it stands. */
  readonly review: Review | null;
}

const keyPattern = /^[a-z][a-zA-Z0-9]*(-[a-z0-9]+)*$/;

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The files that a language has. */
export function languageFilesOf({ isForStaff }: Language): readonly LanguageFileName[] {
  return isForStaff ? [...PUBLIC_LANGUAGE_FILES, ...STAFF_LANGUAGE_FILES] : PUBLIC_LANGUAGE_FILES;
}

/** The texts of one file of a language: keys at the top, or one level down. */
export function readLanguageSource(
  prefix: string,
  source: JsonSource,
  reviews: Readonly<Record<string, Review>>,
): { texts: LocatedText[]; problems: ContentProblem[] } {
  const texts: LocatedText[] = [];
  const problems: ContentProblem[] = [];

  const entry = (key: string, path: JsonPath, value: unknown): void => {
    const raw = typeof value === 'string' ? { text: value, spoken: value } : value;
    if (
      !isRecord(raw) ||
      typeof raw['text'] !== 'string' ||
      typeof raw['spoken'] !== 'string' ||
      Object.keys(raw).length !== 2
    ) {
      problems.push(
        problemAt(
          source,
          path,
          `"${key}" is not a text`,
          'Write a text in quotes, or {"text": "…", "spoken": "…"}.',
        ),
      );
      return;
    }
    if (raw['text'].trim() === '' || raw['spoken'].trim() === '') {
      problems.push(problemAt(source, path, `"${key}" is empty`, 'Write the text.'));
      return;
    }
    const placeholders = new Map<string, 'value' | 'number' | 'choice' | 'moment'>();
    for (const message of new Set([raw['text'], raw['spoken']])) {
      const found = placeholdersOf(message);
      if (!found.ok) {
        problems.push(
          problemAt(
            source,
            path,
            `"${key}" is not a valid ICU message (${found.error})`,
            'Check that every { has its }, and that every plural has "other".',
          ),
        );
        return;
      }
      for (const [name, kind] of found.value) {
        if (kind !== 'value' || !placeholders.has(name)) placeholders.set(name, kind);
      }
    }
    const { text, spoken } = { text: raw['text'], spoken: raw['spoken'] };
    const review = reviews[key] ?? null;
    texts.push({
      key,
      source,
      path,
      text,
      spoken,
      placeholders,
      review: review?.text === text && review.spoken === spoken ? review : null,
    });
  };

  const value = source.value;
  if (!isRecord(value)) {
    return {
      texts,
      problems: [problemAt(source, [], 'the file is not an object', 'Begin with "{".')],
    };
  }
  for (const [name, member] of Object.entries(value)) {
    if (name === '$schema') continue;
    const group = isRecord(member) && !('text' in member) && !('spoken' in member) ? member : null;
    const names = group ? [name, ...Object.keys(group)] : [name];
    const bad = names.find((one) => !keyPattern.test(one));
    if (bad !== undefined) {
      problems.push(
        problemAt(
          source,
          bad === name ? [name] : [name, bad],
          `"${bad}" is not a good name for a text`,
          'Use the names of the Italian file.',
        ),
      );
    } else if (group) {
      for (const [inner, leaf] of Object.entries(group)) {
        entry(`${prefix}.${name}.${inner}`, [name, inner], leaf);
      }
    } else {
      entry(`${prefix}.${name}`, [name], member);
    }
  }
  return { texts, problems };
}
