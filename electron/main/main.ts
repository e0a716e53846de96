import { accessSync, constants, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { app, type BrowserWindow, ipcMain } from 'electron';
import type { Config } from '../config/config.ts';
import { defaultDataFolder, officeContentFolder } from '../config/data-folder.ts';
import { mountingProblemSentence } from '../config/mounting.ts';
import type { ContentForWindows } from '../content/read-for-windows.ts';
import type { Content } from '../contract/content.ts';
import type { DeviceRole } from '../contract/vocabulary.ts';
import { createTcpEscposPrinter } from '../devices/tcp-escpos-printer.ts';
import { appFolders } from './app-folders.ts';
import { prepareAnswers, registerAppScheme } from './app-protocol.ts';
import { type Options, parseOptions } from './arguments.ts';
import { type ClipFolders, readClips } from './clips.ts';
import { startDeviceReporting } from './device-reporting.ts';
import { deviceTokenFile } from './device-token.ts';
import { createFeedRelay, type FeedRelay, nodeFeedPlatform, startTimer } from './feed-relay.ts';
import { createHostOperations } from './host-operations.ts';
import { becomeOnlyInstance } from './instance-lock.ts';
import { openIpc } from './ipc.ts';
import { JsonText } from './json-text.ts';
import { lockApp } from './lockdown/app-lock.ts';
import { type Log, openLog } from './log.ts';
import { type OnceAsked, onceAsked } from './once-asked.ts';
import { createOperationRelay } from './operation-relay.ts';
import { createPrinting } from './printing.ts';
import { logChildProcessDeaths } from './recovery/child-processes.ts';
import { EXIT_START_REFUSED, EXIT_WRONG_SETTINGS } from './recovery/exit-codes.ts';
import { endOnUncaughtErrors, logUncaughtErrors } from './recovery/uncaught-errors.ts';
import type { ServerSupervisor } from './server-supervisor.ts';
import type { Setup } from './setup.ts';
import { createTicketDesk } from './ticket-desk.ts';
import { readWindowContent } from './window-content.ts';
import { openBoardWindow } from './windows/board-window.ts';
import { openDeskWindow } from './windows/desk-window.ts';
import { openKioskWindow } from './windows/kiosk-window.ts';
import type { PageWindowServices } from './windows/page-window.ts';
import { openTicketWindow, type TicketWindow } from './windows/ticket-window.ts';

/**
 * What a start reads while its first page is on the way, or before another window: until then, all
 * that this process does keeps the page away.
 */
interface Readings {
  readonly config: OnceAsked<Config>;
  readonly content: OnceAsked<ContentForWindows>;
}

/** A page that does not come must not keep the server, and with it the other windows, away. */
const LONGEST_WITHOUT_SERVER_MS = 3_000;

endOnUncaughtErrors();
registerAppScheme();
const setup = prepare();
if (setup !== null) void start(setup);

/** Ends the start with one sentence; nothing is ever shown in a dialog. */
function refuse(exitCode: number, sentence: string, log?: Log): null {
  process.stderr.write(`${sentence}\n`);
  log?.({ event: 'startRefused', sentence });
  app.exit(exitCode);
  return null;
}

/** Reads the options; all that must happen before Electron is ready. */
function prepare(): Setup | null {
  const parsed = parseOptions(process.argv.slice(1));
  if (!parsed.ok) return refuse(EXIT_WRONG_SETTINGS, parsed.error);
  const options = parsed.value;
  if (options.devTools && app.isPackaged) {
    return refuse(
      EXIT_WRONG_SETTINGS,
      'The option --dev-tools is for development: an installed program has none.',
    );
  }
  const dataFolder = resolve(
    options.dataFolder ?? defaultDataFolder(process.platform, process.env),
  );

  const logFile = join(dataFolder, 'logs', 'main.log');
  let log: Log;
  try {
    mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
    accessSync(dataFolder, constants.W_OK);
    log = openLog(logFile);
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    return refuse(
      EXIT_START_REFUSED,
      `The data folder ${dataFolder} cannot be written (${reason}): correct its permissions or choose another with --data.`,
    );
  }
  logUncaughtErrors(log);

  // Chromium's own files, and with them its lock against a second start, belong to this role on
  // this data folder: kiosk and board may stand side by side.
  app.setPath('userData', join(dataFolder, 'chromium', options.role));
  lockApp({ devTools: options.devTools, log });
  logChildProcessDeaths(log);
  const folders = appFolders(app.getAppPath());
  return { options, dataFolder, folders, log };
}

function readings(setup: Setup): Readings {
  const config = onceAsked(() => readConfig(setup));
  return { config, content: onceAsked(async () => readContent(setup, await config.ask())) };
}

/** Reads the configuration; does not resolve where it is wrong, and the program ends. */
async function readConfig({ dataFolder, log }: Setup): Promise<Config> {
  const { configProblemSentence, loadConfig } = await import('../config/load-config.ts');
  const config = loadConfig({ dataFolder, environment: process.env });
  if (config.ok) return config.value;
  refuse(EXIT_WRONG_SETTINGS, configProblemSentence(config.error), log);
  return new Promise(() => undefined);
}

/** Reads the content; does not resolve where there is none to go on with, and the program ends. */
async function readContent(setup: Setup, config: Config): Promise<ContentForWindows> {
  const { options, dataFolder, folders, log } = setup;
  const reading = await readWindowContent(
    {
      baseDir: folders.content,
      overrideDir: officeContentFolder(config, dataFolder),
      dataFolder,
    },
    folders.manifestFile,
  );
  if (!reading.ok) {
    refuse(EXIT_WRONG_SETTINGS, reading.error, log);
    return new Promise(() => undefined);
  }
  const { notKept, problems, unused } = reading.value;
  if (notKept !== null) log({ event: 'contentNotKept', message: notKept });
  if (problems.length > 0) {
    log({ event: 'lastGoodContentUsed', problems });
    // A server of this program says it on stderr itself.
    if (!ownsServer(options.role)) process.stderr.write(`${unused.join('\n')}\n`);
  }
  return reading.value;
}

function ownsServer(role: Options['role']): boolean {
  return role === 'all' || role === 'server';
}

async function start(setup: Setup): Promise<void> {
  const { options, dataFolder, log } = setup;
  if (!(await becomeOnlyInstance())) {
    refuse(
      EXIT_START_REFUSED,
      `Another sportello runs as ${options.role} on the data folder ${dataFolder}: end it first, or choose another folder with --data.`,
      log,
    );
    return;
  }
  await app.whenReady();
  const { electron, node } = process.versions;
  log({ event: 'started', role: options.role, version: app.getVersion(), electron, node });
  app.on('window-all-closed', () => app.quit());

  const feeds: FeedRelay[] = [];
  let server: ServerSupervisor | null = null;
  let urlOfOther: string | null = null;
  let isEnding = false;
  app.once('before-quit', () => {
    isEnding = true;
  });
  const reading = readings(setup);
  const isDrawn = openWindows(setup, reading, () => server?.url() ?? urlOfOther, feeds);
  prepareAnswers();
  quitCleanly(() => server, feeds, log);

  // Server and page would share the processor, and the page is what a person waits for.
  await Promise.race([isDrawn, timePassed(LONGEST_WITHOUT_SERVER_MS)]);
  const port = serverPort(options, await reading.config.ask());
  if (isEnding) return;
  if (ownsServer(options.role)) {
    const { runServer } = await import('./run-server.ts');
    server = runServer(setup, port, feeds);
    return;
  }
  urlOfOther = localUrl(port);
  for (const feed of feeds) void feed.connect(urlOfOther);
}

function serverPort(options: Options, config: Config): number {
  return options.port ?? config.server.port;
}

function localUrl(port: number): string {
  return `http://127.0.0.1:${port}`;
}

function timePassed(ms: number): Promise<void> {
  return new Promise((resolve) => {
    startTimer(ms, resolve);
  });
}

/** Resolves when the window in front of the public has been drawn; at once where there is none. */
async function openWindows(
  setup: Setup,
  { config, content }: Readings,
  serverUrl: () => string | null,
  feeds: FeedRelay[],
): Promise<void> {
  const { options, dataFolder, folders, log } = setup;
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
        readClips: async (language) => readClips(await clipFolders(), language),
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
    const callOperation = createOperationRelay({ serverUrl, readToken });
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
        kiosk.stand(settings.kiosk.orientation);
        checkMounting(kiosk.window, settings, log);
      });
      void Promise.all([config.atHand, kiosk.isDrawn]).then(([{ printer }]) => {
        if (printer === undefined) return;
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

/** Lets the server finish what is under way before the program ends. */
function quitCleanly(
  runningServer: () => ServerSupervisor | null,
  feeds: readonly FeedRelay[],
  log: Log,
): void {
  let isServerEnded = false;
  app.once('before-quit', () => log({ event: 'stopping' }));
  app.on('will-quit', (event) => {
    for (const feed of feeds) feed.stop();
    const server = runningServer();
    if (isServerEnded || server === null) return;
    event.preventDefault();
    void server.stop().then(() => {
      isServerEnded = true;
      app.quit();
    });
  });
}
