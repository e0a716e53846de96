import { type ReactNode, useEffect, useState } from 'react';
import { useText } from '../text/text-context.tsx';
import { Icon } from '../ui/icon.tsx';
import type { Chime } from './chime.ts';

/** A browser may start audio a moment after the page; before that the button would only flash. */
const PATIENCE_MS = 1_000;

/** Where a browser wants a touch before it lets a page sound; otherwise nothing. */
export function SoundButton({ chime }: { readonly chime: Chime }): ReactNode {
  const texts = useText();
  const [isOn, setOn] = useState(true);
  const [isPatient, setPatient] = useState(true);

  useEffect(() => chime.onChange(setOn), [chime]);
  useEffect(() => {
    const timer = setTimeout(() => setPatient(false), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, []);

  if (isOn || isPatient) return null;
  return (
    <button type="button" className="sound" onClick={() => void chime.unlock()}>
      <Icon name="bell" />
      {texts.t('board.sound.off')}
    </button>
  );
}
