import type { Browser, Page } from 'playwright/test';
import { Citizen } from '../e2e/support/citizen.ts';
import { BOARD_PAGE, KIOSK_PAGE, launchApp, type RunningApp } from '../e2e/support/electron-app.ts';
import { type FakePrinter, startFakePrinter } from '../fakes/printer.ts';
import { writeDataFolder } from '../support/data-folder.ts';
import { startTestServer, type TestServer } from '../support/start-server.ts';
import { removeFolder } from '../support/temporary-folder.ts';
import { textsIn } from '../support/texts.ts';

export interface Orientation {
  readonly name: 'portrait' | 'landscape';
  readonly width: number;
  readonly height: number;
}

/** The kiosk's and the board's real sizes (DESIGN: Full HD panels, upright or lying). */
export const orientations: readonly Orientation[] = [
  { name: 'portrait', width: 1080, height: 1920 },
  { name: 'landscape', width: 1920, height: 1080 },
];

/**
 * A small office set up to be looked at: a real server, kiosk and board in the real Electron, a
 * desk in a real browser, and a printer that does as it is told.
 */
export interface Stage {
  readonly server: TestServer;
  readonly printer: FakePrinter;
  readonly browser: Browser;
  readonly kiosk: Page;
  readonly board: Page;
  /** Gives kiosk, board and every later desk this size and language. */
  setScene(orientation: Orientation, language: string): Promise<void>;
  scene(): { readonly orientation: Orientation; readonly language: string };
  /** A new person at the first screen of the kiosk, speaking the scene's language. */
  citizen(): Promise<Citizen>;
  /** A desk in a browser of its own. */
  deskPage(): Promise<Page>;
  close(): Promise<void>;
}

async function resize(app: RunningApp, { width, height }: Orientation): Promise<void> {
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
}

/** Opens the office. Needs the environment that `npm test` prepares. */
export async function openStage(browser: Browser): Promise<Stage> {
  const printer = await startFakePrinter();
  const server = await startTestServer();
  const port = Number(new URL(server.url).port);
  const kioskData = writeDataFolder({
    tokens: { kiosk: server.kioskToken },
    config: { printer: { host: printer.host, port: printer.port } },
  });
  const boardData = writeDataFolder({ tokens: { board: server.boardToken } });
  const kioskApp = await launchApp({ role: 'kiosk', dataFolder: kioskData, port });
  const boardApp = await launchApp({ role: 'board', dataFolder: boardData, port });
  const kiosk = await kioskApp.page(KIOSK_PAGE);
  const board = await boardApp.page(BOARD_PAGE);
  const desks: Page[] = [];
  let scene = { orientation: orientations[0] as Orientation, language: 'it' };

  return {
    server,
    printer,
    browser,
    kiosk,
    board,
    scene: () => scene,
    async setScene(orientation, language) {
      scene = { orientation, language };
      for (const [app, page] of [
        [kioskApp, kiosk],
        [boardApp, board],
      ] as const) {
        await resize(app, orientation);
        await page.waitForFunction(
          ({ width, height }) => innerWidth === width && innerHeight === height,
          orientation,
        );
      }
    },
    async citizen() {
      await kiosk.reload();
      const texts = textsIn(scene.language);
      const citizen = new Citizen(kiosk, texts);
      await kiosk.locator(`.attract__language >> text="${texts.language.autonym}"`).click();
      await citizen.heading('kiosk.needs.title').waitFor();
      await citizen.touch('kiosk.frame.back');
      await citizen.heading('kiosk.attract.title').waitFor();
      return citizen;
    },
    async deskPage() {
      const context = await browser.newContext({
        viewport: { width: scene.orientation.width, height: scene.orientation.height },
        locale: textsIn(scene.language).language.localeTag,
      });
      // As a person who chose the language on this computer before.
      await context.addInitScript(
        (language) => localStorage.setItem('sportello.desk.language', language),
        scene.language,
      );
      const page = await context.newPage();
      desks.push(page);
      return page;
    },
    async close() {
      for (const desk of desks) await desk.context().close();
      await kioskApp.close();
      await boardApp.close();
      await server.remove();
      await printer.close();
      removeFolder(kioskData);
      removeFolder(boardData);
    },
  };
}
