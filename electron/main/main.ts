import { app } from 'electron';
import { prepareAnswers, registerAppScheme } from './app-protocol.ts';
import { ownsServer } from './arguments.ts';
import { type FeedRelay, startTimer } from './feed-relay.ts';
import { becomeOnlyInstance } from './instance-lock.ts';
import type { Log } from './log.ts';
import { readings } from './readings.ts';
import { EXIT_START_REFUSED } from './recovery/exit-codes.ts';
import { endOnUncaughtErrors } from './recovery/uncaught-errors.ts';
import { localUrl, serverPort } from './server-address.ts';
import type { ServerSupervisor } from './server-supervisor.ts';
import { prepare, refuse, type Setup } from './setup.ts';
import { openWindows } from './windows/open-windows.ts';

/** A page that does not come must not keep the server, and with it the other windows, away. */
const LONGEST_WITHOUT_SERVER_MS = 3_000;

endOnUncaughtErrors();
registerAppScheme();
const setup = prepare();
if (setup !== null) void start(setup);

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
  let isEnding = false;
  app.once('before-quit', () => {
    isEnding = true;
  });
  const reading = readings(setup);
  const port = async () => serverPort(options, await reading.config.ask());
  const isOwnServer = ownsServer(options.role);
  const isDrawn = openWindows({
    setup,
    reading,
    feeds,
    serverUrl: async () => (isOwnServer ? (server?.url() ?? null) : localUrl(await port())),
    isEnding: () => isEnding,
  });
  // Where it fails once nobody waits for it any more, the program ends all the same.
  void isDrawn.then(() => undefined);
  prepareAnswers();
  quitCleanly(() => server, feeds, log);

  // Server and page would share the processor, and the page is what a person waits for.
  await Promise.race([isDrawn, timePassed(LONGEST_WITHOUT_SERVER_MS)]);
  if (!isOwnServer) {
    const url = localUrl(await port());
    for (const feed of feeds) void feed.connect(url);
    return;
  }
  const { runServer } = await import('./run-server.ts');
  const ownPort = await port();
  if (!isEnding) server = runServer(setup, ownPort, feeds);
}

function timePassed(ms: number): Promise<void> {
  return new Promise((resolve) => {
    startTimer(ms, resolve);
  });
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
