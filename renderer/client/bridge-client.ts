import { BRIDGE_NAME, type SportelloBridge } from '../../electron/contract/bridge.ts';
import type { SportelloClient } from './sportello-client.ts';

/** The bridge that the preload script put on the window; null in a browser. */
export function bridgeClient(window: object): SportelloClient | null {
  const bridge = (window as Record<string, unknown>)[BRIDGE_NAME];
  return typeof bridge === 'object' && bridge !== null ? (bridge as SportelloBridge) : null;
}
