import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium, expect, type Page } from 'playwright/test';
import { type Account, ensureAccount } from '../../../build/account.ts';
import { removeFolder, temporaryFolder } from '../../support/temporary-folder.ts';

/** The installed program, running as an ordinary account. */
export interface RunningProgram {
  /** The page of a window, once it is open. */
  page(address: RegExp): Promise<Page>;
  /** The address of its queue server, once it answers. */
  serverUrl(): Promise<string>;
  /** Its processes that draw pages. */
  pageProcesses(): ProgramProcess[];
  /** Ends it as a service manager does; answers with its exit code. */
  stop(): Promise<number | null>;
}

interface ProgramProcess {
  readonly commandLine: string;
  /** What the kernel says of it (proc(5), /proc/pid/status). */
  readonly status: string;
}

/**
 * Starts the installed program with its sandbox on, as the unprivileged account where the caller
 * is root. It lets no one attach to its Node, so that it is driven through Chromium's own port.
 */
export async function startProgram(
  executable: string,
  programFolder: string,
): Promise<RunningProgram> {
  const account = process.getuid?.() === 0 ? ensureAccount() : undefined;
  const dataFolder = temporaryFolder();
  if (account !== undefined) chownSync(dataFolder, account.userId, account.groupId);
  const child = spawnAs(account, executable, [
    ...['--role=all', '--windowed', `--data=${dataFolder}`, '--port=0'],
    '--remote-debugging-port=0',
  ]);
  const ended = once(child, 'exit');
  const browser = await connect(child);

  return {
    async page(address) {
      const find = () => pagesOf(browser).find((page) => address.test(page.url()));
      await expect.poll(() => find() !== undefined, { timeout: 30_000 }).toBe(true);
      const page = find();
      if (page === undefined) throw new Error(`no window shows ${address}`);
      page.setDefaultTimeout(15_000);
      await page.waitForLoadState();
      return page;
    },
    async serverUrl() {
      const readyUrl = () => readLog(dataFolder).findLast(isServerReady)?.['url'];
      await expect.poll(readyUrl, { timeout: 30_000 }).toBeDefined();
      return String(readyUrl());
    },
    pageProcesses: () =>
      processesOf(join(programFolder, 'sportello')).filter(({ commandLine }) =>
        commandLine.includes('--type=renderer'),
      ),
    async stop() {
      await browser.close();
      child.kill('SIGTERM');
      const [exitCode] = await ended;
      removeFolder(dataFolder);
      return exitCode;
    },
  };
}

function spawnAs(
  account: Account | undefined,
  executable: string,
  args: readonly string[],
): ChildProcess {
  const stdio = ['ignore', 'ignore', 'pipe'] as const;
  if (account === undefined) return spawn(executable, [...args], { stdio: [...stdio] });
  const { name, userId, groupId, homeFolder } = account;
  const { PATH, DISPLAY } = process.env;
  return spawn(
    'setpriv',
    [`--reuid=${userId}`, `--regid=${groupId}`, '--clear-groups', executable, ...args],
    {
      cwd: homeFolder,
      env: { PATH, DISPLAY, HOME: homeFolder, USER: name, LOGNAME: name },
      stdio: [...stdio],
    },
  );
}

/**
 * Attaches once the first window shows its page: to attach while Electron makes a window can hang
 * (the window waits for its debugger, the debugger for the window).
 */
async function connect(child: ChildProcess): Promise<Browser> {
  try {
    const address = await debuggingAddress(child);
    const list = new URL('/json/list', address.replace('ws:', 'http:'));
    const pages = async (): Promise<string> => (await fetch(list)).text();
    await expect.poll(pages, { timeout: 30_000 }).toContain('app://sportello/kiosk/');
    return await chromium.connectOverCDP(address);
  } catch (error) {
    child.kill('SIGKILL');
    throw error;
  }
}

/** What Chromium prints once its port is open. The rest of stderr is kept for when it never is. */
function debuggingAddress(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = '';
    const giveUp = () => reject(new Error(`The program opened no port in time:\n${printed}`));
    setTimeout(giveUp, 30_000).unref();
    child.stderr?.on('data', (text) => {
      printed += String(text);
      const address = /DevTools listening on (ws:\S+)/.exec(printed)?.[1];
      if (address !== undefined) resolve(address);
    });
    child.once('error', reject);
    child.once('exit', (code) =>
      reject(new Error(`The program ended with ${code} at once:\n${printed}`)),
    );
  });
}

function pagesOf(browser: Browser): Page[] {
  return browser.contexts().flatMap((context) => context.pages());
}

type LogLine = { readonly event: string; readonly [fact: string]: unknown };

function isServerReady({ event }: LogLine): boolean {
  return event === 'serverReady';
}

function readLog(dataFolder: string): LogLine[] {
  return readFileSync(join(dataFolder, 'logs', 'main.log'), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
}

/** The processes that were started from an executable file. */
function processesOf(executable: string): ProgramProcess[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        const commandLine = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
        if (!commandLine.startsWith(`${executable} `)) return [];
        return [{ commandLine, status: readFileSync(`/proc/${pid}/status`, 'utf8') }];
      } catch {
        // It has ended meanwhile.
        return [];
      }
    });
}
