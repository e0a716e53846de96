import { join } from 'node:path';
import { loadContent } from '../../electron/content/load-content.ts';
import { createTranslator, type Translator } from '../../renderer/text/translator.ts';

const CONTENT_FOLDER = join(import.meta.dirname, '..', '..', 'content');

/** The words on the screens of a fresh installation, so that tests ask for what a person reads. */
export function textsIn(language: string): Translator {
  const content = loadContent({ baseDir: CONTENT_FOLDER });
  if (!content.ok) throw new Error('The content is damaged: npm run content:check says where');
  return createTranslator(content.value, language);
}
