import { useEffect, useEffectEvent } from 'react';
import { topScope } from '../ui/focus.ts';

export interface Typing {
  /** Which keys write something. */
  readonly accepts: RegExp;
  readonly onKey: (character: string) => void;
  readonly onErase: () => void;
  readonly onEnter?: () => void;
}

/**
 * A keyboard writes without a field that would have to be found first; while a dialog is open, on
 * nothing below it.
 */
export function useTyping({ accepts, onKey, onErase, onEnter }: Typing): void {
  const hear = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey) return;
    if (topScope(document) !== document) return;
    const isOnButton = event.target instanceof Element && event.target.closest('button') !== null;
    // On a button, these two press it.
    if (isOnButton && (event.key === ' ' || event.key === 'Enter')) return;
    const isWriting = accepts.test(event.key);
    // A space would move the page away from what is written.
    if (isWriting) event.preventDefault();
    // A key that is stuck writes once: else it would pass for a person who goes on writing.
    if (event.repeat) return;
    if (isWriting) onKey(event.key.toUpperCase());
    else if (event.key === 'Backspace') onErase();
    else if (event.key === 'Enter') onEnter?.();
  });
  useEffect(() => {
    window.addEventListener('keydown', hear);
    return () => window.removeEventListener('keydown', hear);
  }, []);
}
