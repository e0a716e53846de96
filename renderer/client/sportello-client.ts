import type { ApiError } from '../../electron/contract/errors.ts';
import type { FeedUpdate } from '../../electron/contract/feed.ts';
import type { HostInput, HostOperationName, HostOutput } from '../../electron/contract/host.ts';
import type {
  OperationInput,
  OperationName,
  OperationOutput,
} from '../../electron/contract/operations.ts';
import type { Result } from '../../electron/contract/result.ts';

/**
 * All that a screen can reach outside itself: the server's operations, the host's, and the live
 * feed. The same in Electron (over IPC) and in a browser (over HTTP), so that no screen knows
 * which of the two it runs in.
 */
export interface SportelloClient {
  call<N extends OperationName>(
    name: N,
    input: OperationInput<N>,
  ): Promise<Result<OperationOutput<N>, ApiError>>;
  host<N extends HostOperationName>(
    name: N,
    input: HostInput<N>,
  ): Promise<Result<HostOutput<N>, ApiError>>;
  /** Starts the feed; the function it returns stops listening. */
  onFeed(listener: (update: FeedUpdate) => void): () => void;
}
