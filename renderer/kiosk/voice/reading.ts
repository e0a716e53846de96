import { audibleOf } from './personal.ts';

/** Words in one language, as they stand on the screen. */
export interface Sentence {
  readonly text: string;
  /** BCP 47. */
  readonly lang: string;
  /** Where it stands. */
  readonly element: Element;
}

/** A part that only the person may hear, in place of what it says. */
export interface PersonalPart {
  readonly element: Element;
  readonly isPersonal: true;
}

export type Part = Sentence | PersonalPart;

/** Blocks are said apart from each other; what is inside one is said together. */
const BLOCK = 'p, h1, h2, h3, h4, li, button, section, div, fieldset, main';

/**
 * Never said: hidden ones, drawings, what serves the eyes only, and the commands, which are the same
 * everywhere and are called by name when the keys reach them.
 */
const UNSAID = '[aria-hidden="true"], [hidden], svg, button:disabled, [data-for-eyes], nav';

export interface ReadingOptions {
  /** Others hear it too: personal parts are left out. */
  readonly isPublic: boolean;
  /** Of what can be pressed, only what it is called. */
  readonly isOverview: boolean;
}

interface Piece {
  readonly text: string;
  readonly lang: string;
  readonly block: Element;
}

/**
 * What a part of the page says, in order: the words that are seen, or, where an element has them,
 * the words that are to be said instead (`data-spoken`), or where others hear it (`data-in-public`).
 */
export function partsOf(root: Element, options: ReadingOptions): Part[] {
  const { isPublic, isOverview } = options;
  const pieces: (Piece | PersonalPart)[] = [];
  const push = (element: Element, text: string) => {
    const lang = element.closest('[lang]')?.getAttribute('lang') ?? '';
    pieces.push({ text, lang, block: element.closest(BLOCK) ?? root });
  };
  const walk = (element: Element) => {
    if (element !== root && element.matches(UNSAID)) return;
    const audible = isPublic ? audibleOf(element) : 'all';
    if (audible === 'mention') pieces.push({ element, isPersonal: true });
    if (audible !== 'all') return;
    const forAll = isPublic ? element.getAttribute('data-in-public') : null;
    const spoken = forAll ?? element.getAttribute('data-spoken');
    if (spoken !== null) {
      push(element, spoken);
      return;
    }
    const label = element.matches('button') ? null : element.getAttribute('aria-label');
    if (label !== null) push(element, label);
    // Forty keys are not read one after the other; a row of them is called by its letters.
    if (element.matches(isOverview ? 'fieldset' : '[data-key-row]')) return;
    const name = isOverview && element.matches('button') ? element.querySelector(NAME) : null;
    if (name !== null) {
      walk(name);
      return;
    }
    for (const node of element.childNodes) {
      if (node instanceof Element) walk(node);
      else if (node.nodeType === Node.TEXT_NODE) push(element, node.textContent ?? '');
    }
  };
  walk(root);
  return joined(pieces);
}

/** What a button is called, beside what explains it. */
const NAME = '.tile__label, .button__label';

/** Whatever stands together in one block and one language is one sentence. */
function joined(pieces: readonly (Piece | PersonalPart)[]): Part[] {
  const parts: Part[] = [];
  let last: Piece | null = null;
  for (const piece of pieces) {
    if ('isPersonal' in piece) {
      parts.push(piece);
      last = null;
      continue;
    }
    const text = piece.text.replaceAll(/\s+/g, ' ').trim();
    if (text === '') continue;
    const before = parts.at(-1);
    const goesOn =
      last !== null &&
      last.block === piece.block &&
      last.lang === piece.lang &&
      before !== undefined;
    if (goesOn && 'text' in before) {
      parts[parts.length - 1] = { ...before, text: `${before.text} ${text}` };
    } else {
      parts.push({ text, lang: piece.lang, element: piece.block });
    }
    last = piece;
  }
  return parts;
}

/** Whether something that can be pressed says that it is chosen; null where it is no choice. */
export function isChosen(element: Element): boolean | null {
  const said = element.getAttribute('aria-pressed') ?? element.getAttribute('aria-checked');
  return said === null ? null : said === 'true';
}
