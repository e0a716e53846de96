import type { SportelloBridge } from '../../electron/contract/bridge.ts';

/**
 * All that a screen can reach outside itself: the server's operations, the host's, and the live
 * feed. The same in Electron (over IPC) and in a browser (over HTTP), so that no screen knows
 * which of the two it runs in.
 */
export type SportelloClient = SportelloBridge;
