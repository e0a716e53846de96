import type { Content, Language } from '../../contract/content.ts';
import { offeredLanguages } from '../../contract/content-rules.ts';
import type { PhonePageData } from '../../contract/phone.ts';

/** The files of content whose words the page uses. */
const WORDS = /^(common|ticket|phone)\./;

/** Where the built page has its language, and where its data go. */
const LANGUAGE_PLACE = '<html lang="it" dir="ltr">';
const DATA_PLACE = /(<script type="application\/json" id="data">)[^<]*(<\/script>)/;

/** The page of one office in the languages that it offers, with what it is to show at first. */
export class PhonePage {
  readonly #html: string;
  readonly #content: Content;
  readonly #languages: Language[];

  /** @param html the built page, as Vite left it. */
  constructor(html: string, content: Content) {
    this.#html = html;
    this.#content = content;
    // It looks through every text for its review: once, not for every phone that asks.
    this.#languages = offeredLanguages(content);
  }

  /**
   * The language to answer in: the one asked for, else the first that the phone prefers, else
   * Italian.
   */
  languageFor(asked: string | null, acceptLanguage: string | undefined): string {
    const offered = new Set(this.#languages.map(({ code }) => code));
    const wishes = [asked ?? '', ...preferredLanguages(acceptLanguage ?? '')];
    return wishes.find((code) => offered.has(code)) ?? 'it';
  }

  /** The page as HTML. */
  render(first: PhonePageData['first'], language: string): string {
    const own = this.#languages.find(({ code }) => code === language);
    const data: PhonePageData = {
      first,
      language,
      content: {
        languages: this.#languages,
        // Where a text is missing, Italian stands in.
        texts: Object.fromEntries(
          [...new Set(['it', language])].map((code) => [code, this.#words(code)]),
        ),
        reviewedKeys: { [language]: this.#reviewedWords(language) },
        office: { timeZone: this.#content.office.timeZone },
      },
    };
    const html = `<html lang="${own?.localeTag ?? 'it-IT'}" dir="${own?.direction ?? 'ltr'}">`;
    // No text of it can end the element that it stands in.
    const json = JSON.stringify(data).replaceAll('<', '\\u003c');
    return this.#html
      .replace(LANGUAGE_PLACE, () => html)
      .replace(DATA_PLACE, (_, before: string, after: string) => `${before}${json}${after}`);
  }

  #words(code: string): Content['texts'][string] {
    const texts = Object.entries(this.#content.texts[code] ?? {});
    return Object.fromEntries(texts.filter(([key]) => WORDS.test(key)));
  }

  /** The words that a named person has reviewed. */
  #reviewedWords(code: string): string[] {
    return (this.#content.reviewedKeys[code] ?? []).filter((key) => WORDS.test(key));
  }
}

/** The languages of an `Accept-Language` header (RFC 9110, 12.5.4), the preferred first. */
function preferredLanguages(header: string): string[] {
  return header
    .split(',')
    .map((part) => {
      const [range = '', ...parameters] = part.trim().toLowerCase().split(';');
      const quality = parameters.map((one) => /^\s*q=([\d.]+)$/.exec(one)?.[1]).find(Boolean);
      return { code: range.split('-')[0] ?? '', quality: Number(quality ?? 1) };
    })
    .filter(({ quality }) => quality > 0)
    .toSorted((one, other) => other.quality - one.quality)
    .map(({ code }) => code);
}
