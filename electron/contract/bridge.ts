import type { FeedUpdate } from './feed.ts';
import type { HostInput, HostOperationName } from './host.ts';
import type { OperationInput, OperationName } from './operations.ts';

/** IPC channel of the server's operations; the message is `{ name, input }`. */
export const OPERATION_CHANNEL = 'sportello:operation';

/** IPC channel of the host's operations; the message is `{ name, input }`. */
export const HOST_CHANNEL = 'sportello:host';

/** IPC channel on which main sends {@link FeedUpdate}s to kiosk and board windows. */
export const FEED_CHANNEL = 'sportello:feed';

/** IPC channel on which a window asks main to begin its feed, once its listener is in place. */
export const FEED_START_CHANNEL = 'sportello:feed-start';

/** The name under which the preload script exposes {@link SportelloBridge}. */
export const BRIDGE_NAME = 'sportello';

/**
 * All that a kiosk, board or ticket page can reach outside itself. An answer, a `Result`, comes
 * as JSON: Electron's bridge copies objects value by value, which took 50 ms of the content's.
 */
export interface SportelloBridge {
  call<N extends OperationName>(name: N, input: OperationInput<N>): Promise<string>;
  host<N extends HostOperationName>(name: N, input: HostInput<N>): Promise<string>;
  /** Starts the feed; the function it returns stops listening. */
  onFeed(listener: (update: FeedUpdate) => void): () => void;
}
