import { STATUS_CODES } from 'node:http';
import type { ApiError } from '../../contract/errors.ts';

type Refusal = { readonly status: number; readonly error: ApiError };

function badRequest(message: string): ApiError {
  return { code: 'badRequest', problems: [{ path: '', message }] };
}

/** What Node refuses before there is a request, by its error code; anything else is 400. */
const refusals: Readonly<Record<string, Refusal>> = {
  HPE_HEADER_OVERFLOW: { status: 431, error: badRequest('The headers are too large') },
  // It was not read, so nothing was done; perhaps it was this server that stood still.
  ERR_HTTP_REQUEST_TIMEOUT: { status: 408, error: { code: 'unavailable' } },
};

/** The whole answer, as bytes of HTTP, to a request that could not be read. */
export function answerToBrokenRequest(errorCode: string): string {
  const { status, error } = refusals[errorCode] ?? {
    status: 400,
    error: badRequest('The request is not valid HTTP'),
  };
  const body = JSON.stringify(error);
  return (
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nContent-Type: application/json\r\n` +
    `Content-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`
  );
}
