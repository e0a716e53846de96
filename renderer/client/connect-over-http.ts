import './no-eval.ts';
import { ANSWER_TIMEOUT_MS } from '../../electron/contract/http.ts';
import { browserFeedPlatform } from './browser-feed.ts';
import { takeDeviceToken } from './device-token.ts';
import { httpClient } from './http-client.ts';
import { officeOfPage } from './office-of-page.ts';
import type { SportelloClient } from './sportello-client.ts';

/** The client of a page in a browser: of a device, by its token, or of staff, by their session. */
export function connectOverHttp(isDevice: boolean): SportelloClient {
  return httpClient({
    fetch: (url, init) =>
      fetch(url, {
        ...init,
        credentials: 'same-origin',
        cache: 'no-store',
        signal: AbortSignal.timeout(ANSWER_TIMEOUT_MS),
      }),
    feedPlatform: browserFeedPlatform,
    deviceToken: isDevice ? takeDeviceToken(window) : null,
    office: officeOfPage(window),
  });
}
