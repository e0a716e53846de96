/**
 * Keeps React Aria from listing what is in transition (runAfterTransition): an element that leaves
 * the page while two of its properties are in transition is never taken off that list again, and
 * keeps its whole screen in memory, for days on a kiosk and all day at a desk. All that the list is
 * for is to wait with the focus until a transition is over; ours are over at once. Call before the
 * first render.
 */
export function keepTransitionsUnlisted(page: Window): void {
  page.addEventListener('transitionrun', (event) => event.stopPropagation(), true);
}
