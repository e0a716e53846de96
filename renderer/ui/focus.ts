const FOCUSABLE =
  'button:not([disabled], [tabindex="-1"]), a[href], input:not([disabled]), [tabindex="0"]';

/** A row of many small keys: "next" stops at the row, and goes through it only once it is entered. */
const ROW = '[data-key-row]';

/** Forward or backward, in reading order. */
export type Direction = 1 | -1;

/** The scope the keys belong to: the topmost dialog, or else the whole page. */
export function topScope(page: Document): ParentNode {
  const dialogs = page.querySelectorAll('[role="dialog"], [role="alertdialog"]');
  return dialogs.item(dialogs.length - 1) ?? page;
}

/** Where the focus is, if it is somewhere in the scope where a person can see it. */
function focusIn(scope: ParentNode, page: Document): HTMLElement | null {
  const at = page.activeElement;
  return at instanceof HTMLElement && at !== page.body && scope.contains(at) ? at : null;
}

/** What the keys walk over inside a scope, in reading order. */
function stopsIn(scope: ParentNode): HTMLElement[] {
  return Array.from(scope.querySelectorAll<HTMLElement>(FOCUSABLE)).filter(
    (element) =>
      element.getAttribute('aria-disabled') !== 'true' &&
      element.closest('[inert], [aria-hidden="true"]') === null,
  );
}

/** The row of keys that an element is in; not the row itself. */
function rowAround(element: Element | null): HTMLElement | null {
  return element?.parentElement?.closest<HTMLElement>(ROW) ?? null;
}

/** Each row in place of the keys in it. */
function withoutKeysOfRows(stops: readonly HTMLElement[]): HTMLElement[] {
  return [...new Set(stops.map((stop) => rowAround(stop) ?? stop))];
}

/** Where a screen or a dialog begins: its title, which every screen gives the focus to. */
function beginningOf(scope: ParentNode): HTMLElement | null {
  return scope instanceof HTMLElement ? scope : scope.querySelector<HTMLElement>('h1[tabindex]');
}

/** The stop after or before an element that may be no stop itself, round and round. */
function neighbour(
  stops: readonly HTMLElement[],
  from: Element | null,
  direction: Direction,
): HTMLElement | undefined {
  const at = stops.indexOf(from as HTMLElement);
  if (at !== -1) return stops[(at + direction + stops.length) % stops.length];
  const after = stops.findIndex(
    (stop) =>
      from !== null && (from.compareDocumentPosition(stop) & Node.DOCUMENT_POSITION_FOLLOWING) > 0,
  );
  if (direction === 1) return stops[Math.max(after, 0)];
  return stops.at(after === -1 ? -1 : after - 1);
}

/** Moves the focus by one, within the top scope. */
export function moveByOne(page: Document, direction: Direction): void {
  const scope = topScope(page);
  const from = focusIn(scope, page) ?? beginningOf(scope);
  neighbour(stopsIn(scope), from, direction)?.focus();
}

/**
 * Moves the focus as two switches need it: by one, but rows of keys as one stop each. In a row that
 * was entered it goes from key to key, and from the last to the row again.
 */
export function moveByStep(page: Document, direction: Direction, entered: Element | null): void {
  const scope = topScope(page);
  const from = focusIn(scope, page) ?? beginningOf(scope);
  const row = rowAround(from);
  if (row !== null && row === entered) {
    const keys = stopsIn(row);
    const isAtEnd = from === keys.at(direction === 1 ? -1 : 0);
    (isAtEnd ? row : neighbour(keys, from, direction))?.focus();
    return;
  }
  neighbour(withoutKeysOfRows(stopsIn(scope)), row ?? from, direction)?.focus();
}

/**
 * Moves the focus to the nearest key of the row below or above; past the first or the last row, to
 * what is before or after all of them. Outside of rows it moves by one.
 */
export function moveByLine(page: Document, direction: Direction): void {
  const scope = topScope(page);
  const from = focusIn(scope, page);
  const row = rowAround(from);
  if (from === null || row === null) {
    moveByOne(page, direction);
    return;
  }
  const rows = Array.from(scope.querySelectorAll<HTMLElement>(ROW));
  const target = rows[rows.indexOf(row) + direction];
  if (target === undefined) {
    const edge = stopsIn(row).at(direction === 1 ? -1 : 0) ?? from;
    neighbour(stopsIn(scope), edge, direction)?.focus();
    return;
  }
  const wanted = middleOf(from);
  const [nearest] = stopsIn(target).toSorted(
    (a, b) => Math.abs(middleOf(a) - wanted) - Math.abs(middleOf(b) - wanted),
  );
  nearest?.focus();
}

function middleOf(element: Element): number {
  const { left, width } = element.getBoundingClientRect();
  return left + width / 2;
}

/** Enters the row of keys that has the focus. Answers it, or null where there is none. */
export function enterRow(page: Document): HTMLElement | null {
  const at = focusIn(topScope(page), page);
  if (at === null || !at.matches(ROW)) return null;
  stopsIn(at)[0]?.focus();
  return at;
}

/** Leaves a row after one of its keys was pressed: the next key may be in any row. */
export function leaveRow(page: Document): void {
  topScope(page).querySelector<HTMLElement>(ROW)?.focus();
}

/** Which way a horizontal arrow leads from where the focus is: reading goes either way. */
export function directionOfArrow(page: Document, arrow: 'left' | 'right'): Direction {
  const around = page.activeElement?.closest('[dir]') ?? page.documentElement;
  const isForward = (around.getAttribute('dir') === 'rtl') === (arrow === 'left');
  return isForward ? 1 : -1;
}

/**
 * Gives the focus back to the top scope where nothing has it any more: what had it is gone, or can
 * no longer be pressed.
 */
export function recoverFocus(page: Document): void {
  const scope = topScope(page);
  const at = focusIn(scope, page);
  // Whoever touched the middle of a text must find it where it was.
  if (at === null || at.matches(':disabled')) beginningOf(scope)?.focus({ preventScroll: true });
}

/** Moves the text in the top scope that is longer than its place by most of a page. */
export function scrollReading(page: Document, direction: Direction): void {
  const pane = topScope(page).querySelector<HTMLElement>('[data-reading]');
  pane?.scrollBy({ top: direction * pane.clientHeight * 0.8 });
}
