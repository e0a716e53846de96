import { useEffect, useEffectEvent, useRef } from 'react';

/** Runs whenever a value has changed, and not before. */
export function useOnChange(value: number | boolean, onChange: () => void): void {
  const run = useEffectEvent(onChange);
  const before = useRef(value);
  useEffect(() => {
    if (before.current === value) return;
    before.current = value;
    run();
  }, [value]);
}
