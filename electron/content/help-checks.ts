import type { Content, ContentProblem } from '../contract/content.ts';
import { type JsonSource, problemAt } from './json-source.ts';
import type { LocatedText } from './language-source.ts';

type Contacts = Content['help']['contacts'];

const EMERGENCY = '112';

/** 112, and 1522, which a public office must show (L. 160/2019). */
const NUMBERS_SHOWN = [EMERGENCY, '1522'] as const;

/**
 * What must hold of help for nobody in danger to be given a wrong number: those that an office must
 * show are there, and what a language writes and says for a number, beside it and to a child alone is
 * that number. The longer text below it may tell of years and other figures.
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
  const phones = contacts.map(({ phone }) => phone);
  return contacts.flatMap(({ id, phone }) => {
    const number = texts.get(`help.${id}.number`);
    if (number === undefined) return [];
    const wrong = numberProblems(number, phone);
    // Compared with a wrong number, its sentences would only repeat that.
    if (wrong.length > 0) return wrong;
    return sentencesOf(id, phone)
      .flatMap((key) => texts.get(key) ?? [])
      .flatMap((sentence) => sentenceProblems(sentence, number, { phone, phones }));
  });
}

/** What stands beside a number, and what a child alone is told to call in danger. */
function sentencesOf(id: string, phone: string): string[] {
  const beside = [`help.${id}.label`, `help.${id}.line`];
  return phone === EMERGENCY ? [...beside, 'kiosk.young.danger'] : beside;
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
  { phone, phones }: { readonly phone: string; readonly phones: readonly string[] },
): ContentProblem[] {
  const [other] = [text, spoken]
    .map((form) => numbersIn(form, phone, phones))
    .flatMap((named) => (named.includes(phone) ? [] : named));
  if (other !== undefined) {
    const reason = `"${key}" names ${other}, and the number in help.json is ${phone}`;
    return [problemAt(source, path, reason, `Write ${phone}.`)];
  }
  const isSaid =
    numbersIn(spoken, phone, phones).length > 0 ||
    lettersOf(spoken).includes(lettersOf(number.spoken));
  if (numbersIn(text, phone, phones).length === 0 || isSaid) return [];
  return [
    problemAt(
      source,
      path,
      `"${key}" writes ${phone}, but aloud it does not say "${number.spoken}"`,
      `Say ${phone} alike in all texts of this number.`,
    ),
  ];
}

/**
 * What may be a number to call: this one, however it is spaced and whatever figures follow it, or else
 * what is as long as it, or another of those to call. A year or a number of days is none.
 */
function numbersIn(text: string, phone: string, phones: readonly string[]): string[] {
  return [...text.matchAll(/\p{Nd}+(?:\s\p{Nd}+)*/gu)].flatMap(([group]) => {
    const pieces = group.split(/\s/);
    const beginnings = pieces.map((_, last) => pieces.slice(0, last + 1).join(''));
    const numbers = [...new Set([...beginnings, ...pieces])];
    return numbers.includes(phone)
      ? [phone]
      : numbers.filter((each) => each.length === phone.length || phones.includes(each));
  });
}

/** Words without the pauses between them, which a sentence sets elsewhere than a number alone. */
function lettersOf(words: string): string {
  return words.toLowerCase().replaceAll(/[^\p{L}\p{M}\p{N}]/gu, '');
}
