import { SPOKEN_ATTRIBUTE } from './words.tsx';

/** Tags after which a voice pauses. */
const BLOCK_TAGS = new Set(['P', 'H1', 'H2', 'H3', 'LI', 'BUTTON', 'DIV', 'SECTION', 'DT', 'DD']);

/**
 * What an audio guide says for an element: its visible text, with the spoken form wherever an
 * element carries one. What is hidden from assistive technology is not said.
 */
export function spokenText(element: Element): string {
  const parts: string[] = [];
  collect(element, parts);
  return parts.join('').replace(/\s+/g, ' ').replaceAll(' .', '.').trim();
}

function collect(element: Element, parts: string[]): void {
  if (element.getAttribute('aria-hidden') === 'true') return;
  const spoken = element.getAttribute(SPOKEN_ATTRIBUTE) ?? element.getAttribute('aria-label');
  if (spoken !== null) {
    parts.push(spoken);
  } else {
    for (const node of element.childNodes) {
      if (node.nodeType === element.TEXT_NODE) parts.push(node.textContent ?? '');
      if (node.nodeType === element.ELEMENT_NODE) collect(node as Element, parts);
    }
  }
  const last = parts.at(-1)?.trim() ?? '';
  if (BLOCK_TAGS.has(element.tagName)) {
    parts.push(last === '' || /[.:!?…]$/.test(last) ? ' ' : '. ');
  }
}
