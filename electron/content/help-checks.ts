import type { Content, ContentProblem } from '../contract/content.ts';
import { type JsonSource, problemAt } from './json-source.ts';
import type { LocatedText } from './language-source.ts';

type Contacts = Content['help']['contacts'];

/** 112, and 1522, which a public office must show (L. 160/2019). */
const NUMBERS_SHOWN = ['112', '1522'] as const;

/**
 * What must hold of help for nobody in danger to be given a wrong number: those that an office must
 * show are there, and whatever a language writes or says of a number is that number.
 */
export function helpProblems(
  source: JsonSource,
  contacts: Contacts,
  texts: ReadonlyMap<string, ReadonlyMap<string, LocatedText>>,
): ContentProblem[] {
  const missing = NUMBERS_SHOWN.filter((needed) =>
    contacts.every(({ phone }) => phone !== needed),
  ).map((needed) =>
    problemAt(
      source,
      ['contacts'],
      `the number ${needed} is missing`,
      'Put it back from the program’s own copy: an office must show it.',
    ),
  );
  return [...missing, ...[...texts.values()].flatMap((own) => languageProblems(own, contacts))];
}

/** Screens show the text of a number, never `phone` itself. */
function languageProblems(
  texts: ReadonlyMap<string, LocatedText>,
  contacts: Contacts,
): ContentProblem[] {
  return contacts.flatMap(({ id, phone }) => {
    const number = texts.get(`help.${id}.number`);
    if (number === undefined) return [];
    const wrong = numberProblems(number, phone);
    // Compared with a wrong number, its sentences would only repeat that.
    if (wrong.length > 0) return wrong;
    return ['label', 'line']
      .flatMap((name) => texts.get(`help.${id}.${name}`) ?? [])
      .flatMap((sentence) => sentenceProblems(sentence, number, phone));
  });
}

function numberProblems(number: LocatedText, phone: string): ContentProblem[] {
  const { source, path, key, text, spoken } = number;
  const isWritten = text.replaceAll(/\s/g, '') === phone;
  const digitsSaid = spoken.replaceAll(/\P{Nd}/gu, '');
  if (isWritten && ['', phone].includes(digitsSaid)) return [];
  return [
    problemAt(
      source,
      path,
      `"${key}" is "${isWritten ? spoken : text}", and the number in help.json is ${phone}`,
      `Write ${phone}: this is what people see, and call.`,
    ),
  ];
}

/** A sentence need not name the number; where it names one, it is this, and is said aloud. */
function sentenceProblems(
  { source, path, key, text, spoken }: LocatedText,
  number: LocatedText,
  phone: string,
): ContentProblem[] {
  const [other] = [text, spoken]
    .map((form) => numbersIn(form, phone))
    .flatMap((named) => (named.includes(phone) ? [] : named));
  if (other !== undefined) {
    const reason = `"${key}" names ${other}, and the number in help.json is ${phone}`;
    return [problemAt(source, path, reason, `Write ${phone}.`)];
  }
  const isSaid =
    numbersIn(spoken, phone).length > 0 || lettersOf(spoken).includes(lettersOf(number.spoken));
  if (numbersIn(text, phone).length === 0 || isSaid) return [];
  return [
    problemAt(
      source,
      path,
      `"${key}" writes ${phone}, but aloud it does not say "${number.spoken}"`,
      `Say ${phone} alike in all texts of this number.`,
    ),
  ];
}

/** What may be a number to call: three digits or more, or just this one, however it is spaced. */
function numbersIn(text: string, phone: string): string[] {
  return [...text.matchAll(/\p{Nd}+(?:\s\p{Nd}+)*/gu)].flatMap(([group]) => {
    const pieces = group.split(/\s/);
    return pieces.join('') === phone ? [phone] : pieces.filter(({ length }) => length >= 3);
  });
}

/** Words without the pauses between them, which a sentence sets elsewhere than a number alone. */
function lettersOf(words: string): string {
  return words.toLowerCase().replaceAll(/[^\p{L}\p{M}\p{N}]/gu, '');
}
