import { randomUUID } from 'node:crypto';
import { expect } from 'playwright/test';
import type { DeskView } from '../../electron/contract/views.ts';
import type { Clerk } from '../office/clerk.ts';
import type { Stage } from '../office/stage.ts';
import {
  type Client,
  client,
  must,
  openFeed,
  serveEverybody,
  signedIn as signInTo,
  takeTicket,
} from '../support/client.ts';
import { type TestAccount, testAccounts } from '../support/provision.ts';

/** A screen of the desk, by name, and how a clerk comes to it. */
export interface DeskScreen {
  readonly name: string;
  readonly reach: (clerk: Clerk, stage: Stage) => Promise<void>;
}

async function signedIn(
  clerk: Clerk,
  stage: Stage,
  account: TestAccount = testAccounts.ada,
): Promise<void> {
  await clerk.signIn(stage.server.url, account);
}

async function atCounter(clerk: Clerk, stage: Stage, account?: TestAccount): Promise<void> {
  await signedIn(clerk, stage, account);
  await clerk.takeCounter('1');
}

async function withPeople(stage: Stage): Promise<void> {
  const kiosk = client(stage.server.url, stage.server.kioskToken);
  for (const queue of ['A', 'B', 'C', 'A', 'B']) must(await takeTicket(kiosk, queue));
}

async function calling(clerk: Clerk, stage: Stage): Promise<void> {
  await withPeople(stage);
  await atCounter(clerk, stage);
  await clerk.press('desk.next.call');
  await clerk.button('desk.current.start').waitFor();
}

async function serving(clerk: Clerk, stage: Stage): Promise<void> {
  await calling(clerk, stage);
  await clerk.press('desk.current.start');
  await clerk.button('desk.current.close').waitFor();
}

async function inDialog(clerk: Clerk, stage: Stage, key: string): Promise<void> {
  await withPeople(stage);
  await atCounter(clerk, stage, testAccounts.carla);
  await clerk.press(key);
  await clerk.page.getByRole('dialog').waitFor();
}

/** Puts a day's list on the server, as a supervisor would from another computer. */
async function withAppointments(stage: Stage): Promise<void> {
  const supervisor = await signInTo(stage.server.url, testAccounts.carla);
  const { serviceDay } = await currentView(stage.server.url, supervisor);
  must(
    await supervisor.call('importAppointments', {
      commandId: randomUUID(),
      serviceDay,
      format: 'csv',
      text: 'codice,ora,coda\nAB12,09:00,A\nAB13,09:30,B\nAB14,10:00,C\n',
    }),
  );
  must(await supervisor.call('signOut', {}));
}

/** Every screen of the desk; each begins with nobody signed in. */
export const deskScreens: readonly DeskScreen[] = [
  {
    name: 'sign-in',
    async reach(clerk, stage) {
      await clerk.page.goto(`${stage.server.url}/desk/`);
      await clerk.button('desk.signIn.submit').waitFor();
    },
  },
  {
    name: 'sign-in-refused',
    async reach(clerk, stage) {
      await clerk.page.goto(`${stage.server.url}/desk/`);
      await clerk.page.getByLabel(clerk.texts.t('desk.signIn.account')).fill('ada');
      await clerk.page
        .getByLabel(clerk.texts.t('desk.signIn.password'), { exact: true })
        .fill('not the password');
      await clerk.press('desk.signIn.submit');
      await clerk.page.getByRole('alert').waitFor();
    },
  },
  {
    name: 'sign-in-expired',
    async reach(clerk, stage) {
      await calling(clerk, stage);
      await clerk.page.context().clearCookies();
      await clerk.press('desk.current.recall');
      await clerk.page.getByText(clerk.texts.t('desk.signIn.expired')).waitFor();
    },
  },
  {
    name: 'staff-notice',
    async reach(clerk, stage) {
      await clerk.page.goto(`${stage.server.url}/desk/`);
      await clerk.press('desk.session.privacy');
      await clerk.page.getByRole('dialog').waitFor();
    },
  },
  { name: 'counters', reach: (clerk, stage) => signedIn(clerk, stage) },
  {
    name: 'counter-queues',
    async reach(clerk, stage) {
      await signedIn(clerk, stage);
      const name = clerk.texts.t('desk.counter.chooseQueues', { counter: '1' });
      await clerk.page.getByRole('button', { name }).click();
      await clerk.page.getByRole('dialog').waitFor();
    },
  },
  { name: 'nobody-waiting', reach: (clerk, stage) => atCounter(clerk, stage) },
  {
    name: 'people-waiting',
    async reach(clerk, stage) {
      await withPeople(stage);
      await atCounter(clerk, stage);
      await clerk.button('desk.next.call').waitFor();
    },
  },
  {
    name: 'help-called',
    async reach(clerk, stage) {
      await withPeople(stage);
      await atCounter(clerk, stage);
      const kiosk = client(stage.server.url, stage.server.kioskToken);
      must(await kiosk.call('callHelp', { commandId: randomUUID() }));
      await clerk.button('desk.help.answer').waitFor();
    },
  },
  {
    name: 'people-waiting-dark',
    async reach(clerk, stage) {
      await clerk.page.emulateMedia({ colorScheme: 'dark' });
      await withPeople(stage);
      await atCounter(clerk, stage);
      await clerk.button('desk.next.call').waitFor();
    },
  },
  {
    name: 'number-menu',
    async reach(clerk, stage) {
      await withPeople(stage);
      await atCounter(clerk, stage);
      await clerk.page.locator('.rows__open').nth(1).press('Enter');
      await clerk.page.getByRole('menu').waitFor();
    },
  },
  { name: 'calling', reach: calling },
  { name: 'serving', reach: serving },
  {
    name: 'serving-dark',
    async reach(clerk, stage) {
      await clerk.page.emulateMedia({ colorScheme: 'dark' });
      await serving(clerk, stage);
    },
  },
  {
    name: 'transfer',
    async reach(clerk, stage) {
      await serving(clerk, stage);
      await clerk.press('desk.current.transfer');
      await clerk.page.getByRole('menu').waitFor();
    },
  },
  {
    name: 'put-aside',
    async reach(clerk, stage) {
      await serving(clerk, stage);
      await clerk.press('desk.current.park');
      await clerk.openList('desk.lists.parked', 1);
    },
  },
  {
    name: 'no-show',
    async reach(clerk, stage) {
      await calling(clerk, stage);
      await clerk.press('desk.current.noShow');
      await clerk.openList('desk.lists.noShows', 1);
    },
  },
  {
    name: 'paused',
    async reach(clerk, stage) {
      await withPeople(stage);
      await atCounter(clerk, stage);
      await clerk.chooseFor('desk.counter.pause', clerk.texts.t('desk.pauseChoices.meeting'));
      await clerk.button('desk.counter.resumeWork').waitFor();
    },
  },
  {
    name: 'appointments',
    async reach(clerk, stage) {
      await withAppointments(stage);
      await atCounter(clerk, stage);
      await clerk.openList('desk.lists.appointments', 3);
    },
  },
  { name: 'give-number', reach: (clerk, stage) => inDialog(clerk, stage, 'desk.tools.issue') },
  {
    name: 'number-given',
    async reach(clerk, stage) {
      await inDialog(clerk, stage, 'desk.tools.issue');
      await clerk.press('desk.issue.give');
      await clerk.page.locator('.issued__code').waitFor();
    },
  },
  { name: 'paper-roll', reach: (clerk, stage) => inDialog(clerk, stage, 'desk.tools.roll') },
  {
    name: 'paper-roll-in-use',
    async reach(clerk, stage) {
      await inDialog(clerk, stage, 'desk.tools.roll');
      await clerk.press('desk.roll.start');
      await expect(clerk.page.getByRole('dialog')).toHaveCount(0);
      await clerk.page.locator('.tools__state').waitFor();
    },
  },
  { name: 'import', reach: (clerk, stage) => inDialog(clerk, stage, 'desk.tools.import') },
  {
    name: 'import-refused',
    async reach(clerk, stage) {
      await inDialog(clerk, stage, 'desk.tools.import');
      await clerk.chooseFile(
        'lista.csv',
        'codice,ora,coda\nAB12,9,A\nAB13,09:30,Z\nAB13,10:00,A\n',
      );
      await clerk.press('desk.import.load');
      await clerk.page.getByRole('alert').waitFor();
    },
  },
  {
    name: 'connection-lost',
    async reach(clerk, stage) {
      await atCounter(clerk, stage);
      await stage.server.stop();
      await clerk.page.getByText(clerk.texts.t('desk.connection.lost')).waitFor();
      await stage.server.restart();
    },
  },
  // Last, for its notes stay.
  {
    name: 'troubles',
    async reach(clerk, stage) {
      await calling(clerk, stage);
      // The kiosk of the stage is well; this one stands beside it, and is never mended.
      const kiosk = client(stage.server.url, stage.server.kioskTokens[1]);
      const content = {
        file: 'languages/it/kiosk.json',
        line: 12,
        reason: 'a comma is missing before this place (CommaExpected)',
        others: 2,
      };
      must(await kiosk.call('reportDevice', { printer: 'paperOut', content }));
      const named = { kiosk: clerk.texts.t('desk.trouble.kiosk') };
      await clerk.page.getByText(clerk.texts.t('desk.trouble.paperOut', named)).waitFor();
    },
  },
];

/** Leaves the office as the next clerk expects it: nobody waits, and counter 1 is free. */
export async function tidyCounter(stage: Stage): Promise<void> {
  const { url } = stage.server;
  for (const account of [testAccounts.ada, testAccounts.carla]) {
    const staff = await signInTo(url, account);
    const taken = await staff.call('takeCounter', { commandId: randomUUID(), counter: '1' });
    if (!taken.ok) continue;
    await serveEverybody(staff);
    const { parked, noShows, paperRoll } = await currentView(url, staff);
    for (const { ticketId } of [...parked, ...noShows]) {
      must(await staff.call('cancelTicket', { commandId: randomUUID(), ticketId }));
    }
    if (paperRoll !== null) must(await staff.call('endPaperRoll', {}));
    must(await staff.call('releaseCounter', {}));
    must(await staff.call('signOut', {}));
    return;
  }
}

async function currentView(url: string, staff: Client): Promise<DeskView> {
  const feed = await openFeed(url, staff.headers());
  const { view } = await feed.next();
  feed.close();
  if (view.kind !== 'desk') throw new Error('Staff see the desk');
  return view;
}
