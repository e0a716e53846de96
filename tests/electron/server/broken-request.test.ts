import { expect, it } from 'vitest';
import { apiErrorSchema } from '../../../electron/contract/errors.ts';
import { answerToBrokenRequest } from '../../../electron/server/http/broken-request.ts';

it.each([
  ['a request that did not arrive in time may be sent again', 'ERR_HTTP_REQUEST_TIMEOUT', 408],
  ['headers that are too large are refused for good', 'HPE_HEADER_OVERFLOW', 431],
  ['anything else is not HTTP', 'HPE_INVALID_METHOD', 400],
])('%s', (_, errorCode, status) => {
  const [head = '', body = ''] = answerToBrokenRequest(errorCode).split('\r\n\r\n');
  expect(head).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
  const { code } = apiErrorSchema.parse(JSON.parse(body));
  expect(code).toBe(status === 408 ? 'unavailable' : 'badRequest');
});
