import { marked, type Token, type Tokens } from 'marked';
import type { Paragraph } from './paragraph.ts';

/**
 * The paragraphs of a Markdown text, without its signs. What stress, tables and links were for the eye
 * is given in words: nobody can follow a link on a kiosk or on paper, so its address is written out.
 */
export function markdownParagraphs(text: string): Paragraph[] {
  return blocks(marked.lexer(text))
    .map((paragraph) => ({ ...paragraph, text: paragraph.text.replaceAll(/\s+/g, ' ').trim() }))
    .filter((paragraph) => paragraph.text !== '');
}

function blocks(tokens: readonly Token[]): Paragraph[] {
  return tokens.flatMap((token): Paragraph[] => {
    switch (token.type) {
      case 'heading':
        return [{ kind: 'heading', text: words(token.tokens) }];
      case 'list':
        return items(token as Tokens.List);
      case 'blockquote':
        return blocks(token.tokens ?? []);
      case 'table':
        return rows(token as Tokens.Table);
      case 'space':
      case 'hr':
      case 'def':
        return [];
      default:
        return [{ kind: 'text', text: words([token]) }];
    }
  });
}

/** Those of a numbered list keep their numbers, which the text may refer to. */
function items({ items: all, ordered, start }: Tokens.List): Paragraph[] {
  return all.flatMap(({ tokens }, index) => {
    const [first, ...further] = blocks(tokens);
    if (first === undefined) return [];
    const own: Paragraph = ordered
      ? { kind: 'text', text: `${Number(start) + index}. ${first.text}` }
      : { kind: 'item', text: first.text };
    return [own, ...further];
  });
}

/** Each row of a table in one line. */
function rows({ header, rows: all }: Tokens.Table): Paragraph[] {
  return [header, ...all].map((cells) => ({
    kind: 'item',
    text: cells.map(({ tokens }) => words(tokens)).join('; '),
  }));
}

/** What is written, without what it looks like. */
function words(tokens: readonly Token[] | undefined): string {
  return (tokens ?? [])
    .map((token) => {
      if (token.type === 'link') return link(token as Tokens.Link);
      if (token.type === 'br') return ' ';
      if (token.type === 'html') return token.raw.replaceAll(/<!--[\s\S]*?-->|<[^>]*>/g, '');
      if ('tokens' in token && token.tokens !== undefined) return words(token.tokens);
      return 'text' in token ? String(token.text) : '';
    })
    .join('');
}

function link({ href, tokens }: Tokens.Link): string {
  const label = words(tokens);
  const address = href.replace(/^(?:mailto|tel):/, '');
  return label === address ? label : `${label} (${address})`;
}
