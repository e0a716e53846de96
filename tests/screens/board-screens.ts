import type { Page } from 'playwright/test';
import type { Stage } from '../office/stage.ts';
import { atCounter, client, must, takeTicket } from '../support/client.ts';
import { testAccounts } from '../support/provision.ts';

/** A screen of the board, by name, and what happens in the office before it. */
export interface BoardScreen {
  readonly name: string;
  readonly reach: (board: Page, stage: Stage) => Promise<void>;
}

/** Issues and calls one ticket, and lets the person go. */
async function callOne(stage: Stage, queue: string): Promise<string> {
  const { url, kioskToken } = stage.server;
  must(await takeTicket(client(url, kioskToken), queue));
  const clerk = await atCounter(url, testAccounts.bruno, '2');
  const called = must(await clerk.call('callNext', { commandId: crypto.randomUUID() }));
  const { ticketId, code } = called;
  must(await clerk.call('closeTicket', { commandId: crypto.randomUUID(), ticketId }));
  must(await clerk.call('releaseCounter', {}));
  must(await clerk.call('signOut', {}));
  return code;
}

/** Every screen of the board, in the order of a morning. */
export const boardScreens: readonly BoardScreen[] = [
  {
    name: 'nobody-called',
    async reach(board) {
      await board.locator('.latest--none').waitFor();
    },
  },
  {
    name: 'calling',
    async reach(board, stage) {
      const code = await callOne(stage, 'A');
      await board.locator('.call__code', { hasText: code }).waitFor();
    },
  },
  {
    name: 'latest-calls',
    async reach(board, stage) {
      for (const queue of ['B', 'C', 'A', 'B', 'C', 'A', 'B']) await callOne(stage, queue);
      // A board that is switched on announces nothing: it shows the list at once.
      await board.reload();
      await board.locator('.latest__code').waitFor();
    },
  },
  {
    name: 'connection-lost',
    async reach(board, stage) {
      await stage.server.stop();
      await board.locator('.board__lost').waitFor();
      await stage.server.restart();
    },
  },
];
