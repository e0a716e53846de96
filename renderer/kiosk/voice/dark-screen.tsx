import './voice.css';
import type { ReactNode } from 'react';
import { useKiosk } from '../kiosk-context.ts';

/** Nothing to read along, and one line for whoever comes after. The voice says all the rest. */
export function DarkScreen(): ReactNode {
  const { texts } = useKiosk();
  return (
    <div className="dark-screen" aria-hidden="true">
      <p>{texts.t('kiosk.voice.darkNow')}</p>
    </div>
  );
}
