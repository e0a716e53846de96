import { BRIDGE_NAME, type SportelloBridge } from '../../electron/contract/bridge.ts';
import type { SportelloClient } from './sportello-client.ts';

/** A client over the bridge that the preload script put on the window; null in a browser. */
export function bridgeClient(window: object): SportelloClient | null {
  const bridge = (window as Record<string, unknown>)[BRIDGE_NAME];
  if (typeof bridge !== 'object' || bridge === null) return null;
  const { call, host, onFeed } = bridge as SportelloBridge;
  return {
    call: async (name, input) => JSON.parse(await call(name, input)),
    host: async (name, input) => JSON.parse(await host(name, input)),
    onFeed,
  };
}
