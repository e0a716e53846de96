import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page, test } from 'playwright/test';
import { SERVER_PROCESS_NAME } from '../../electron/main/server-process-name.ts';
import { startFakePrinter } from '../fakes/printer.ts';
import { Citizen } from '../office/citizen.ts';
import { Clerk } from '../office/clerk.ts';
import { BOARD_PAGE, KIOSK_PAGE, launchApp, type RunningApp } from '../office/electron-app.ts';
import { openFeed, signedIn } from '../support/client.ts';
import { writeDataFolder } from '../support/data-folder.ts';
import { provision, testAccounts } from '../support/provision.ts';
import { removeFolder, temporaryFolder } from '../support/temporary-folder.ts';
import { textsIn } from '../support/texts.ts';
import { drawGlyphTemplates } from '../support/ticket-font.ts';
import { readNumber } from '../support/ticket-reader.ts';

const italian = textsIn('it');

/** Ends the queue server as a loss of power would, under the running kiosk. */
async function killServer(app: RunningApp): Promise<void> {
  const pid = await app.electron.evaluate(
    ({ app: electronApp }, name) =>
      electronApp.getAppMetrics().find((process) => process.name === name)?.pid,
    SERVER_PROCESS_NAME,
  );
  if (pid === undefined) throw new Error('The server does not run');
  process.kill(pid, 'SIGKILL');
}

/** Counts the notes that the board's loudspeaker is given, from now on. */
async function countNotes(board: Page): Promise<() => Promise<number>> {
  await board.evaluate(() => {
    const counted = globalThis as unknown as { notes: number };
    counted.notes = 0;
    const start = OscillatorNode.prototype.start;
    OscillatorNode.prototype.start = function (when?: number) {
      counted.notes += 1;
      start.call(this, when);
    };
  });
  return () => board.evaluate(() => (globalThis as unknown as { notes: number }).notes);
}

test('a person takes a number, the paper bears it, the desk calls it, the board shows and chimes', async ({
  browser,
}) => {
  const printer = await startFakePrinter();
  const dataFolder = temporaryFolder();
  const { boardToken } = await provision(dataFolder);
  writeFileSync(
    join(dataFolder, 'config.json'),
    JSON.stringify({ printer: { host: printer.host, port: printer.port } }),
  );
  const office = await launchApp({ role: 'all', dataFolder });
  const serverUrl = await office.serverUrl();
  const boardData = writeDataFolder({ tokens: { board: boardToken } });
  const wall = await launchApp({
    role: 'board',
    dataFolder: boardData,
    port: Number(new URL(serverUrl).port),
  });
  const deskContext = await browser.newContext({ locale: 'it-IT' });
  try {
    const kiosk = new Citizen(await office.page(KIOSK_PAGE), italian);
    const board = await wall.page(BOARD_PAGE);
    const notes = await countNotes(board);
    const templates = await drawGlyphTemplates(await deskContext.newPage());

    // The first person, the long way.
    await kiosk.walkToTheLastScreen('economic-support');
    await kiosk.takeNumber();
    const firstCode = await kiosk.numberOnScreen();
    expect(firstCode).toBe('C001');
    const firstJob = await printer.nextJob();
    expect(readNumber(firstJob.image(), templates)).toBe(firstCode);
    await expect(kiosk.page.getByText(italian.t('kiosk.ticket.printed'))).toBeVisible();
    await kiosk.leave();

    // The second person touches; at that moment the server dies.
    await kiosk.walkToTheLastScreen('economic-support');
    await killServer(office);
    await kiosk.takeNumber();
    const secondCode = await kiosk.numberOnScreen();
    expect(secondCode).toBe('C002');
    expect(readNumber((await printer.nextJob()).image(), templates)).toBe(secondCode);
    await kiosk.leave();

    // A clerk calls both; between the two calls the server dies again.
    const clerk = new Clerk(await deskContext.newPage(), italian);
    await clerk.signIn(serverUrl, testAccounts.ada);
    await clerk.takeCounter('1');
    await clerk.press('desk.next.call');
    await clerk.expectAtCounter(firstCode);
    await expect(board.locator('.call__code')).toHaveText(firstCode);
    await expect.poll(notes).toBeGreaterThan(0);
    const notesOfOneCall = await notes();
    await clerk.press('desk.current.start');
    await clerk.press('desk.current.close');
    // Once that is answered: else it is the close that nobody has answered, and is to be pressed again.
    await expect(clerk.page.locator('.current__code')).toHaveCount(0);

    await killServer(office);
    await clerk.callNextUntilAnswered(secondCode);
    await expect(board.locator('.call__code')).toHaveText(secondCode);
    await expect.poll(notes).toBe(2 * notesOfOneCall);

    // Nothing is lost or doubled: two numbers, two sheets of paper, nobody waits.
    const supervisor = await signedIn(serverUrl, testAccounts.carla);
    const feed = await openFeed(serverUrl, supervisor.headers());
    const { view } = await feed.next();
    feed.close();
    expect(view).toMatchObject({ kind: 'desk', waiting: [], totals: { issued: 2 } });
    expect(printer.jobs).toHaveLength(2);
  } finally {
    await deskContext.close();
    await wall.close();
    await office.close();
    await printer.close();
    removeFolder(dataFolder);
    removeFolder(boardData);
  }
});
