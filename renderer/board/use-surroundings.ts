import { useEffect, useState } from 'react';

export interface Viewport {
  readonly width: number;
  readonly height: number;
}

/** The size of the window, in CSS pixels. */
export function useViewport(): Viewport {
  const [viewport, setViewport] = useState<Viewport>(currentViewport);
  useEffect(() => {
    const measure = (): void => setViewport(currentViewport());
    window.addEventListener('resize', measure);
    return () => window.removeEventListener('resize', measure);
  }, []);
  return viewport;
}

function currentViewport(): Viewport {
  return { width: window.innerWidth, height: window.innerHeight };
}

/** The time in UTC epoch milliseconds, anew every second. */
export function useNow(): number {
  const [nowMs, setNowMs] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNowMs(Date.now()), 1_000);
    return () => clearInterval(timer);
  }, []);
  return nowMs;
}
