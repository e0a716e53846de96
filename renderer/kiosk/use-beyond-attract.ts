import { type ComponentType, useEffect, useState } from 'react';
import { afterPaint } from '../ui/after-paint.ts';
import type { Place } from './journey/journey.ts';

/** What a kiosk shows beyond its first screen. */
export interface BeyondAttract {
  readonly JourneyScreen: ComponentType<{ place: Place }>;
  readonly TopDialog: ComponentType<{ secondsLeft: number | null }>;
}

async function loadBeyondAttract(): Promise<BeyondAttract> {
  const [{ JourneyScreen }, { TopDialog }] = await Promise.all([
    import('./journey-screen.tsx'),
    import('./top-dialog.tsx'),
  ]);
  return { JourneyScreen, TopDialog };
}

/**
 * Reads the code of the screens and dialogs to come once the first screen is painted, which does not
 * wait for it; null until then.
 *
 * @throws while rendering, where it cannot be read: the page then loads itself anew
 */
export function useBeyondAttract(): BeyondAttract | null {
  const [beyond, setBeyond] = useState<BeyondAttract | null>(null);
  useEffect(
    () =>
      afterPaint(() => {
        loadBeyondAttract().then(setBeyond, (error: unknown) =>
          setBeyond(() => {
            throw error;
          }),
        );
      }),
    [],
  );
  return beyond;
}
