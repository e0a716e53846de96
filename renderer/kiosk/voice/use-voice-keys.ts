import { useEffect, useEffectEvent } from 'react';
import { commandOfKey, type KeyCommand } from '../../ui/keys.ts';
import type { JourneyStore } from '../journey/journey-store.ts';
import type { VoiceWish } from '../journey/voice.ts';

/** What the keys of the voice ask for. */
const WISHES: Readonly<Partial<Record<KeyCommand, VoiceWish>>> = {
  guide: 'toggle',
  pause: 'pause',
  softer: 'quieter',
  louder: 'louder',
  slower: 'slower',
  faster: 'faster',
  dark: 'dark',
  plugged: 'plugged',
  unplugged: 'unplugged',
};

/** The keys of the voice, on a keyboard or a keypad. */
export function useVoiceKeys(store: JourneyStore, onRepeat: () => void): void {
  const repeat = useEffectEvent(onRepeat);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const command = commandOfKey(event);
      if (command === null || event.repeat) return;
      const wish = WISHES[command];
      if (command === 'repeat') repeat();
      else if (wish !== undefined) store.act({ type: 'voiceWished', wish });
      else return;
      event.preventDefault();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [store]);
}
