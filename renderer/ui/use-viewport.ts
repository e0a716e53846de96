import { useSyncExternalStore } from 'react';

/** The size of a window, in CSS pixels. */
export interface Viewport {
  readonly width: number;
  readonly height: number;
}

function onResize(listener: () => void): () => void {
  window.addEventListener('resize', listener);
  return () => window.removeEventListener('resize', listener);
}

/** The size of the window, anew whenever it changes; also of a change while the page is drawn first. */
export function useViewport(): Viewport {
  const width = useSyncExternalStore(onResize, () => window.innerWidth);
  const height = useSyncExternalStore(onResize, () => window.innerHeight);
  return { width, height };
}
