import { type Browser, type BrowserContext, expect, test } from 'playwright/test';
import { Clerk } from '../office/clerk.ts';
import { client, must, takeTicket } from '../support/client.ts';
import { type TestAccount, testAccounts } from '../support/provision.ts';
import { startTestServer, type TestServer } from '../support/start-server.ts';
import { textsIn } from '../support/texts.ts';

const italian = textsIn('it');

/** An office of one server, with a clerk at counter 1. */
async function office(browser: Browser, account: TestAccount = testAccounts.ada) {
  const server = await startTestServer();
  const contexts: BrowserContext[] = [];
  const sitDown = async (who: TestAccount, counter: string): Promise<Clerk> => {
    const context = await browser.newContext({ locale: 'it-IT' });
    contexts.push(context);
    const clerk = new Clerk(await context.newPage(), italian);
    await clerk.signIn(server.url, who);
    await clerk.takeCounter(counter);
    return clerk;
  };
  return {
    server,
    sitDown,
    clerk: await sitDown(account, '1'),
    close: async () => {
      for (const context of contexts) await context.close();
      await server.remove();
    },
  };
}

async function take(server: TestServer, queue: string): Promise<string> {
  return must(await takeTicket(client(server.url, server.kioskToken), queue)).code;
}

test('a conversation by keyboard: put aside, put back, called again, taken back', async ({
  browser,
}) => {
  const { server, clerk, close } = await office(browser);
  try {
    const code = await take(server, 'A');
    await expect(clerk.page.locator('.next__code')).toHaveText(code);
    await expect(clerk.page.locator('.next__reason')).toHaveText(
      italian.t('desk.reasons.longestWaiting', { count: 0, queue: 'A' }),
    );

    await clerk.pressKey('F2');
    await clerk.expectAtCounter(code);
    await clerk.pressKey('F4');
    await clerk.expectDone(italian.t('desk.done.recalled', { code }));
    await clerk.pressKey('F2');
    await clerk.button('desk.current.close').waitFor();

    // The person fetches a document; the next press shows that the desk goes on without them.
    await clerk.untilRested();
    await clerk.button('desk.current.park').press('Enter');
    await clerk.expectDone(italian.t('desk.done.parked', { code }));
    // The button that was pressed is gone: the keyboard is at the main action.
    await expect(clerk.page.locator('.action--main')).toBeFocused();
    await clerk.openList('desk.lists.parked', 1);
    await clerk.chooseForRow(code, italian.t('desk.ticket.putBack'));
    await clerk.expectDone(italian.t('desk.done.putBack', { code }));

    await clerk.pressKey('F2');
    await clerk.expectAtCounter(code);
    // Too soon: the clerk takes the call back.
    await clerk.pressKey('F9');
    await clerk.expectDone(italian.t('desk.done.undone'));
    await expect(clerk.page.locator('.next__code')).toHaveText(code);
    await expect(clerk.page.locator('.current__nobody')).toBeVisible();
  } finally {
    await close();
  }
});

test('who did not come comes back and waits again, and the desk says from when', async ({
  browser,
}) => {
  const { server, clerk, close } = await office(browser);
  try {
    const code = await take(server, 'B');
    await expect(clerk.page.locator('.next__code')).toHaveText(code);
    await clerk.pressKey('F2');
    await clerk.expectAtCounter(code);
    await clerk.pressKey('F8');
    await clerk.expectDone(italian.t('desk.done.noShow', { code }));

    await clerk.openList('desk.lists.noShows', 1);
    await clerk.chooseForRow(code, italian.t('desk.ticket.cameBack'));
    await clerk.expectDone(italian.t('desk.done.returned', { code }));
    await expect(clerk.page.locator('.next')).toContainText('appena tornato');
    await expect(clerk.button('desk.next.call')).toHaveAttribute('aria-disabled', 'true');

    // By choice it can be called at once.
    await clerk.openList('desk.lists.waiting', 1);
    await clerk.chooseForRow(code, italian.t('desk.ticket.call'));
    await clerk.expectAtCounter(code);
  } finally {
    await close();
  }
});

test('a number is handed to a colleague, and a visit goes on in another queue', async ({
  browser,
}) => {
  const { server, sitDown, clerk, close } = await office(browser);
  try {
    const colleague = await sitDown(testAccounts.bruno, '2');
    const code = await take(server, 'A');
    await expect(clerk.page.locator('.next__code')).toHaveText(code);
    await clerk.pressKey('F2');
    await clerk.expectAtCounter(code);
    await clerk.chooseFor(
      'desk.current.transfer',
      italian.t('desk.ticket.counter', { counter: '2' }),
    );
    await clerk.expectDone(italian.t('desk.done.transferredToCounter', { code, counter: '2' }));
    await expect(clerk.page.locator('.next__code')).toHaveCount(0);

    await expect(colleague.page.locator('.next__reason')).toHaveText(
      italian.t('desk.reasons.reserved', { count: 0, queue: 'A' }),
    );
    await colleague.pressKey('F2');
    await colleague.expectAtCounter(code);
    await colleague.pressKey('F2');
    await colleague.button('desk.current.close').waitFor();
    await colleague.chooseFor(
      'desk.current.continue',
      italian.t('desk.ticket.queue', { queue: 'C' }),
    );
    await colleague.expectDone(italian.t('desk.done.continued', { code, queue: 'C' }));
    await expect(clerk.row(code)).toContainText(italian.t('desk.waiting.continued'));
  } finally {
    await close();
  }
});

test('a counter pauses for a reason, and changes its queues', async ({ browser }) => {
  const { server, sitDown, clerk, close } = await office(browser);
  try {
    const colleague = await sitDown(testAccounts.bruno, '2');
    await clerk.chooseFor('desk.counter.pause', italian.t('desk.pauseChoices.meeting'));
    await expect(clerk.button('desk.counter.resumeWork')).toBeFocused();
    await expect(clerk.page.locator('.next')).toContainText(italian.t('desk.next.paused'));
    await expect(colleague.page.locator('.others')).toContainText(
      italian.t('desk.others.paused', { reason: italian.t('desk.pauseReasons.meeting') }),
    );
    await clerk.pressKey('F2');
    await clerk.button('desk.next.call').waitFor();

    const [first, second] = [await take(server, 'A'), await take(server, 'B')];
    await expect(clerk.page.locator('.next__code')).toHaveText(first);
    await clerk.press('desk.counter.changeQueues');
    await clerk.page
      .getByRole('checkbox', { name: italian.t('desk.queues.queue', { queue: 'A' }) })
      .uncheck();
    await clerk.press('desk.queues.save');
    await expect(clerk.page.locator('.settings__queues')).toHaveText(
      italian.t('desk.counter.queues', { queues: 'B, C' }),
    );
    await expect(clerk.page.locator('.next__code')).toHaveText(second);
  } finally {
    await close();
  }
});

test('the desk gives numbers, and calls from a paper roll when the entrance is dead', async ({
  browser,
}) => {
  const { clerk, close } = await office(browser);
  try {
    await clerk.button('desk.tools.issue').press('Enter');
    await clerk.page
      .getByRole('radio', { name: italian.t('desk.queues.queue', { queue: 'C' }) })
      .check();
    await clerk.page.getByRole('checkbox').check();
    await clerk.page.keyboard.press('Enter');
    await expect(clerk.page.locator('.issued__code')).toHaveText('C001');
    await clerk.page.keyboard.press('Escape');
    await expect(clerk.page.getByRole('dialog')).toHaveCount(0);
    await expect(clerk.row('C001')).toContainText(italian.t('desk.waiting.priority'));

    await clerk.button('desk.tools.roll').press('Enter');
    await clerk.page.getByRole('textbox').fill('42');
    await clerk.page.keyboard.press('Enter');
    await expect(clerk.page.getByRole('dialog')).toHaveCount(0);
    await clerk.page.locator('.tools__state').waitFor();
    await clerk.pressKey('F4');
    await clerk.expectAtCounter('R042');
    await clerk.pressKey('F2');
    await clerk.button('desk.current.close').waitFor();
    await clerk.pressKey('F2');
    await clerk.expectDone(italian.t('desk.done.closed', { code: 'R042' }));

    await clerk.press('desk.tools.roll');
    await clerk.press('desk.roll.end');
    await expect(clerk.page.locator('.tools__state')).toHaveCount(0);
  } finally {
    await close();
  }
});

test('a supervisor loads the day’s appointments once every row is right, and checks somebody in', async ({
  browser,
}) => {
  const { clerk, close } = await office(browser, testAccounts.carla);
  try {
    await clerk.press('desk.tools.import');
    await clerk.chooseFile('lista.csv', 'codice,ora,coda\nAB12,25:00,A\nAB13,09:30,Z\n');
    await clerk.press('desk.import.load');
    await expect(clerk.page.getByRole('alert')).toHaveText(
      italian.phraseAt('errors.badAppointmentList').text,
    );
    await expect(clerk.page.locator('.bad-rows tbody tr')).toHaveText([
      `2${italian.t('desk.rowProblems.badTime')}25:00`,
      `3${italian.t('desk.rowProblems.unknownQueue')}Z`,
    ]);

    await clerk.chooseFile('lista-corretta.csv', 'codice,ora,coda\nAB12,09:00,A\nAB13,09:30,B\n');
    await clerk.press('desk.import.load');
    await expect(clerk.page.getByRole('dialog').getByRole('status').first()).toContainText(
      '2 appuntamenti caricati',
    );
    await clerk.page.keyboard.press('Escape');

    await clerk.openList('desk.lists.appointments', 2);
    await clerk.chooseForRow('AB13', italian.t('desk.ticket.checkIn'));
    await expect(clerk.page.locator('.issued__code')).toHaveText('B001');
    await clerk.page.keyboard.press('Escape');
    await expect(clerk.row('AB13')).toContainText(
      italian.t('desk.lists.arrived', { code: 'B001' }),
    );
  } finally {
    await close();
  }
});
