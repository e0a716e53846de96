import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page, type Route, test } from 'playwright/test';
import { startFakePrinter } from '../fakes/printer.ts';
import { Citizen } from '../office/citizen.ts';
import { openKioskOffice } from '../office/kiosk-office.ts';
import { audit } from '../screens/audit.ts';
import { atCounter, must } from '../support/client.ts';
import { testAccounts } from '../support/provision.ts';
import { readQr } from '../support/qr-reader.ts';
import { textsIn } from '../support/texts.ts';

const italian = textsIn('it');
const PUBLIC_URL = 'https://coda.example.it/sportello';

/** Two of the pages' questions to the server, and some more for a machine that is busy. */
const SOON = { timeout: 25_000 };

/** All that a first visit may cost somebody who pays by the megabyte. */
const MOST_BYTES = 60_000;

/** Where phones are answered: the reverse proxy's side, which tests stand for. */
function phoneOrigin(dataFolder: string): string {
  const lines = readFileSync(join(dataFolder, 'logs', 'server.log'), 'utf8')
    .trim()
    .split('\n');
  const started = lines
    .map((line) => JSON.parse(line) as { event: string; port?: number })
    .find(({ event }) => event === 'phonePagesStarted');
  return `http://127.0.0.1:${started?.port}`;
}

/** By day and by night, as the phone's owner has set it. */
async function expectAccessible(page: Page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.locator(`html[data-theme="${colorScheme}"]`).waitFor();
    expect(await audit(page), colorScheme).toEqual([]);
  }
}

test('a person scans the code of their ticket and follows it to the counter', async ({
  browser,
}) => {
  const printer = await startFakePrinter();
  const office = await openKioskOffice({
    printer: { host: printer.host, port: printer.port },
    server: { phone: { port: 0, publicUrl: PUBLIC_URL } },
  });
  const context = await browser.newContext({
    viewport: { width: 360, height: 640 },
    deviceScaleFactor: 2,
    isMobile: true,
    hasTouch: true,
    locale: 'en-GB',
  });
  try {
    const kiosk = new Citizen(office.page, italian);
    await kiosk.walkToTheLastScreen('economic-support');
    await kiosk.takeNumber();
    const code = await kiosk.numberOnScreen();
    const onScreen = readQr(await office.page.locator('.qr-code').screenshot());
    expect(onScreen).toMatch(/^https:\/\/coda\.example\.it\/sportello\/t\/[\w-]{22}\?l=it$/);
    expect(readQr((await printer.nextJob()).png())).toBe(onScreen);

    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    // The reverse proxy: takes its own path away, and passes on.
    const origin = phoneOrigin(office.app.dataFolder);
    let bytes = 0;
    const everything = `${new URL(PUBLIC_URL).origin}/**`;
    const proxy = async (route: Route) => {
      const asked = route.request().url().replace(PUBLIC_URL, origin);
      const response = await route.fetch({ url: asked });
      bytes += Number(response.headers()['content-length']);
      await route.fulfill({ response });
    };
    await page.route(everything, proxy);

    await page.goto(onScreen);
    await expect(page.locator('html')).toHaveAttribute('lang', 'it-IT');
    await expect(page.locator('.code')).toContainText(code);
    await expect(page.getByText(italian.t('ticket.paper.ahead', { count: 0 }))).toBeVisible();
    await expectAccessible(page);
    expect(bytes).toBeLessThan(MOST_BYTES);

    const clerk = await atCounter(await office.app.serverUrl(), testAccounts.ada, '3');
    const { ticketId } = must(await clerk.call('callNext', { commandId: randomUUID() }));
    await expect(page.locator('.counter__number')).toHaveText('3', SOON);
    await expect(page.getByRole('status').first()).toContainText(
      italian.t('phone.called.line', { counter: '3' }),
    );
    await expect(page).toHaveTitle(`${italian.t('phone.called.title')} – ${code}`);
    await expectAccessible(page);

    const lost = page.getByText(italian.t('phone.lost.line'));
    await page.unroute(everything);
    await context.setOffline(true);
    await expect(lost).toBeVisible(SOON);
    await expect(page.locator('.counter__number')).toHaveText('3');
    await expectAccessible(page);
    await page.route(everything, proxy);
    await context.setOffline(false);
    await expect(lost).toBeHidden(SOON);

    await page.getByText(italian.t('common.languages.choose')).click();
    await page.getByRole('link', { name: 'English' }).click();
    await expect(page.locator('html')).toHaveAttribute('lang', 'en-GB');
    // While nobody has reviewed the English, what it says of rights has the Italian beside it.
    await expect(page.getByText(italian.t('phone.page.privacy'))).toBeVisible();
    const awaitsReview = page.getByText(textsIn('en').t('common.translationAwaitsReview'));
    await expect(awaitsReview).toBeVisible();
    must(await clerk.call('startService', { commandId: randomUUID(), ticketId }));
    must(await clerk.call('closeTicket', { commandId: randomUUID(), ticketId }));
    await expect(page.getByText(textsIn('en').t('phone.over.title'))).toBeVisible(SOON);
    await expectAccessible(page);

    await page.goto(`${PUBLIC_URL}/t/AAAAAAAAAAAAAAAAAAAAAA`);
    await expect(page.getByText(textsIn('en').t('phone.gone.title'))).toBeVisible();
    await expectAccessible(page);

    // Nothing stays on the phone.
    expect(await context.cookies()).toEqual([]);
    expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0);
    const unexpected = complaints.filter((text) => !/404|ERR_INTERNET_DISCONNECTED/.test(text));
    expect(unexpected).toEqual([]);
  } finally {
    await context.close();
    await office.close();
    await printer.close();
  }
});
