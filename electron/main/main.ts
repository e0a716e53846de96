import { accessSync, constants, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { app, type BrowserWindow, ipcMain } from 'electron';
import type { Config } from '../config/config.ts';
import { defaultDataFolder, officeContentFolder } from '../config/data-folder.ts';
import { configProblemSentence, loadConfig } from '../config/load-config.ts';
import { mountingProblemSentence } from '../config/mounting.ts';
import type { ContentForWindows } from '../content/read-for-windows.ts';
import type { Content } from '../contract/content.ts';
import type { DeviceRole } from '../contract/vocabulary.ts';
import { createTcpEscposPrinter } from '../devices/tcp-escpos-printer.ts';
import { type AppFolders, appFolders } from './app-folders.ts';
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
import { withPlace } from './kiosk-place.ts';
import { lockApp } from './lockdown/app-lock.ts';
import { type Log, openLog } from './log.ts';
import { createOperationRelay } from './operation-relay.ts';
import { createPrinting } from './printing.ts';
import { logChildProcessDeaths } from './recovery/child-processes.ts';
import { EXIT_START_REFUSED, EXIT_WRONG_SETTINGS } from './recovery/exit-codes.ts';
import { endOnUncaughtErrors, logUncaughtErrors } from './recovery/uncaught-errors.ts';
import { startServerProcess } from './server-process.ts';
import { type ServerSupervisor, superviseServer } from './server-supervisor.ts';
import { createTicketDesk } from './ticket-desk.ts';
import { readWindowContent } from './window-content.ts';
import { openBoardWindow } from './windows/board-window.ts';
import { openDeskWindow } from './windows/desk-window.ts';
import { openKioskWindow } from './windows/kiosk-window.ts';
import type { PageWindowServices } from './windows/page-window.ts';
import { openTicketWindow, type TicketWindow } from './windows/ticket-window.ts';

/** What a start has found out before it opens anything. */
interface Setup {
  readonly options: Options;
  readonly dataFolder: string;
  readonly folders: AppFolders;
  readonly config: Config;
  readonly log: Log;
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

/** Reads options and configuration; all that must happen before Electron is ready. */
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

  const config = loadConfig({ dataFolder, environment: process.env });
  if (!config.ok) return refuse(EXIT_WRONG_SETTINGS, configProblemSentence(config.error), log);

  // Chromium's own files, and with them its lock against a second start, belong to this role on
  // this data folder: kiosk and board may stand side by side.
  app.setPath('userData', join(dataFolder, 'chromium', options.role));
  lockApp({ devTools: options.devTools, log });
  logChildProcessDeaths(log);
  const folders = appFolders(app.getAppPath());
  return { options, dataFolder, folders, config: config.value, log };
}

/** Reads the content; does not resolve where there is none to go on with, and the program ends. */
async function readContent(setup: Setup): Promise<ContentForWindows> {
  const { options, dataFolder, folders, config, log } = setup;
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

/** When the content is read. */
interface ContentReading {
  /** Resolves once somebody has it read; never, where the program ends for want of content. */
  readonly atHand: Promise<ContentForWindows>;
  /** Has it read, once. */
  readonly read: () => Promise<ContentForWindows>;
}

/**
 * Reads the content when it is first asked for, which a page does as soon as it is there: until then,
 * all that this process does keeps the page away.
 */
function contentReading(setup: Setup): ContentReading {
  let start: () => void = () => undefined;
  const atHand = new Promise<void>((resolve) => {
    start = resolve;
  }).then(() => readContent(setup));
  return {
    atHand,
    read: () => {
      start();
      return atHand;
    },
  };
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
  const port = options.port ?? setup.config.server.port;
  let server: ServerSupervisor | null = null;
  let isEnding = false;
  app.once('before-quit', () => {
    isEnding = true;
  });
  const serverUrl = () =>
    ownsServer(options.role) ? (server?.url() ?? null) : `http://127.0.0.1:${port}`;
  const content = contentReading(setup);
  const isDrawn = openWindows(setup, content, serverUrl, feeds);
  prepareAnswers();
  quitCleanly(() => server, feeds, log);

  if (!ownsServer(options.role)) {
    for (const feed of feeds) void feed.connect(`http://127.0.0.1:${port}`);
    return;
  }
  // Server and page would share the processor, and the page is what a person waits for.
  await Promise.race([isDrawn, timePassed(LONGEST_WITHOUT_SERVER_MS)]);
  if (!isEnding) server = runServer(setup, port, feeds);
}

function timePassed(ms: number): Promise<void> {
  return new Promise((resolve) => {
    startTimer(ms, resolve);
  });
}

function runServer(setup: Setup, port: number, feeds: readonly FeedRelay[]): ServerSupervisor {
  const { options, dataFolder, folders, log } = setup;
  return superviseServer({
    start: (startPort, isRestart) =>
      startServerProcess({
        file: folders.serverFile,
        dataFolder,
        port: startPort,
        // Asked for once: a restart must not change the passwords again.
        newPasswords: options.newPasswords && !isRestart,
        isQuiet: isRestart,
      }),
    port,
    nowMs: () => performance.now(),
    startTimer,
    onFirstReady: (url) => {
      for (const feed of feeds) void feed.connect(url);
    },
    // The server has said on stderr what is wrong.
    onStartFailed: (exitCode) => app.exit(exitCode === 0 ? EXIT_START_REFUSED : exitCode),
    log,
  });
}

/** Resolves when the window in front of the public has been drawn; at once where there is none. */
async function openWindows(
  setup: Setup,
  { atHand, read }: ContentReading,
  serverUrl: () => string | null,
  feeds: FeedRelay[],
): Promise<void> {
  const { options, config, dataFolder, folders, log } = setup;
  const ownContent = officeContentFolder(config, dataFolder);
  const clipFolders: ClipFolders = {
    spoken: resolve(options.voicesFolder ?? folders.voices),
    recorded: ownContent === undefined ? undefined : join(ownContent, 'audio'),
  };
  const services: PageWindowServices = {
    gate: openIpc(ipcMain, log),
    log,
    devTools: options.devTools,
    pages: { folder: folders.renderer, clips: clipFolders },
    preloadFile: folders.preloadFile,
  };
  const ticketDesk = createTicketDesk();
  let ticketWindow: TicketWindow | null = null;
  const printing = createPrinting({
    printer: config.printer === undefined ? null : createTcpEscposPrinter(config.printer),
    draw: (face) => {
      if (ticketWindow === null) throw new Error('there is no ticket window');
      return ticketWindow.draw(face);
    },
    log,
  });
  const connection = (role: DeviceRole) => {
    const readToken = deviceTokenFile(dataFolder, role);
    const feed = createFeedRelay({
      platform: nodeFeedPlatform(readToken, (error) =>
        log({ event: 'feedListenerFailed', message: String(error) }),
      ),
    });
    feeds.push(feed);
    const relay = createOperationRelay({ serverUrl, readToken });
    const { place } = config.kiosk;
    const callOperation = role === 'kiosk' && place !== undefined ? withPlace(relay, place) : relay;
    const reporting = startDeviceReporting({
      callOperation,
      printing: role === 'kiosk' ? printing : null,
      content: atHand.then(({ trouble }) => trouble),
      startTimer,
    });
    app.once('will-quit', () => reporting.stop());
    return { feed, callOperation };
  };
  const shared = {
    sound: config.kiosk.sound,
    readContent: async () => new JsonText((await read()).json),
    readClips: (language: string) => readClips(clipFolders, language),
    printing,
    ticketDesk,
  };
  const kioskHost = createHostOperations({
    panel: config.kiosk.panel ?? null,
    ...shared,
  });

  switch (options.role) {
    case 'all':
    case 'kiosk': {
      const kiosk = openKioskWindow({
        services,
        host: kioskHost,
        ...connection('kiosk'),
        isWindowed: options.isWindowed,
        orientation: config.kiosk.orientation,
      });
      checkMounting(kiosk.window, setup);
      if (config.printer !== undefined) {
        ticketWindow = openTicketWindow({
          services,
          host: kioskHost,
          ticketDesk,
          widthDots: config.printer.widthDots,
        });
      }
      return kiosk.isDrawn;
    }
    case 'board':
      openBoardWindow({
        services,
        host: createHostOperations({
          panel: config.board.panel ?? null,
          ...shared,
        }),
        ...connection('board'),
        isWindowed: options.isWindowed,
      });
      return;
    case 'desk':
      openDeskWindow({
        serverUrl: serverUrl() ?? '',
        content: JSON.parse((await read()).json) as Content,
        devTools: options.devTools,
        log,
      });
      return;
    case 'server':
      await read();
      return;
  }
}

/** Says where the panel's mounting height does not allow the low-reach mode; the kiosk goes on. */
function checkMounting(kiosk: BrowserWindow, { config, log }: Setup): void {
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
