import './no-eval.ts';
import { browserFeedPlatform } from './browser-feed.ts';
import type { PageKind } from './connect.ts';
import { takeDeviceToken } from './device-token.ts';
import { httpClient } from './http-client.ts';
import { officeOfPage } from './office-of-page.ts';
import type { SportelloClient } from './sportello-client.ts';

/** The client of a page in a browser. */
export function connectOverHttp(page: PageKind): SportelloClient {
  return httpClient({
    fetch: (url, init) => fetch(url, { ...init, credentials: 'same-origin', cache: 'no-store' }),
    feedPlatform: browserFeedPlatform,
    deviceToken: page === 'desk' ? null : takeDeviceToken(window),
    office: officeOfPage(window),
  });
}
