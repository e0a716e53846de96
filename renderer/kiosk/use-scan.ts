import { useEffect, useEffectEvent } from 'react';
import { topScope } from '../ui/focus.ts';
import { hearKey, noKeys } from './scan.ts';

/** Whether a key types a character; "Shift" and "F1" do not. */
function isCharacter(key: string): boolean {
  return [...key].length === 1;
}

/** The keys that press the button under the focus. */
function isPress(key: string): boolean {
  return key === 'Enter' || key === ' ';
}

/**
 * Listens to a reader of codes while the component is there, wherever the focus is; what is read while a
 * dialog is open is not for the screen below it. No button takes the reader's Enter for a press.
 */
export function useScan(onScan: (text: string) => void): void {
  const passOn = useEffectEvent(onScan);
  useEffect(() => {
    let run = noKeys;
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.altKey || event.metaKey) return;
      if (event.key !== 'Enter' && !isCharacter(event.key)) return;
      // A reader presses each key anew; one that is stuck is as fast as a reader.
      if (event.repeat) return;
      const heard = hearKey(run, event.key, event.timeStamp);
      run = heard.run;
      if (heard.isOfReader && isPress(event.key)) {
        event.preventDefault();
        event.stopImmediatePropagation();
      }
      if (heard.scanned !== null && topScope(document) === document) passOn(heard.scanned);
    };
    window.addEventListener('keydown', onKey, true);
    return () => window.removeEventListener('keydown', onKey, true);
  }, []);
}
