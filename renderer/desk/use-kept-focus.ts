import { type RefObject, useEffect, useRef } from 'react';

/**
 * Keeps the keyboard on the page: where the element that had the focus goes away with its state,
 * the main action takes it. It starts there, so that Enter alone does the work of a day.
 */
export function useKeptFocus(place: RefObject<HTMLElement | null>): void {
  const lastFocused = useRef<Element | null>(null);

  useEffect(() => {
    const onFocus = () => {
      lastFocused.current = document.activeElement;
    };
    document.addEventListener('focusin', onFocus);
    focusMainAction(place.current);
    return () => document.removeEventListener('focusin', onFocus);
  }, [place]);

  // After every drawing: the feed may have taken the focused element away.
  useEffect(() => {
    const isLost = document.activeElement === null || document.activeElement === document.body;
    if (isLost && lastFocused.current?.isConnected === false) focusMainAction(place.current);
  });
}

function focusMainAction(place: HTMLElement | null): void {
  place?.querySelector<HTMLElement>('.action--main')?.focus();
}
