import { useEffect, useState } from 'react';

/** Whether the person uses keys and not the glass: then one sees where the focus is. */
export function useKeysInUse(): boolean {
  const [isInUse, setIsInUse] = useState(() => document.querySelector(':focus-visible') !== null);
  useEffect(() => {
    const onKey = () => setIsInUse(true);
    const onPointer = () => setIsInUse(false);
    window.addEventListener('keydown', onKey, true);
    window.addEventListener('pointerdown', onPointer, true);
    return () => {
      window.removeEventListener('keydown', onKey, true);
      window.removeEventListener('pointerdown', onPointer, true);
    };
  }, []);
  return isInUse;
}
