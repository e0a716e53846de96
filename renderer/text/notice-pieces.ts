import type { Content, Notice } from '../../electron/contract/content.ts';
import { officialText, paragraphsOf, piecesOf } from './notice-paragraphs.ts';
import { summaryLanguages } from './notice-summary.ts';

/** On how many pieces of paper a notice comes out, for a person of this language. */
export function pieceCount(content: Content, notice: Notice, language: string): number {
  const official = officialText(notice, language);
  return official === null
    ? summaryLanguages(content, notice, language).length
    : piecesOf(paragraphsOf(official)).length;
}
