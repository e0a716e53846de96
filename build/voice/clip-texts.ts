import { variantsOf } from '../../electron/content/message.ts';
import { clipName } from '../../electron/contract/clip-name.ts';
import type { Content } from '../../electron/contract/content.ts';
import { formsOf, PUBLIC_LANGUAGE_FILES } from '../../electron/contract/content-rules.ts';
import { paragraphsOf } from '../../renderer/text/notice-paragraphs.ts';
import { spokenDigits } from '../../renderer/text/number-words.ts';
import { createTranslator, type Translator } from '../../renderer/text/translator.ts';

/** Numbers up to this one are one clip each: minutes, people, the day, a house. */
const LARGEST_NUMBER = 120;

/** Stands where a message takes a value; in no text. */
const VALUE = '\uFFFC';

const DAY_MS = 86_400_000;
const DAYS_OF_A_YEAR = 366;

/** Digits and capital letters: what the codes of appointments are made of. */
const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

/** Texts of citizens that a kiosk never says: the paper, the title of the window, their phone. */
export const NEVER_SAID = /^(ticket\.|kiosk\.window\.|phone\.(?!qr\.))/;

/**
 * Everything that a clip is needed for in one language: each text that is written in it, or where a
 * text takes values, the pieces between them, and what those values can be; and official notices. By the name of the
 * clip: the text as a voice should say it.
 */
export function clipTexts(content: Content, languageCode: string): Map<string, string> {
  const translator = createTranslator(content, languageCode);
  const found = new Map<string, string>();
  const add = (text: string) => {
    const name = clipName(text);
    // From its first word on: a voice stumbles over a full stop in front.
    if (name !== '' && !found.has(name))
      found.set(name, text.replace(/^[^\p{L}\p{M}\p{N}]+/u, '').trim());
  };
  for (const text of [
    ...messagePieces(content, languageCode),
    ...officialParagraphs(content, languageCode),
    ...numbers(translator.language.localeTag, languageCode),
    ...LETTERS,
    ...names(content, translator),
    ...days(content, translator),
  ]) {
    add(text);
  }
  return found;
}

function messagePieces(content: Content, languageCode: string): string[] {
  const isSaid = (key: string) =>
    PUBLIC_LANGUAGE_FILES.some((file) => key.startsWith(`${file}.`)) && !NEVER_SAID.test(key);
  return Object.entries(content.texts[languageCode] ?? {})
    .filter(([key]) => isSaid(key))
    .flatMap(([, text]) => variantsOf(formsOf(text).spoken, VALUE))
    .flatMap((variant) => variant.split(VALUE));
}

/** The official notices that an office has dropped in: a paragraph is said in one go. */
function officialParagraphs(content: Content, languageCode: string): string[] {
  return content.notices
    .filter(({ readers }) => readers === 'citizens')
    .flatMap(({ officialTexts }) => officialTexts[languageCode] ?? [])
    .flatMap(paragraphsOf)
    .map(({ text }) => text.replaceAll(/\s+/g, ' '));
}

function numbers(localeTag: string, languageCode: string): string[] {
  const counted = Array.from({ length: LARGEST_NUMBER + 1 }, (_, number) => number);
  const hundreds = Array.from({ length: 9 }, (_, index) => 100 * (index + 1));
  const inDigits = [...counted, ...hundreds];
  const own = new Intl.NumberFormat(localeTag, { useGrouping: false });
  return [
    ...inDigits.map(String),
    // Some languages have digits of their own.
    ...inDigits.map((number) => own.format(number)),
    ...inDigits.map((number) => spokenDigits(String(number), languageCode)),
  ];
}

/** Names that are written in the data, and what a language is called in this one. */
function names(content: Content, translator: Translator): string[] {
  const { localeTag } = translator.language;
  const called = new Intl.DisplayNames([localeTag], { type: 'language' });
  return [
    translator.localized(content.office.name),
    translator.language.autonym,
    ...content.languages.map(({ code }) => called.of(code) ?? code),
    ...[...content.quarters.places, ...content.streets.places].map(({ name }) => name),
    // Who says in which Municipio a place is.
    ...[...content.quarters.sources, ...content.streets.sources].map(({ title }) => title),
    // What stands between the numbers of a list.
    ...translator.list([1, 2, 3]).split(/\p{N}+/u),
    ...content.offices.offices.flatMap(({ street, streetNumber }) => [street, streetNumber]),
  ];
}

/** The words of every day of a year, and the days of the notices as a whole. */
function days(content: Content, translator: Translator): string[] {
  const aDay = Date.UTC(2028, 0, 1, 12);
  const year = Array.from({ length: DAYS_OF_A_YEAR }, (_, day) => aDay + day * DAY_MS);
  const pieces = year.flatMap((atMs) =>
    [translator.weekday(atMs), translator.date(atMs)].flatMap((text) => text.split(/\p{N}+/u)),
  );
  return [...new Set(pieces), ...content.notices.map(({ date }) => translator.date(date))];
}
