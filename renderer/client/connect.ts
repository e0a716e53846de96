import { bridgeClient } from './bridge-client.ts';
import type { SportelloClient } from './sportello-client.ts';

/** Which page asks for a client. A desk is staff; the others are devices. */
export type PageKind = 'kiosk' | 'board' | 'desk';

/** The client of this page: over IPC in an Electron window, over HTTP in a browser. */
export async function connect(page: PageKind): Promise<SportelloClient> {
  const isDevice = page !== 'desk';
  const bridge = isDevice ? bridgeClient(window) : null;
  if (bridge !== null) return bridge;
  // With it come the contract's schemas, which would keep an Electron window's first screen waiting.
  const { connectOverHttp } = await import('./connect-over-http.ts');
  return connectOverHttp(isDevice);
}
