import type { Notice, OfficialNoticeText } from '../../electron/contract/content.ts';
import { markdownParagraphs } from './markdown-paragraphs.ts';
import type { Paragraph } from './paragraph.ts';

/** The official text in a language, or in Italian; null until the office has dropped it in. */
export function officialText(notice: Notice, language: string): OfficialNoticeText | null {
  return notice.officialTexts[language] ?? notice.officialTexts['it'] ?? null;
}

/** What a reader needs of an official text, be it read, printed or said. */
export function paragraphsOf({
  format,
  text,
}: Pick<OfficialNoticeText, 'format' | 'text'>): Paragraph[] {
  return format === 'markdown' ? markdownParagraphs(text) : plainParagraphs(text);
}

/** Where a paragraph of plain text ends: at an empty line, or where the next item of a list begins. */
const PLAIN_END = /\n\s*\n|\n(?=\s*(?:[-–•*]|\d+[.)]|[a-z]\))\s)/;

function plainParagraphs(text: string): Paragraph[] {
  return text
    .trim()
    .split(PLAIN_END)
    .map((paragraph) => {
      const item = /^\s*[-–•*]\s+([\s\S]*)$/.exec(paragraph)?.[1];
      return { kind: item === undefined ? 'text' : 'item', text: item ?? paragraph };
    });
}

/**
 * Some 40 cm of paper: at 46 characters a line of 34 dots, and with the head, under the 4000 dots
 * that the ticket page draws at once.
 */
const CHARACTERS_ON_A_PIECE = 3_600;

/** Only a paragraph that is longer than a piece is cut, between words. */
function cut({ kind, text }: Paragraph): Paragraph[] {
  const parts = text.match(new RegExp(`[^]{1,${CHARACTERS_ON_A_PIECE}}(?:\\s|$)`, 'g')) ?? [text];
  return parts.map((part) => ({ kind, text: part.trim() }));
}

/** The paragraphs of a text on each piece of paper. */
export function piecesOf(paragraphs: readonly Paragraph[]): Paragraph[][] {
  const pieces: Paragraph[][] = [[]];
  let length = 0;
  for (const paragraph of paragraphs.flatMap(cut)) {
    if (length > 0 && length + paragraph.text.length > CHARACTERS_ON_A_PIECE) {
      pieces.push([]);
      length = 0;
    }
    pieces.at(-1)?.push(paragraph);
    length += paragraph.text.length;
  }
  return pieces;
}
