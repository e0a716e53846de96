import './no-eval.ts';
import { bridgeClient } from './bridge-client.ts';
import { browserFeedPlatform } from './browser-feed.ts';
import { takeDeviceToken } from './device-token.ts';
import { httpClient } from './http-client.ts';
import { officeOfPage } from './office-of-page.ts';
import type { SportelloClient } from './sportello-client.ts';

/** Which page asks for a client. A desk is staff; the others are devices. */
export type PageKind = 'kiosk' | 'board' | 'desk';

/** The client of this page: over IPC in an Electron window, over HTTP in a browser. */
export function connect(page: PageKind): SportelloClient {
  const bridge = page === 'desk' ? null : bridgeClient(window);
  if (bridge !== null) return bridge;
  return httpClient({
    fetch: (url, init) => fetch(url, { ...init, credentials: 'same-origin', cache: 'no-store' }),
    feedPlatform: browserFeedPlatform,
    deviceToken: page === 'desk' ? null : takeDeviceToken(window),
    office: officeOfPage(window),
  });
}
