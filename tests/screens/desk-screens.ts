import type { Clerk } from '../e2e/support/clerk.ts';
import { client, must, signedIn as signInTo, takeTicket } from '../support/client.ts';
import { testAccounts } from '../support/provision.ts';
import type { Stage } from './stage.ts';

/** A screen of the desk, by name, and how a clerk comes to it. */
export interface DeskScreen {
  readonly name: string;
  readonly reach: (clerk: Clerk, stage: Stage) => Promise<void>;
}

async function signedIn(clerk: Clerk, stage: Stage): Promise<void> {
  await clerk.signIn(stage.server.url, testAccounts.ada);
}

async function atCounter(clerk: Clerk, stage: Stage): Promise<void> {
  await signedIn(clerk, stage);
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
  { name: 'counters', reach: signedIn },
  { name: 'nobody-waiting', reach: atCounter },
  {
    name: 'people-waiting',
    async reach(clerk, stage) {
      await withPeople(stage);
      await atCounter(clerk, stage);
      await clerk.button('desk.next.call').waitFor();
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
  { name: 'calling', reach: calling },
  {
    name: 'serving',
    async reach(clerk, stage) {
      await calling(clerk, stage);
      await clerk.press('desk.current.start');
      await clerk.button('desk.current.close').waitFor();
    },
  },
  {
    name: 'no-show',
    async reach(clerk, stage) {
      await calling(clerk, stage);
      await clerk.press('desk.current.noShow');
      await clerk.page.getByRole('alertdialog').or(clerk.page.getByRole('dialog')).waitFor();
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
];

/** Serves whoever is at counter 1 and leaves it, so that the next clerk finds it free. */
export async function tidyCounter(stage: Stage): Promise<void> {
  const staff = await signInTo(stage.server.url, testAccounts.ada);
  const taken = await staff.call('takeCounter', { commandId: crypto.randomUUID(), counter: '1' });
  if (!taken.ok) return;
  for (;;) {
    const called = await staff.call('callNext', { commandId: crypto.randomUUID() });
    const ticketId = called.ok
      ? called.value.ticketId
      : called.error.code === 'counterBusy'
        ? called.error.ticketId
        : null;
    if (ticketId === null) break;
    must(await staff.call('closeTicket', { commandId: crypto.randomUUID(), ticketId }));
  }
  must(await staff.call('releaseCounter', {}));
  must(await staff.call('signOut', {}));
}
