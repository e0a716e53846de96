import { IntlMessageFormat } from 'intl-messageformat';
import type { Content, Language, LocalizedText } from '../../electron/contract/content.ts';
import { formsOf } from '../../electron/contract/content-rules.ts';
import type { WaitingRange } from '../../electron/contract/vocabulary.ts';
import { spokenDigits } from './number-words.ts';
import type { Phrase, TextValue } from './phrase.ts';
import { spelled } from './spelled.ts';
import type { TextKey, TextValues } from './text-keys.ts';

/** What a translator needs of the content. */
export type TranslatorContent = Pick<Content, 'languages' | 'texts' | 'reviewedKeys'> & {
  readonly office: Pick<Content['office'], 'timeZone'>;
};

type Values = Readonly<Record<string, TextValue | Date>>;
type Arguments<K extends TextKey> = TextValues[K] extends null ? [] : [values: TextValues[K]];

/** A text on people's rights, beside the Italian until a named person has reviewed it (DESIGN §7.12). */
export interface RightsPhrase extends Phrase {
  /** The Italian text, to be shown too; null where it is not needed. */
  readonly italian: Phrase | null;
}

/** Texts and formats in one language. */
export interface Translator {
  readonly language: Language;
  /** The text to read. */
  t<K extends TextKey>(key: K, ...values: Arguments<K>): string;
  /** The text to say. */
  spoken<K extends TextKey>(key: K, ...values: Arguments<K>): string;
  /** Both. */
  phrase<K extends TextKey>(key: K, ...values: Arguments<K>): Phrase;
  /** A text of a row of the data, by its key: `offerings.information.label`. */
  phraseAt(key: string, values?: Values): Phrase;
  /** Whether a text of that key exists. */
  has(key: string): boolean;
  /** A text that tells people their rights. */
  rightsAt(key: string, values?: Values): RightsPhrase;
  /** A name written in the office's own file. */
  localized(name: LocalizedText): string;
  /** "A042", said "A, zero quarantadue". */
  ticketCode(code: string): Phrase;
  /** 24 hours, on the office's clock. `atMs`: UTC epoch milliseconds. */
  time(atMs: number): Phrase;
  /** A day in full, of a moment (UTC epoch milliseconds) or of a date "2026-11-23". */
  date(at: number | string): string;
  /** A day of the coming weeks: "giovedì 26 novembre". `atMs`: UTC epoch milliseconds. */
  weekday(atMs: number): string;
  /** "12 minuti", or "meno di un minuto". `durationMs`: milliseconds. */
  minutes(durationMs: number): Phrase;
  /** "circa 10–25 minuti": an estimate, never a promise. */
  waitingRange(range: WaitingRange): Phrase;
  /** "2 e 9": some of several things, as the language joins them. */
  list(items: readonly number[]): string;
  /** A telephone number, said digit by digit. */
  phone(digits: string): Phrase;
}

const MINUTE_MS = 60_000;

/** Whole minutes of a duration in milliseconds, never below 0. */
export function wholeMinutes(durationMs: number): number {
  return Math.max(0, Math.floor(durationMs / MINUTE_MS));
}

/**
 * Writes a day in a language. Chromium knows no dates in Sinhala and Albanian, and would write
 * them in English: there a day is in digits, as Italy has them.
 */
function dayFormat(
  localeTag: string,
  options: Intl.DateTimeFormatOptions & { timeZone: string },
): Intl.DateTimeFormat {
  const { timeZone } = options;
  return Intl.DateTimeFormat.supportedLocalesOf(localeTag).length > 0
    ? new Intl.DateTimeFormat(localeTag, options)
    : new Intl.DateTimeFormat('it-IT', {
        day: '2-digit',
        month: '2-digit',
        year: 'numeric',
        timeZone,
      });
}

/** Lists numbers in a language; with commas alone where Chromium would put an English "and". */
function listed(localeTag: string, items: readonly number[]): string {
  const words = items.map(String);
  return Intl.ListFormat.supportedLocalesOf(localeTag).length > 0
    ? new Intl.ListFormat(localeTag, { type: 'conjunction' }).format(words)
    : words.join(', ');
}

/**
 * Texts and formats in a language of the content; in Italian when that language is unknown, and
 * text by text where one is missing.
 */
export function createTranslator(content: TranslatorContent, languageCode: string): Translator {
  const language =
    content.languages.find(({ code }) => code === languageCode) ??
    content.languages.find(({ code }) => code === 'it');
  if (!language) throw new Error('The content has no Italian.');

  const timeZone = content.office.timeZone;
  // Latin digits in every language, as on the paper and the board; "ar-EG" alone would write "٤٢".
  const localeTag = new Intl.Locale(language.localeTag, { numberingSystem: 'latn' }).toString();
  const own = content.texts[language.code] ?? {};
  const italian = content.texts['it'] ?? {};
  const compiled = new Map<string, IntlMessageFormat>();

  const compile = (key: string, form: keyof Phrase): IntlMessageFormat => {
    const entry = own[key] ?? italian[key];
    if (!entry) throw new Error(`There is no text "${key}".`);
    // Most texts are said as they are read: both forms are one message.
    const id = typeof entry === 'string' ? key : `${form} ${key}`;
    const known = compiled.get(id);
    if (known) return known;
    const locale = own[key] ? localeTag : 'it-IT';
    const source = formsOf(entry)[form];
    const message = new IntlMessageFormat(source, locale, undefined, { ignoreTag: true });
    compiled.set(id, message);
    return message;
  };

  const format = (key: string, form: keyof Phrase, values: Values): string => {
    const flat = Object.fromEntries(
      Object.entries(values).map(([name, value]) => [
        name,
        typeof value === 'object' && !(value instanceof Date) ? value[form] : value,
      ]),
    );
    return String(compile(key, form).format(flat));
  };

  const phraseAt = (key: string, values: Values = {}): Phrase => ({
    text: format(key, 'text', values),
    spoken: format(key, 'spoken', values),
  });

  const clock = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  const dateParts = { day: 'numeric', month: 'long', year: 'numeric' } as const;
  const dayOfMoment = dayFormat(localeTag, { ...dateParts, timeZone });
  const weekday = dayFormat(localeTag, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    timeZone,
  });
  // A calendar date is midnight UTC here, so it must be read back in UTC or it shifts by a day.
  const dayOfDate = dayFormat(localeTag, { ...dateParts, timeZone: 'UTC' });

  const reviewed = new Set(content.reviewedKeys[language.code]);
  const source = language.code === 'it' ? null : createTranslator(content, 'it');

  return {
    language,
    t: (key, ...[values]) => format(key, 'text', values ?? {}),
    spoken: (key, ...[values]) => format(key, 'spoken', values ?? {}),
    phrase: (key, ...[values]) => phraseAt(key, values ?? {}),
    phraseAt,
    has: (key) => key in own || key in italian,
    rightsAt: (key, values) => ({
      ...phraseAt(key, values),
      italian: source && !reviewed.has(key) ? source.phraseAt(key, values) : null,
    }),
    localized: (name) => name[language.code] ?? name.it,
    ticketCode: (code) =>
      phraseAt('common.ticketCode', {
        letter: code.slice(0, 1),
        digits: code.slice(1),
        words: spokenDigits(code.slice(1), language.code),
      }),
    time: (atMs) => {
      const [hours = '', minutes = ''] = clock.format(atMs).split(':');
      return phraseAt('common.timeOfDay', {
        hours,
        minutes,
        hoursNumber: Number(hours),
        minutesNumber: Number(minutes),
      });
    },
    date: (at) =>
      typeof at === 'number'
        ? dayOfMoment.format(at)
        : dayOfDate.format(Date.parse(`${at}T00:00Z`)),
    weekday: (atMs) => weekday.format(atMs),
    minutes: (durationMs) => {
      const count = wholeMinutes(durationMs);
      return count === 0
        ? phraseAt('common.lessThanAMinute')
        : phraseAt('common.minutes', { count });
    },
    waitingRange: ({ fromMinutes, toMinutes }) => {
      if (toMinutes === 0) return phraseAt('common.lessThanAMinute');
      return fromMinutes === toMinutes
        ? phraseAt('common.aboutMinutes', { count: toMinutes })
        : phraseAt('common.betweenMinutes', { from: fromMinutes, to: toMinutes });
    },
    list: (items) => listed(localeTag, items),
    phone: spelled,
  };
}
