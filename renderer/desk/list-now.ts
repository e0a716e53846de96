import { createContext, useContext } from 'react';

const NowContext = createContext(0);

/** Gives the time to the cells of long lists, so that only they are drawn anew with it. */
export const NowProvider = NowContext.Provider;

/** The time of the {@link NowProvider} above, in UTC epoch milliseconds. */
export function useListNow(): number {
  return useContext(NowContext);
}
