import './touch-shield.css';
import { useEffect, useLayoutEffect, useRef } from 'react';

/**
 * How long a new screen is deaf where the last one was touched, in milliseconds. Systems take two
 * touches within 500 ms for one that is double; nobody reads a screen in less than this.
 */
const SHIELDED_MS = 800;

/** A screen that comes later than this after a touch did not come of it; in milliseconds. */
const TOUCH_COUNTS_MS = 5_000;

interface Touch {
  readonly x: number;
  readonly y: number;
  readonly atMs: number;
}

/**
 * A finger that comes down twice, or trembles, must not answer the next screen before it is read: the
 * number would be gone unseen. So where the last touch was, an unseen shield takes what follows, and
 * each further touch on it begins its time anew. All the rest of the screen hears at once.
 *
 * @param screen changes whenever there is something else to be touched.
 */
export function useTouchShield(screen: string): void {
  const last = useRef<Touch | null>(null);

  useEffect(() => {
    const onPointer = ({ clientX, clientY, timeStamp }: PointerEvent) => {
      last.current = { x: clientX, y: clientY, atMs: timeStamp };
    };
    window.addEventListener('pointerdown', onPointer, true);
    return () => window.removeEventListener('pointerdown', onPointer, true);
  }, []);

  // Before the new screen is painted.
  useLayoutEffect(() => {
    const touch = last.current;
    // Never empty: named here, it has the shield raised whenever it changes.
    if (screen === '' || touch === null) return;
    if (performance.now() - touch.atMs > TOUCH_COUNTS_MS) return;
    return raiseShield(touch);
  }, [screen]);
}

/** The function it answers takes the shield away at once. */
function raiseShield({ x, y }: Touch): () => void {
  const shield = document.createElement('div');
  shield.className = 'touch-shield';
  shield.setAttribute('aria-hidden', 'true');
  // To a dialog, a touch on it is none beside the dialog, which would close.
  shield.dataset['reactAriaTopLayer'] = 'true';
  shield.style.left = `${x}px`;
  shield.style.top = `${y}px`;
  const lowerLater = () => setTimeout(() => shield.remove(), SHIELDED_MS);
  let timer = lowerLater();
  shield.addEventListener('pointerdown', () => {
    clearTimeout(timer);
    timer = lowerLater();
  });
  document.body.append(shield);
  return () => {
    clearTimeout(timer);
    shield.remove();
  };
}
