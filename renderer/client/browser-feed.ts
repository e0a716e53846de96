import type { FeedPlatform } from '../../electron/contract/feed-reader.ts';

/** A browser, as the feed reader needs it. */
export const browserFeedPlatform: FeedPlatform = {
  open: (url, headers) => {
    const controller = new AbortController();
    return {
      response: fetch(url, {
        headers,
        signal: controller.signal,
        cache: 'no-store',
        credentials: 'same-origin',
      }),
      abort: () => controller.abort(),
    };
  },
  newDecoder: () => new TextDecoder(),
  startTimer: (delayMs, action) => {
    const timer = setTimeout(action, delayMs);
    return () => clearTimeout(timer);
  },
  random: () => Math.random(),
  reportError: (error) => reportError(error),
};
