import { randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright/test';
import type { Panel } from '../../electron/contract/panel.ts';
import type { Sound } from '../../electron/contract/sound.ts';
import { addDays, serviceDayAt } from '../../electron/queue/calendar/service-day.ts';
import { type FakePrinter, startFakePrinter } from '../fakes/printer.ts';
import { writeDataFolder } from '../support/data-folder.ts';
import { startTestServer, type TestServer } from '../support/start-server.ts';
import { removeFolder } from '../support/temporary-folder.ts';
import { textsIn } from '../support/texts.ts';
import { Citizen } from './citizen.ts';
import { Clerk } from './clerk.ts';
import { BOARD_PAGE, KIOSK_PAGE, launchApp, type RunningApp } from './electron-app.ts';
import { APPOINTMENT, importAppointment } from './import-appointment.ts';
import { type Look, usualLook, wear } from './look.ts';

export interface Orientation {
  readonly name: 'portrait' | 'landscape';
  readonly width: number;
  readonly height: number;
}

const CONTENT_FOLDER = join(import.meta.dirname, '..', '..', 'content');

/** Stands for the text that only the Comune can write. */
const OFFICIAL_TEXT = `# Testo di prova

Qui sta il testo ufficiale che il Comune mette a disposizione.

Questo paragrafo mostra come si leggono più capoversi, uno dopo l’altro, e un elenco:

- **nome** e cognome, se una persona li dice allo sportello e servono per la sua richiesta;
- la [pagina del Comune](https://www.comune.milano.it/).
`;

/** Pages for phones, at an address as long as a real one. */
const PHONE_PAGES = { port: 0, publicUrl: 'https://coda.example.it' };

export interface Scene {
  readonly orientation: Orientation;
  readonly language: string;
}

/** The kiosk's and the board's real sizes (DESIGN: Full HD panels, upright or lying). */
export const upright: Orientation = { name: 'portrait', width: 1080, height: 1920 };
export const lying: Orientation = { name: 'landscape', width: 1920, height: 1080 };

/** The one of a test that needs a single one. */
export const usualScene: Scene = { orientation: upright, language: 'it' };

/** Both orientations in the languages of the staff. */
export const everyScene: readonly Scene[] = [upright, lying].flatMap((orientation) =>
  ['it', 'en'].map((language) => ({ orientation, language })),
);

/** What an office sets up of its kiosk, and which of its devices it has; the rest is as the program assumes. */
export interface StageSetup {
  readonly panel?: Panel;
  readonly sound?: Partial<Sound>;
  readonly place?: string;
  /** Whether tickets can be followed on a phone. */
  readonly hasPhonePages?: boolean;
  /** Whether there is paper; without a printer the screen is the ticket. */
  readonly hasPrinter?: boolean;
}

/**
 * A small office set up to be looked at: a real server, kiosk and board in the real Electron, a
 * desk in a real browser, and a printer that does as it is told.
 */
export interface Stage {
  readonly server: TestServer;
  readonly printer: FakePrinter;
  readonly scene: Scene;
  readonly kiosk: Page;
  readonly board: Page;
  /**
   * A new person at the first screen of the kiosk, speaking the scene's language, or with the
   * screen set to their look.
   */
  citizen(look?: Look): Promise<Citizen>;
  /** Someone at a desk, in a browser of its own. */
  clerk(): Promise<Clerk>;
  /** Lets every queue give one number a day, for as long as it takes. */
  withOneNumberADay(during: () => Promise<void>): Promise<void>;
  /** Closes the office until tomorrow at 8:30. */
  closeOffice(): Promise<void>;
  /** Until tomorrow at 8:30 the office gives no numbers, but takes the codes of appointments. */
  takeCodesOnly(): Promise<void>;
  /** Opens it again. */
  openOffice(): Promise<void>;
  /** Gives the day a list of appointments, with one code: {@link APPOINTMENT} unless it is named. */
  importAppointment(code?: string): Promise<void>;
  /** Lets the kiosk be a stranger to the server, for as long as it takes. */
  withUnknownKiosk(during: () => Promise<void>): Promise<void>;
  close(): Promise<void>;
}

async function resize(app: RunningApp, page: Page, size: Orientation): Promise<void> {
  const { width, height } = size;
  await app.electron.evaluate(
    ({ BrowserWindow }, size) => {
      for (const window of BrowserWindow.getAllWindows()) {
        if (!window.isVisible()) continue;
        window.setAspectRatio(0);
        window.setContentSize(size.width, size.height);
      }
    },
    { width, height },
  );
  await page.waitForFunction(
    (wanted) => innerWidth === wanted.width && innerHeight === wanted.height,
    { width, height },
  );
}

/** The content files of an office whose board speaks this language: the first of its list. */
function languagesStartingWith(code: string): string {
  const file = join(CONTENT_FOLDER, 'languages.json');
  const { languages } = JSON.parse(readFileSync(file, 'utf8')) as { languages: { code: string }[] };
  const isFirst = (language: { code: string }) => language.code === code;
  return JSON.stringify({
    languages: [...languages.filter(isFirst), ...languages.filter((each) => !isFirst(each))],
  });
}

interface Hours {
  readonly day: string;
  readonly opensAt: string;
  readonly closesAt: string;
}

/** The weekday so many days from today, as an office's file names it. */
function weekdayIn(days: number): string {
  const day = new Date(`${addDays(serviceDayAt(Date.now()), days)}T12:00Z`);
  return day.toLocaleDateString('en', { weekday: 'long' }).toLowerCase();
}

const tomorrowMorning = (): Hours => ({ day: weekdayIn(1), opensAt: '08:30', closesAt: '12:30' });

/** Open from midnight to two hours from now at most: the last number went out four hours before that. */
function openWithoutNumbers(): Hours {
  const clock = { timeZone: 'Europe/Rome', hour: '2-digit' } as const;
  const hour = Number(new Date().toLocaleTimeString('en-GB', clock));
  const closesAt = `${String(Math.min(hour + 2, 24)).padStart(2, '0')}:00`;
  return { day: weekdayIn(0), opensAt: '00:00', closesAt };
}

/** Opens the office. Needs the environment that `npm test` prepares. */
export async function openStage(
  browser: Browser,
  scene: Scene,
  { hasPhonePages = false, hasPrinter = true, ...kioskSetup }: StageSetup = {},
): Promise<Stage> {
  const { orientation, language } = scene;
  const printer = await startFakePrinter();
  // The second kiosk is one that only tells how it is.
  const server = await startTestServer({
    kiosks: 2,
    config: hasPhonePages ? { server: { phone: PHONE_PAGES } } : {},
  });
  const port = Number(new URL(server.url).port);
  const kioskData = writeDataFolder({
    tokens: { kiosk: server.kioskToken },
    config: {
      kiosk: { orientation: orientation.name, ...kioskSetup },
      ...(hasPrinter ? { printer: { host: printer.host, port: printer.port } } : {}),
    },
    // One notice with an official text, so that both kinds are seen.
    content: { 'notices/second-level.official.it.md': OFFICIAL_TEXT },
  });
  const boardData = writeDataFolder({
    tokens: { board: server.boardToken },
    content: { 'languages.json': languagesStartingWith(language) },
  });
  const kioskApp = await launchApp({ role: 'kiosk', dataFolder: kioskData, port });
  const boardApp = await launchApp({ role: 'board', dataFolder: boardData, port });
  const kiosk = await kioskApp.page(KIOSK_PAGE);
  const board = await boardApp.page(BOARD_PAGE);
  await resize(kioskApp, kiosk, orientation);
  await resize(boardApp, board, orientation);
  const texts = textsIn(language);
  const desks: BrowserContext[] = [];

  const officeFile = join(server.dataFolder, 'content', 'office', 'demo.json');
  async function changeOffice(change: (shipped: string) => string): Promise<void> {
    const shipped = readFileSync(join(CONTENT_FOLDER, 'office', 'demo.json'), 'utf8');
    mkdirSync(dirname(officeFile), { recursive: true });
    writeFileSync(officeFile, change(shipped));
    await server.restart();
  }
  // Taking the file away would not do: an office of its own never becomes the one that ships.
  const shipOffice = (): Promise<void> => changeOffice((shipped) => shipped);
  /** With the longest time that may lie between the last number and the end. */
  const openOnly = (hours: readonly Hours[]): Promise<void> =>
    changeOffice((shipped) =>
      JSON.stringify({
        ...JSON.parse(shipped),
        hours,
        calendar: { holidays: 'none', lastTicketMinutesBeforeClosing: 240 },
      }),
    );

  return {
    server,
    printer,
    scene,
    kiosk,
    board,
    async citizen(look = { ...usualLook, language }) {
      await kiosk.reload();
      const own = textsIn(look.language);
      const citizen = new Citizen(kiosk, own);
      await kiosk.locator(`.attract__language >> text="${own.language.autonym}"`).click();
      await citizen.heading('kiosk.needs.title').waitFor();
      await citizen.touchFrame('kiosk.frame.back');
      await kiosk.locator('.attract__language').first().waitFor();
      await wear(kiosk, { ...usualLook, language: look.language }, look);
      return citizen;
    },
    async clerk() {
      const context = await browser.newContext({
        viewport: { width: orientation.width, height: orientation.height },
        locale: texts.language.localeTag,
      });
      desks.push(context);
      // As a person who chose the language on this computer before.
      await context.addInitScript(
        (code) => localStorage.setItem('sportello.desk.language', code),
        language,
      );
      return new Clerk(await context.newPage(), texts);
    },
    async withOneNumberADay(during) {
      await changeOffice((shipped) => shipped.replaceAll('"capPerDay": 999', '"capPerDay": 1'));
      try {
        await during();
      } finally {
        await shipOffice();
      }
    },
    closeOffice: () => openOnly([tomorrowMorning()]),
    takeCodesOnly: () => openOnly([openWithoutNumbers(), tomorrowMorning()]),
    openOffice: shipOffice,
    importAppointment: (code = APPOINTMENT) => importAppointment(server.url, code),
    async withUnknownKiosk(during) {
      const file = join(kioskData, 'devices', 'kiosk.token');
      // Nobody's, not the board's: a feed that begins again meanwhile would be the board's for good.
      writeFileSync(file, randomUUID());
      try {
        await during();
      } finally {
        writeFileSync(file, server.kioskToken);
      }
    },
    async close() {
      for (const desk of desks) await desk.close();
      await kioskApp.close();
      await boardApp.close();
      await server.remove();
      await printer.close();
      removeFolder(kioskData);
      removeFolder(boardData);
    },
  };
}
