import { useEffect, useEffectEvent } from 'react';
import { followKeys } from '../ui/follow-keys.ts';
import type { JourneyStore } from './journey/journey-store.ts';

const SECOND_MS = 1000;

/** Seconds, touches and keys become actions of the journey. */
export function useWatch({ act }: JourneyStore, isSpeaking: () => boolean): void {
  const second = useEffectEvent(() => act({ type: 'secondPassed', isSpeaking: isSpeaking() }));
  useEffect(() => {
    const onPointer = () => act({ type: 'stirred' });
    const onKey = (event: KeyboardEvent) => {
      // A key that is held down, or stuck, says nothing of a person.
      if (!event.repeat) act({ type: 'stirred' });
    };
    // Only once the touch is over: else "are you there?" would be gone before the button under the
    // finger has heard of it.
    const onClick = () => {
      setTimeout(() => act({ type: 'touched' }));
    };
    const timer = setInterval(() => second(), SECOND_MS);
    window.addEventListener('pointerdown', onPointer, true);
    window.addEventListener('keydown', onKey, true);
    window.addEventListener('click', onClick, true);
    const stopKeys = followKeys(document, {
      onBack: () => act({ type: 'back' }),
      onHelp: () => act({ type: 'helpOpened' }),
    });
    return () => {
      clearInterval(timer);
      window.removeEventListener('pointerdown', onPointer, true);
      window.removeEventListener('keydown', onKey, true);
      window.removeEventListener('click', onClick, true);
      stopKeys();
    };
  }, [act]);
}
