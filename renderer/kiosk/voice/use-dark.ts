import { useEffect } from 'react';
import type { JourneyStore } from '../journey/journey-store.ts';

/** While the screen is dark, a touch brings it back and does nothing else: nobody sees what it hits. */
export function useDark(isDark: boolean, store: JourneyStore): void {
  useEffect(() => {
    if (!isDark) return;
    const swallow = (event: MouseEvent) => {
      // A key presses the button under the focus with a click that no finger has made.
      if (event.type === 'click' && event.detail === 0) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      // What the finger sends after its first touch must not press anything either.
      if (event.type === 'click') store.act({ type: 'voiceWished', wish: 'dark' });
    };
    const types = ['pointerdown', 'pointerup', 'mousedown', 'mouseup', 'click'] as const;
    // At the window, before whatever presses anything hears of it.
    for (const type of types) window.addEventListener(type, swallow, true);
    return () => {
      for (const type of types) window.removeEventListener(type, swallow, true);
    };
  }, [isDark, store]);
}
