import { authorization } from './authorization.ts';
import { type ApiError, apiErrorSchema } from './errors.ts';
import {
  type Operation,
  type OperationInput,
  type OperationName,
  type OperationOutput,
  operations,
} from './operations.ts';
import { err, ok, type Result } from './result.ts';

/** The part of a fetch response that the client reads. */
interface HttpResponse {
  readonly ok: boolean;
  json(): Promise<unknown>;
}

/**
 * What has not answered by then is not coming, in milliseconds: longer than the server ever needs.
 * A cable that is pulled out closes no connection, and says nothing.
 */
export const ANSWER_TIMEOUT_MS = 8_000;

/**
 * The part of `fetch` that the client needs; browsers, Node and Electron all have it. It must reject
 * after `ANSWER_TIMEOUT_MS`, each platform by its own means: who waits for ever cannot press again.
 */
export type Fetch = (
  url: string,
  init: { method: string; headers: Record<string, string>; body?: string },
) => Promise<HttpResponse>;

export interface HttpClientOptions {
  readonly fetch: Fetch;
  /** For example `http://127.0.0.1:8400`, or the empty string in a page of the server itself. */
  readonly baseUrl: string;
  /** A device's token; a staff page has a cookie instead. */
  readonly deviceToken?: string;
}

/**
 * Asks the server for one operation over HTTP + JSON. A server that does not answer, or answers
 * with something outside the contract, is the error `unavailable`: a command may then be repeated
 * with the same command id.
 */
export async function callOverHttp<N extends OperationName>(
  options: HttpClientOptions,
  name: N,
  input: OperationInput<N>,
): Promise<Result<OperationOutput<N>, ApiError>> {
  const operation: Operation = operations[name];
  const hasBody = operation.method === 'POST';
  try {
    const response = await options.fetch(`${options.baseUrl}${operation.path}`, {
      method: operation.method,
      headers: {
        ...authorization(options.deviceToken),
        ...(hasBody ? { 'content-type': 'application/json' } : {}),
      },
      ...(hasBody ? { body: JSON.stringify(input) } : {}),
    });
    const body = await response.json();
    if (response.ok) return ok(operation.output.parse(body) as OperationOutput<N>);
    return err(apiErrorSchema.parse(body));
  } catch {
    return err({ code: 'unavailable' });
  }
}
