import { createContext, useContext, useEffect, useState } from 'react';

/** The time, in UTC epoch milliseconds, anew every `everyMs`. */
export function useNow(everyMs: number): number {
  const [nowMs, setNowMs] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNowMs(Date.now()), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return nowMs;
}

const NowContext = createContext(0);

/** Gives the time to the cells of long lists, so that only they are drawn anew with it. */
export const NowProvider = NowContext.Provider;

/** The time of the {@link NowProvider} above, in UTC epoch milliseconds. */
export function useListNow(): number {
  return useContext(NowContext);
}
