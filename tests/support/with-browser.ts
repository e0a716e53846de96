import { type Browser, chromium } from 'playwright/test';
import { withTestEnvironment } from '../../build/test-environment.ts';

/** For commands outside the test runner: prepares what windows need, and opens a real browser. */
export function withBrowser<T>(work: (browser: Browser) => Promise<T>): Promise<T> {
  return withTestEnvironment(async (environment) => {
    Object.assign(process.env, environment);
    const browser = await chromium.launch({
      executablePath: environment['SPORTELLO_CHROMIUM'] ?? '',
      chromiumSandbox: true,
    });
    try {
      return await work(browser);
    } finally {
      await browser.close();
    }
  });
}
