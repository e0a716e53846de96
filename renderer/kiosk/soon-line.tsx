import './soon-line.css';
import type { ReactNode } from 'react';
import { Say } from '../ui/words.tsx';
import { isAskedSoon } from './journey/seconds.ts';
import { useKiosk } from './kiosk-context.ts';

/**
 * The quiet warning before the question whether the person is still there: in nobody's way, over the
 * screen or over the dialog that covers it.
 */
export function SoonLine(): ReactNode {
  const { texts, journey, rules } = useKiosk();
  return !isAskedSoon(journey, rules) ? null : (
    <p className="soon" role="status">
      <Say words={texts.phrase('kiosk.idle.soon')} />
    </p>
  );
}
