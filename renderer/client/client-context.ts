import { createContext, useContext } from 'react';
import type { SportelloClient } from './sportello-client.ts';

const ClientContext = createContext<SportelloClient | null>(null);

/** Gives every component below it the page's client. */
export const ClientProvider = ClientContext.Provider;

/** The page's client. Throws outside a {@link ClientProvider}: that is a mistake in the code. */
export function useClient(): SportelloClient {
  const client = useContext(ClientContext);
  if (client === null) throw new Error('useClient needs a ClientProvider above it');
  return client;
}
