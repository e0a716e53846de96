import { expect, test } from 'playwright/test';
import { Clerk } from '../office/clerk.ts';
import { client, must, takeTicket } from '../support/client.ts';
import { testAccounts } from '../support/provision.ts';
import { startTestServer } from '../support/start-server.ts';
import { textsIn } from '../support/texts.ts';

const italian = textsIn('it');

test('a clerk whose session has ended signs in again and goes on at the same counter', async ({
  browser,
}) => {
  const server = await startTestServer();
  const context = await browser.newContext({ locale: 'it-IT' });
  try {
    const { code } = must(await takeTicket(client(server.url, server.kioskToken)));
    const clerk = new Clerk(await context.newPage(), italian);
    await clerk.signIn(server.url, testAccounts.ada);
    await clerk.takeCounter('2');
    await clerk.press('desk.next.call');
    await clerk.expectAtCounter(code);

    // The browser has no session any more; the next press finds out.
    await context.clearCookies();
    await clerk.press('desk.current.recall');
    await expect(clerk.page.getByText(italian.t('desk.signIn.expired'))).toBeVisible();

    await clerk.enterPassword(testAccounts.ada);
    await clerk.expectAtCounter(code);
    await clerk.press('desk.current.start');
    await expect(clerk.button('desk.current.close')).toBeVisible();
  } finally {
    await context.close();
    await server.remove();
  }
});
