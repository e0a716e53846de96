import type { ReactNode } from 'react';
import { ToggleTile } from '../../ui/tile.tsx';
import { useKiosk } from '../kiosk-context.ts';

/** Everything that is touched within reach of someone who sits; only where that changes something. */
export function ReachSection(): ReactNode {
  const { texts, journey, canBeLow, act } = useKiosk();
  if (!canBeLow) return null;
  return (
    <ToggleTile
      icon="accessibility"
      label={texts.phrase('kiosk.display.lowLabel')}
      line={texts.phrase('kiosk.display.lowLine')}
      isOn={journey.display.isLow}
      onChange={(isLow) => act({ type: 'displayChanged', change: { isLow } })}
    />
  );
}
