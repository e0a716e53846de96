import { join } from 'node:path';
import { loadContent } from '../../electron/content/load-content.ts';
import { formsOf } from '../../electron/contract/content-rules.ts';
import { createTranslator, type Translator } from '../../renderer/text/translator.ts';

const CONTENT_FOLDER = join(import.meta.dirname, '..', '..', 'content');

const content = loadContent({ baseDir: CONTENT_FOLDER });
const translators = new Map<string, Translator>();

/** The languages of a fresh installation, in order. */
export function shippedLanguages(): string[] {
  return content.ok ? content.value.languages.map(({ code }) => code) : [];
}

/** The words on the screens of a fresh installation, so that tests ask for what a person reads. */
export function textsIn(language: string): Translator {
  if (!content.ok) throw new Error('The content is damaged: npm run content:check says where');
  const known = translators.get(language) ?? createTranslator(content.value, language);
  translators.set(language, known);
  return known;
}

/** What each text of a language says, by its key, as it stands in the files. */
export function spokenTexts(language: string): ReadonlyMap<string, string> {
  const texts = content.ok ? (content.value.texts[language] ?? {}) : {};
  return new Map(Object.entries(texts).map(([key, text]) => [key, formsOf(text).spoken]));
}
