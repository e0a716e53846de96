const FOCUSABLE =
  'button:not([disabled], [tabindex="-1"]), a[href], input:not([disabled]), [tabindex="0"]';

/** What the arrow keys walk over inside a scope, in reading order. */
function focusableIn(scope: ParentNode): HTMLElement[] {
  return Array.from(scope.querySelectorAll<HTMLElement>(FOCUSABLE)).filter(
    (element) => element.closest('[inert], [aria-hidden="true"]') === null,
  );
}

/** The scope the keys belong to: the topmost dialog, or else the whole page. */
export function topScope(page: Document): ParentNode {
  const dialogs = page.querySelectorAll('[role="dialog"], [role="alertdialog"]');
  return dialogs.item(dialogs.length - 1) ?? page;
}

/** What a key means for moving; null when it means nothing. Mirrored for right-to-left. */
export function moveOfKey(key: string, direction: 'ltr' | 'rtl'): 1 | -1 | null {
  if (key === 'ArrowDown') return 1;
  if (key === 'ArrowUp') return -1;
  if (key === 'ArrowRight') return direction === 'ltr' ? 1 : -1;
  if (key === 'ArrowLeft') return direction === 'ltr' ? -1 : 1;
  return null;
}

/**
 * Arrow keys move the focus, so that a keypad of a few keys is enough; Enter selects by itself.
 * Esc goes back, unless a dialog takes it.
 *
 * @returns a function that stops listening.
 */
export function followKeys(page: Document, onBack: () => void): () => void {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey) return;
    const scope = topScope(page);
    if (event.key === 'Escape' && scope === page) {
      event.preventDefault();
      onBack();
      return;
    }
    const move = moveOfKey(event.key, page.dir === 'rtl' ? 'rtl' : 'ltr');
    if (move === null) return;
    const stops = focusableIn(scope);
    if (stops.length === 0) return;
    event.preventDefault();
    const at = stops.indexOf(page.activeElement as HTMLElement);
    const next = at === -1 ? startOf(stops, page.activeElement, move) : at + move;
    stops[(next + stops.length) % stops.length]?.focus();
  };
  page.addEventListener('keydown', onKeyDown);
  return () => page.removeEventListener('keydown', onKeyDown);
}

/** From a title that holds the focus but is no stop: the nearest stop after or before it. */
function startOf(stops: readonly HTMLElement[], from: Element | null, move: 1 | -1): number {
  const after = stops.findIndex(
    (stop) =>
      from !== null && (from.compareDocumentPosition(stop) & Node.DOCUMENT_POSITION_FOLLOWING) > 0,
  );
  if (after === -1) return move === 1 ? 0 : stops.length - 1;
  return move === 1 ? after : after - 1;
}
