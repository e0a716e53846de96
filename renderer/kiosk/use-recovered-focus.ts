import { useEffect } from 'react';
import { recoverFocus } from '../ui/focus.ts';

/** After each change of the screen, keys go on from somewhere, whatever has become of the focus. */
export function useRecoveredFocus(): void {
  useEffect(() => {
    // A dialog that closes gives the focus back in the next frame; that goes first.
    const frame = requestAnimationFrame(() => recoverFocus(document));
    return () => cancelAnimationFrame(frame);
  });
}
