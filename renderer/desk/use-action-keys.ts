import { useEffect, useEffectEvent } from 'react';
import { type ActionsNow, actionOfKey, type DeskAction } from './workplace-model.ts';

/** Listens for the function keys of the actions, wherever on the page the focus is. */
export function useActionKeys(actions: ActionsNow, act: (action: DeskAction) => void): void {
  const onKey = useEffectEvent((press: KeyboardEvent) => {
    const action = actionOfKey(press, actions);
    if (action === null) return;
    press.preventDefault();
    act(action);
  });
  useEffect(() => {
    const listener = (press: KeyboardEvent) => onKey(press);
    window.addEventListener('keydown', listener);
    return () => window.removeEventListener('keydown', listener);
  }, []);
}
