import { accessSync, constants, mkdirSync } from 'node:fs';
import { uptime } from 'node:os';
import { join } from 'node:path';
import { defaultDataFolder, officeContentFolder } from '../config/data-folder.ts';
import { configProblemSentence, loadConfig } from '../config/load-config.ts';
import { describeUnused, loadWithLastGood } from '../content/last-good.ts';
import { describeProblem, loadContents } from '../content/load-content.ts';
import { contentTrouble } from '../contract/device-report.ts';
import { err, ok, type Result } from '../contract/result.ts';
import { ensureAccounts, ensureDeviceToken, type NewPassword } from './auth/provision.ts';
import { openLog } from './log.ts';
import { type OfficeSetup, officeSetup } from './office.ts';
import { type CliOptions, HELP, isLoopback, parseOptions } from './options.ts';
import { findPlaces } from './places.ts';
import { type RunningServer, type StartProblem, startServer } from './server.ts';
import {
  DATABASE_URL_VARIABLE,
  databaseProblemSentence,
  openDatabase,
} from './store/open-database.ts';
import { databaseFile, storeProblemSentence } from './store/sqlite/open-store.ts';

/** Why the server does not start, in sentences for the person who started it. */
type Refusal = {
  /** 2 for options and configuration, 1 for the machine and the data. */
  readonly exitCode: 1 | 2;
  readonly sentences: readonly string[];
};

/** Longer than any stop should take, and within what an operating system allows at its own end. */
const LONGEST_STOP_MS = 3_000;

/** The port to the main process, where an Electron utility process runs this file. */
type ParentPort = { postMessage(message: unknown): void };

function parentPort(): ParentPort | null {
  return 'parentPort' in process && process.parentPort
    ? (process.parentPort as unknown as ParentPort)
    : null;
}

/** Writes a surprise to the log, once there is one. */
let surprised: (error: unknown) => void = () => undefined;

function describeError(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

const refuse = (exitCode: 1 | 2, ...sentences: string[]) => err<Refusal>({ exitCode, sentences });

/** Ends the process once the sentences are written: pipes are asynchronous on some systems. */
function leave(exitCode: number, sentences: readonly string[]): void {
  process.exitCode = exitCode;
  process.stderr.write(`${sentences.join('\n')}\n`, () => process.exit(exitCode));
}

/** For people. What programs read goes to stdout. */
function tell(text: string): void {
  process.stderr.write(`${text}\n`);
}

async function start(options: CliOptions): Promise<Result<RunningServer, Refusal>> {
  const dataFolder = options.dataFolder ?? defaultDataFolder(process.platform, process.env);
  const writable = prepareFolder(dataFolder);
  if (!writable.ok) return refuse(1, writable.error);

  const config = loadConfig({ dataFolder, environment: process.env });
  if (!config.ok) return refuse(2, configProblemSentence(config.error));
  const host = options.host ?? config.value.server.host;
  if (!isLoopback(host)) {
    return refuse(
      2,
      `The server listens on this machine only until it has TLS: give 127.0.0.1 instead of "${host}".`,
    );
  }
  const { phone } = config.value.server;
  if (phone !== undefined && !isLoopback(phone.host)) {
    return refuse(
      2,
      `The pages for phones are answered on this machine only, to a reverse proxy that has TLS: give 127.0.0.1 as server.phone.host instead of "${phone.host}".`,
    );
  }

  const places = findPlaces(import.meta.dirname);
  const overrideDir = options.contentFolder ?? officeContentFolder(config.value, dataFolder);
  let notKept: unknown = null;
  const atHand = loadWithLastGood({
    folders: { baseDir: places.contentFolder, overrideDir },
    dataFolder,
    load: loadContents,
    onNotKept: (error) => {
      notKept = error;
    },
  });
  if (!atHand.ok) return refuse(2, ...atHand.error.map(describeProblem));
  const { content: contents, problems } = atHand.value;

  const databaseUrl = process.env[DATABASE_URL_VARIABLE] ?? config.value.server.databaseUrl;
  const opened = await openDatabase({ dataFolder, databaseUrl, nowMs: Date.now() });
  if (!opened.ok) return refuse(1, databaseProblemSentence(opened.error));
  const store = opened.value;
  const log = openLog(dataFolder);
  surprised = (error) => log({ event: 'jobFailed', job: 'process', error: describeError(error) });

  for (const line of describeUnused(problems)) tell(line);
  if (problems.length > 0) {
    log({ event: 'lastGoodContentUsed', problems: problems.map(describeProblem) });
  }
  if (notKept !== null) log({ event: 'contentNotKept', error: String(notKept) });

  const server = await startServer({
    store,
    contents,
    contentTrouble: contentTrouble(problems),
    host,
    port: options.port ?? config.value.server.port,
    ticketRate: config.value.server.ticketRate,
    staticFolder: places.staticFolder,
    phone: phone === undefined ? null : { ...phone, pageFolder: places.phoneFolder },
    version: places.version,
    log,
    retentionDays: config.value.retentionDays,
    // The system's uptime runs on while the computer sleeps; a process's own clock does not.
    readClock: () => ({ wallMs: Date.now(), uptimeMs: uptime() * 1_000 }),
  });
  if (!server.ok) {
    await store.close();
    return refuse(
      1,
      startProblemSentence(server.error, databaseUrl === undefined ? dataFolder : null),
    );
  }
  const isOneOfMany = contents.length > 1;
  for (const { office: configured } of contents) {
    const office = officeSetup(configured);
    const devices = devicesFolder(dataFolder, office, isOneOfMany);
    const tokens = {
      kiosk: await ensureDeviceToken(store, devices, office, 'kiosk', Date.now()),
      board: await ensureDeviceToken(store, devices, office, 'board', Date.now()),
    };
    // Only now is it certain that new passwords are seen by somebody.
    const passwords = await ensureAccounts(store, office, options.newPasswords);
    for (const { account, isNewAccount } of passwords) {
      log({ event: isNewAccount ? 'accountCreated' : 'passwordReplaced', account });
    }
    if (!options.quiet || passwords.length > 0) {
      describe(office, server.value.url, isOneOfMany, tokens, passwords);
    }
  }
  return ok(server.value);
}

/** Where the tokens of an office's windows are; a server of several offices keeps them apart. */
function devicesFolder(
  dataFolder: string,
  { officeId }: OfficeSetup,
  isOneOfMany: boolean,
): string {
  const folder = join(dataFolder, 'devices');
  return isOneOfMany ? join(folder, officeId) : folder;
}

/** Nothing is read from, or written to, a folder in which the data could not be kept. */
function prepareFolder(folder: string): Result<null, string> {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
    return ok(null);
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    return err(storeProblemSentence({ code: 'unwritable', path: folder, reason }));
  }
}

/** @param dataFolder of an SQLite database; null for PostgreSQL. */
function startProblemSentence(problem: StartProblem, dataFolder: string | null): string {
  switch (problem.code) {
    case 'damagedLedger': {
      if (dataFolder === null) {
        return `The tickets of the day contradict each other in the PostgreSQL database (${problem.reason}): restore a back-up of it. It was not changed.`;
      }
      const path = databaseFile(dataFolder);
      return storeProblemSentence({ code: 'damagedDatabase', path, reason: problem.reason });
    }
    case 'portInUse':
      return `Port ${problem.port} is in use by another program: stop it, or choose another with ${settingOf(problem).port}.`;
    case 'portNotAllowed':
      return `This account may not listen on port ${problem.port}: choose one above 1023 with ${settingOf(problem).port}.`;
    case 'addressNotHere':
      return `This machine does not have the address to listen on: give ${settingOf(problem).host} 127.0.0.1.`;
  }
}

/** What sets where one of the two listens. */
function settingOf({ listener }: { readonly listener: 'server' | 'phone' }) {
  return listener === 'server'
    ? { port: '--port', host: '--host' }
    : { port: 'server.phone.port', host: 'server.phone.host' };
}

function describe(
  office: OfficeSetup,
  url: string,
  isOneOfMany: boolean,
  tokens: { readonly kiosk: string; readonly board: string },
  passwords: readonly NewPassword[],
): void {
  const { name, isDemo } = office.description;
  tell(`\n${name}${isDemo ? ' (hours, people and queues are invented)' : ''}`);
  const which = isOneOfMany ? `?office=${office.officeId}` : '';
  tell(`  desk   ${url}/desk/${which}`);
  tell(`  board  ${url}/board/${which}#token=${tokens.board}`);
  tell(`  kiosk  ${url}/kiosk/${which}#token=${tokens.kiosk}`);
  if (passwords.length > 0) tell('\nAccounts and their passwords, shown this once:');
  for (const { account, displayName, role } of office.accounts) {
    const made = passwords.find((one) => one.account === account);
    if (made !== undefined) {
      tell(`  ${account.padEnd(12)} ${made.password}   ${displayName}, ${role}`);
    }
  }
  if (passwords.length < office.accounts.length) {
    const names = office.accounts
      .map(({ account }) => account)
      .filter((account) => !passwords.some((made) => made.account === account));
    tell(`\nAccounts: ${names.join(', ')}. Their passwords were shown when they were made;`);
    tell('start once with --new-passwords to make new ones.');
  }
  tell('');
}

function stopOnSignals(server: RunningServer): void {
  let isStopping = false;
  const stop = () => {
    if (isStopping) return;
    isStopping = true;
    // The data is safe in any case: every answer was durable before it was given.
    setTimeout(() => process.exit(0), LONGEST_STOP_MS).unref();
    server.close().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, stop);
}

async function main(): Promise<void> {
  // Files of this process are for its account alone, whatever creates them.
  process.umask(0o077);
  const options = parseOptions(process.argv.slice(2));
  if (!options.ok) {
    leave(2, [options.error]);
    return;
  }
  if (options.value.help) {
    process.stdout.write(HELP);
    return;
  }
  const server = await start(options.value);
  if (!server.ok) {
    leave(server.error.exitCode, server.error.sentences);
    return;
  }
  const crash = (error: unknown) => {
    surprised(error);
    leave(1, ['The server met an error it does not know and stops; the log says which.']);
  };
  process.on('uncaughtException', crash);
  process.on('unhandledRejection', crash);
  stopOnSignals(server.value);

  const ready = { event: 'ready', url: server.value.url };
  process.stdout.write(`${JSON.stringify(ready)}\n`);
  parentPort()?.postMessage(ready);
}

main().catch((error: unknown) => {
  surprised(error);
  const reason = error instanceof Error ? error.message : String(error);
  leave(1, [
    `The server cannot start: ${reason}. Correct that, or choose another folder with --data.`,
  ]);
});
