import { useEffect, useEffectEvent } from 'react';
import { type ActionsNow, actionOfKey, type DeskAction } from './workplace-model.ts';

/**
 * Listens for the function keys of the actions, wherever on the page the focus is. While a dialog
 * or a menu is open they rest: it asks something first.
 */
export function useActionKeys(
  actions: ActionsNow,
  act: (action: DeskAction | 'undo') => void,
): void {
  const onKey = useEffectEvent((press: KeyboardEvent) => {
    const action = actionOfKey(press, actions);
    if (action === null) return;
    press.preventDefault();
    if (document.querySelector('[role="dialog"], [role="alertdialog"], [role="menu"]') !== null) {
      return;
    }
    act(action);
  });
  useEffect(() => {
    const listener = (press: KeyboardEvent) => onKey(press);
    window.addEventListener('keydown', listener);
    return () => window.removeEventListener('keydown', listener);
  }, []);
}
