import './soon-line.css';
import type { ReactNode } from 'react';
import { Say } from '../ui/words.tsx';
import { useKiosk } from './kiosk-context.ts';

/** The quiet warning before the question whether the person is still there: in nobody's way. */
export function SoonLine(): ReactNode {
  const { texts } = useKiosk();
  return (
    <p className="soon" role="status">
      <Say words={texts.phrase('kiosk.idle.soon')} />
    </p>
  );
}
