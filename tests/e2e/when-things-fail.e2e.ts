import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Browser, expect, type Page, test } from 'playwright/test';
import { startFakePrinter } from '../fakes/printer.ts';
import { Citizen } from '../office/citizen.ts';
import { Clerk } from '../office/clerk.ts';
import { KIOSK_PAGE, launchApp, type RunningApp } from '../office/electron-app.ts';
import { writeDataFolder } from '../support/data-folder.ts';
import { provision, testAccounts } from '../support/provision.ts';
import { startTestServer } from '../support/start-server.ts';
import { removeFolder, temporaryFolder } from '../support/temporary-folder.ts';
import { textsIn } from '../support/texts.ts';

const italian = textsIn('it');
const english = textsIn('en');
const CONTENT_FOLDER = join(import.meta.dirname, '..', '..', 'content');

/** The printer is asked twice a minute; the rest is for a busy computer. */
const SOON = { timeout: 45_000 };

/** A clerk of the office, signed in, in a browser of their own. */
async function clerkAt(browser: Browser, serverUrl: string): Promise<Clerk> {
  const context = await browser.newContext({ locale: 'it-IT' });
  const clerk = new Clerk(await context.newPage(), italian);
  await clerk.signIn(serverUrl, testAccounts.ada);
  return clerk;
}

/** The notes of a desk on what somebody has to see to. */
const notes = ({ page }: Clerk) => page.locator('.troubles__one');
const noteSays = (clerk: Clerk, text: string) => notes(clerk).getByText(text);
const noPaper = italian.t('desk.trouble.paperOut', { kiosk: italian.t('desk.trouble.kiosk') });

/** A person who has chosen English. */
async function englishCitizen(page: Page): Promise<Citizen> {
  const citizen = new Citizen(page, english);
  await page.locator(`.attract__language >> text="${english.language.autonym}"`).click();
  await citizen.heading('kiosk.needs.title').waitFor();
  await citizen.touchFrame('kiosk.frame.back');
  return citizen;
}

/** Copies a file that ships into the own content of a data folder, changed. */
function writeOwn(dataFolder: string, file: string, change: (text: string) => string): void {
  const own = join(dataFolder, 'content', file);
  mkdirSync(dirname(own), { recursive: true });
  writeFileSync(own, change(readFileSync(join(CONTENT_FOLDER, file), 'utf8')));
}

test('the desk knows that the kiosk has no paper before the next person comes, and when it has some', async ({
  browser,
}) => {
  test.setTimeout(150_000);
  const printer = await startFakePrinter();
  const dataFolder = temporaryFolder();
  await provision(dataFolder);
  const config = { printer: { host: printer.host, port: printer.port } };
  writeFileSync(join(dataFolder, 'config.json'), JSON.stringify(config));
  const office = await launchApp({ role: 'all', dataFolder });
  const clerk = await clerkAt(browser, await office.serverUrl());
  try {
    const page = await office.page(KIOSK_PAGE);
    await page.locator('.attract').waitFor();
    await expect(notes(clerk)).toHaveCount(0);

    printer.follow({ condition: 'paperOut' });
    await expect(noteSays(clerk, noPaper)).toBeVisible(SOON);
    await expect(notes(clerk)).toHaveCount(1);

    // The person is told in their language, and has a number all the same.
    const citizen = await englishCitizen(page);
    await citizen.walkToTheLastScreen('economic-support');
    await citizen.takeNumber();
    expect(await citizen.numberOnScreen()).toBe('C001');
    await expect(page.getByText(english.t('kiosk.ticket.noPaper'))).toBeVisible();
    await citizen.touch('kiosk.ticket.doneLabel');
    await page.locator('.attract').waitFor();

    printer.follow({ condition: 'ready' });
    await expect(notes(clerk)).toHaveCount(0, SOON);
  } finally {
    await clerk.page.context().close();
    await office.close();
    await printer.close();
    removeFolder(dataFolder);
  }
});

test('a kiosk whose texts are damaged works on with those of before, and the desk is told where', async ({
  browser,
}) => {
  test.setTimeout(120_000);
  const dataFolder = temporaryFolder();
  await provision(dataFolder);
  const { text: title } = italian.phrase('kiosk.attract.title');
  writeOwn(dataFolder, 'languages/it/kiosk.json', (text) => text.replace(title, 'Sede Nord'));
  await (await started(dataFolder)).close();

  const file = join(dataFolder, 'content', 'languages', 'it', 'kiosk.json');
  const good = readFileSync(file, 'utf8');
  writeFileSync(file, good.slice(0, good.length / 2));
  const damaged = await started(dataFolder);
  const clerk = await clerkAt(browser, await damaged.serverUrl());
  try {
    const citizen = new Citizen(await damaged.page(KIOSK_PAGE), italian);
    await citizen.walkToTheLastScreen('economic-support');
    await citizen.takeNumber();
    expect(await citizen.numberOnScreen()).toBe('C001');
    await expect(noteSays(clerk, italian.t('desk.trouble.serverContent'))).toBeVisible();
    await expect(notes(clerk)).toContainText('languages/it/kiosk.json');
    expect(damaged.log().map(({ event }) => event)).toContain('lastGoodContentUsed');
  } finally {
    await clerk.page.context().close();
    await damaged.close();
  }

  writeFileSync(file, good);
  const mended = await started(dataFolder);
  const reader = await clerkAt(browser, await mended.serverUrl());
  await expect(notes(reader)).toHaveCount(0);
  await reader.page.context().close();
  await mended.close();
  removeFolder(dataFolder);
});

/** Starts the office with its own first screen, and waits until that is there. */
async function started(dataFolder: string): Promise<RunningApp> {
  const app = await launchApp({ role: 'all', dataFolder });
  const page = await app.page(KIOSK_PAGE);
  await page.getByRole('heading', { level: 1, name: 'Sede Nord' }).waitFor();
  return app;
}

test('a kiosk without its server says so in the person’s language, and gives the number once it is back', async () => {
  test.setTimeout(120_000);
  const server = await startTestServer();
  const { port } = new URL(server.url);
  await server.kill();
  const dataFolder = writeDataFolder({ tokens: { kiosk: server.kioskToken } });
  // The server is gone at the start: the first screen is there all the same.
  const app = await launchApp({ role: 'kiosk', dataFolder, port: Number(port) });
  try {
    const page = await app.page(KIOSK_PAGE);
    const citizen = await englishCitizen(page);
    await citizen.walkToTheLastScreen('economic-support');
    await citizen.takeNumber();
    await citizen.heading('kiosk.problems.serverGoneTitle').waitFor();
    await server.restart();
    expect(await citizen.numberOnScreen()).toBe('C001');
    await citizen.touch('kiosk.ticket.doneLabel');
    await page.locator('.attract').waitFor();

    // And in the middle of a person's way.
    const next = await englishCitizen(page);
    await next.walkToTheLastScreen('economic-support');
    await server.kill();
    await next.takeNumber();
    await next.heading('kiosk.problems.serverGoneTitle').waitFor();
    await server.restart();
    expect(await next.numberOnScreen()).toBe('C002');
  } finally {
    await app.close();
    await server.remove();
    removeFolder(dataFolder);
  }
});

test('a full queue and a closed office say what to do now, and a person leads on from there', async () => {
  test.setTimeout(120_000);
  const server = await startTestServer();
  const port = Number(new URL(server.url).port);
  const dataFolder = writeDataFolder({ tokens: { kiosk: server.kioskToken } });
  writeOwn(server.dataFolder, 'office/demo.json', (text) =>
    text.replaceAll('"capPerDay": 999', '"capPerDay": 1'),
  );
  await server.restart();
  const app = await launchApp({ role: 'kiosk', dataFolder, port });
  try {
    const page = await app.page(KIOSK_PAGE);
    const first = await englishCitizen(page);
    await first.walkToTheLastScreen('economic-support');
    await first.takeNumber();
    expect(await first.numberOnScreen()).toBe('C001');
    await first.touch('kiosk.ticket.doneLabel');
    await page.locator('.attract').waitFor();

    const second = await englishCitizen(page);
    await second.walkToTheLastScreen('economic-support');
    await second.takeNumber();
    await second.heading('kiosk.problems.queueFullTitle').waitFor();
    await second.touch('kiosk.problems.toStart');
    await page.locator('.attract').waitFor();

    // Somebody is on the last screen when the office closes.
    const third = await englishCitizen(page);
    await third.walkToTheLastScreen('economic-support');
    writeOwn(server.dataFolder, 'office/demo.json', (text) =>
      JSON.stringify({ ...JSON.parse(text), hours: [] }),
    );
    await server.restart();
    await third.takeNumber();
    await third.heading('kiosk.closed.title').waitFor();
    await third.touch('kiosk.problems.toStart');
    await new Citizen(page, italian).heading('kiosk.attract.closedTitle').waitFor();

    writeOwn(server.dataFolder, 'office/demo.json', (text) => text);
    await server.restart();
    await page.locator('.attract').waitFor();
    await new Citizen(page, italian).heading('kiosk.attract.title').waitFor();
  } finally {
    await app.close();
    await server.remove();
    removeFolder(dataFolder);
  }
});
