import { afterEach, expect, test, vi } from 'vitest';
import { ANSWER_TIMEOUT_MS } from '../../../electron/contract/http.ts';
import { connectOverHttp } from '../../../renderer/client/connect-over-http.ts';

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

test('a desk whose cable is pulled out does not wait for its answer for ever', async () => {
  const deadline = new AbortController();
  const askForDeadline = vi.spyOn(AbortSignal, 'timeout').mockReturnValue(deadline.signal);
  vi.stubGlobal('window', { location: { search: '' } });
  vi.stubGlobal('fetch', (_url: string, { signal }: { signal: AbortSignal }) => {
    return new Promise((_resolve, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason));
    });
  });

  const answer = connectOverHttp(false).call('callNext', {
    commandId: '2f0c1a54-6f2b-4d0e-9a37-5d5c1b6d7e10',
  });
  deadline.abort();

  expect(await answer).toEqual({ ok: false, error: { code: 'unavailable' } });
  expect(askForDeadline).toHaveBeenCalledWith(ANSWER_TIMEOUT_MS);
});
