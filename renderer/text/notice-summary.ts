import type { Notice } from '../../electron/contract/content.ts';
import { noticeTexts } from '../../electron/contract/content-rules.ts';
import { createTranslator, type TranslatorContent } from './translator.ts';

/**
 * The languages in which our summary of a notice is printed, each on a piece of paper of its own, for
 * two may be longer than what the ticket page draws at once: the person's and, while that awaits
 * review, Italian.
 */
export function summaryLanguages(
  content: TranslatorContent,
  notice: Notice,
  language: string,
): readonly string[] {
  const { italian } = createTranslator(content, language).rightsAt(`${noticeTexts(notice)}.title`);
  return italian === null ? [language] : [language, 'it'];
}
