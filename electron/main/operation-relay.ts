import type { ApiError } from '../contract/errors.ts';
import type { OperationInput, OperationName, OperationOutput } from '../contract/operations.ts';
import { err, type Result } from '../contract/result.ts';
import type { ReadDeviceToken } from './device-token.ts';

/** Asks the server for an operation on behalf of a window. */
export type CallOperation = <N extends OperationName>(
  name: N,
  input: OperationInput<N>,
) => Promise<Result<OperationOutput<N>, ApiError>>;

export interface OperationRelayOptions {
  /** The server's address; null while there is none. */
  readonly serverUrl: () => Promise<string | null>;
  readonly readToken: ReadDeviceToken;
  /** The contract's own where it is not said. */
  readonly timeoutMs?: number;
}

/**
 * Passes operations on to the server over HTTP with the device's token. A server that is away,
 * slow or not yet set up is the error `unavailable`, after which the same command id may be sent
 * again.
 */
export function createOperationRelay(options: OperationRelayOptions): CallOperation {
  return async (name, input) => {
    const baseUrl = await options.serverUrl();
    if (baseUrl === null) return err({ code: 'unavailable' });
    let deviceToken: string;
    try {
      deviceToken = await options.readToken();
    } catch {
      // The server writes the tokens when it sets the office up; until then it is not there.
      return err({ code: 'unavailable' });
    }
    const { ANSWER_TIMEOUT_MS, callOverHttp } = await import('../contract/http.ts');
    const timeoutMs = options.timeoutMs ?? ANSWER_TIMEOUT_MS;
    return callOverHttp(
      {
        baseUrl,
        deviceToken,
        fetch: (url, init) =>
          fetch(url, { ...init, redirect: 'error', signal: AbortSignal.timeout(timeoutMs) }),
      },
      name,
      input,
    );
  };
}
