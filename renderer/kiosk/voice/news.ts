const NEWS = '[role="status"]';

/** The places for news that have changed, or that are new on the page; each once. */
export function newsIn(changes: readonly MutationRecord[]): Element[] {
  const places = new Set<Element>();
  for (const { target, addedNodes } of changes) {
    const around = (target instanceof Element ? target : target.parentElement)?.closest(NEWS);
    if (around != null) places.add(around);
    for (const added of addedNodes) {
      if (!(added instanceof Element)) continue;
      if (added.matches(NEWS)) places.add(added);
      for (const inside of added.querySelectorAll(NEWS)) places.add(inside);
    }
  }
  return [...places].filter(({ isConnected }) => isConnected);
}
