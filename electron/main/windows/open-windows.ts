import { join, resolve } from 'node:path';
import { app, type BrowserWindow, ipcMain } from 'electron';
import type { Config } from '../../config/config.ts';
import { officeContentFolder } from '../../config/data-folder.ts';
import { mountingProblemSentence } from '../../config/mounting.ts';
import { LAST_GOOD_FILE } from '../../content/content-files.ts';
import type { Content } from '../../contract/content.ts';
import type { DeviceRole } from '../../contract/vocabulary.ts';
import { createTcpEscposPrinter } from '../../devices/tcp-escpos-printer.ts';
import { type ClipFolders, readClips } from '../clips.ts';
import { startDeviceReporting } from '../device-reporting.ts';
import { deviceTokenFile } from '../device-token.ts';
import { createFeedRelay, type FeedRelay, nodeFeedPlatform, startTimer } from '../feed-relay.ts';
import { createHostOperations } from '../host-operations.ts';
import { openIpc } from '../ipc.ts';
import { JsonText } from '../json-text.ts';
import { withPlace } from '../kiosk-place.ts';
import type { Log } from '../log.ts';
import { onceAsked } from '../once-asked.ts';
import { createOperationRelay } from '../operation-relay.ts';
import { createPrinting } from '../printing.ts';
import type { Readings } from '../readings.ts';
import { localUrl, serverPort } from '../server-address.ts';
import type { Setup } from '../setup.ts';
import { createTicketDesk } from '../ticket-desk.ts';
import { openBoardWindow } from './board-window.ts';
import { openDeskWindow } from './desk-window.ts';
import { openKioskWindow } from './kiosk-window.ts';
import type { PageWindowServices } from './page-window.ts';
import { openTicketWindow, type TicketWindow } from './ticket-window.ts';

export interface WindowsOptions {
  readonly setup: Setup;
  readonly reading: Readings;
  /** Null while there is none. */
  readonly serverUrl: () => Promise<string | null>;
  /** Takes the feeds of the windows, to be connected. */
  readonly feeds: FeedRelay[];
  /** Whether the program is about to end: nothing is opened any more. */
  readonly isEnding: () => boolean;
}

/** Opens the windows of a role. Resolves once a kiosk has been drawn, or another window is open. */
export async function openWindows(parts: WindowsOptions): Promise<void> {
  const { setup, reading, serverUrl, feeds, isEnding } = parts;
  const { options, dataFolder, folders, log } = setup;
  const { config, content } = reading;
  const clipFolders = async (): Promise<ClipFolders> => {
    const ownContent = officeContentFolder(await config.ask(), dataFolder);
    return {
      spoken: resolve(options.voicesFolder ?? folders.voices),
      recorded: ownContent === undefined ? undefined : join(ownContent, 'audio'),
    };
  };
  const services: PageWindowServices = {
    gate: openIpc(ipcMain, log),
    log,
    devTools: options.devTools,
    pages: { folder: folders.renderer, clipFolders },
    preloadFile: folders.preloadFile,
  };
  const ticketDesk = createTicketDesk();
  let ticketWindow: TicketWindow | null = null;
  const printing = onceAsked(async () => {
    const { printer } = await config.ask();
    return createPrinting({
      printer: printer === undefined ? null : createTcpEscposPrinter(printer),
      draw: (face) => {
        if (ticketWindow === null) throw new Error('there is no ticket window');
        return ticketWindow.draw(face);
      },
      log,
    });
  });
  const hostOf = (role: DeviceRole) =>
    onceAsked(async () => {
      const settings = await config.ask();
      return createHostOperations({
        panel: settings[role].panel ?? null,
        sound: settings.kiosk.sound,
        readContent: async () => new JsonText((await content.ask()).json),
        readClips: async (language) =>
          readClips(await clipFolders(), language, join(dataFolder, LAST_GOOD_FILE)),
        printing: await printing.ask(),
        ticketDesk,
      });
    }).ask;
  const connection = (role: DeviceRole) => {
    const readToken = deviceTokenFile(dataFolder, role);
    const feed = createFeedRelay({
      platform: nodeFeedPlatform(readToken, (error) =>
        log({ event: 'feedListenerFailed', message: String(error) }),
      ),
    });
    feeds.push(feed);
    const relay = createOperationRelay({ serverUrl, readToken });
    const place = async () => (await config.ask()).kiosk.place;
    const callOperation = role === 'kiosk' ? withPlace(relay, place) : relay;
    void printing.atHand.then((kioskPrinting) => {
      const reporting = startDeviceReporting({
        callOperation,
        printing: role === 'kiosk' ? kioskPrinting : null,
        content: content.atHand.then(({ trouble }) => trouble),
        startTimer,
      });
      app.once('will-quit', () => reporting.stop());
    });
    return { feed, callOperation };
  };

  switch (options.role) {
    case 'all':
    case 'kiosk': {
      const host = hostOf('kiosk');
      const kiosk = openKioskWindow({
        ...{ services, host, isWindowed: options.isWindowed },
        ...connection('kiosk'),
      });
      void config.atHand.then((settings) => {
        if (kiosk.window.isDestroyed()) return;
        kiosk.stand(settings.kiosk.orientation);
        checkMounting(kiosk.window, settings, log);
      });
      void Promise.all([config.atHand, kiosk.isDrawn]).then(([{ printer }]) => {
        if (printer === undefined || isEnding()) return;
        const { widthDots } = printer;
        ticketWindow = openTicketWindow({ services, host, ticketDesk, widthDots });
      });
      return kiosk.isDrawn;
    }
    case 'board':
      openBoardWindow({
        ...{ services, host: hostOf('board'), isWindowed: options.isWindowed },
        ...connection('board'),
      });
      return;
    case 'desk':
      openDeskWindow({
        serverUrl: localUrl(serverPort(options, await config.ask())),
        content: JSON.parse((await content.ask()).json) as Content,
        devTools: options.devTools,
        log,
      });
      return;
    case 'server':
      await content.ask();
      return;
  }
}

/** Says where the panel's mounting height does not allow the low-reach mode; the kiosk goes on. */
function checkMounting(kiosk: BrowserWindow, config: Config, log: Log): void {
  const [width = 1, height = 1] = kiosk.getContentSize();
  const sentence = mountingProblemSentence(config.kiosk.panel, { width, height });
  if (sentence === null) return;
  process.stderr.write(`${sentence}\n`);
  log({ event: 'lowReachNotOffered', sentence });
}
