import { type FeedPlatform, readFeed } from '../../electron/contract/feed-reader.ts';
import { callOverHttp, type Fetch } from '../../electron/contract/http.ts';
import { browserHost } from './browser-host.ts';
import type { SportelloClient } from './sportello-client.ts';

export interface BrowserClientOptions {
  readonly fetch: Fetch;
  readonly feedPlatform: FeedPlatform;
  /** A device's token; null for staff, whose session is a cookie. */
  readonly deviceToken: string | null;
  /** Of a server that serves several; null for its only one. */
  readonly office: string | null;
}

/** The client of a page that the server itself serves: same origin, HTTP + JSON, SSE. */
export function httpClient(options: BrowserClientOptions): SportelloClient {
  const server = {
    fetch: options.fetch,
    baseUrl: '',
    ...(options.deviceToken === null ? {} : { deviceToken: options.deviceToken }),
  };
  return {
    call: (name, input) => callOverHttp(server, name, input),
    host: browserHost(options).host,
    onFeed: (listener) =>
      readFeed({ ...server, platform: options.feedPlatform, onUpdate: listener }),
  };
}
