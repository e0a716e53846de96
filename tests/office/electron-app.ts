import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type ElectronApplication, expect, type Page } from 'playwright/test';
import { heldApp } from './held-app.ts';

/** How to start the program for a test. */
export interface LaunchOptions {
  readonly role?: 'all' | 'kiosk' | 'desk' | 'board';
  /** Left in place when the program is closed; without it, a new folder that is removed then. */
  readonly dataFolder?: string;
  /** 0, the default, lets the system choose. */
  readonly port?: number;
  readonly display?: 'windowed' | 'fullscreen';
}

/** The program as it runs for citizens and staff. */
export interface RunningApp {
  readonly electron: ElectronApplication;
  readonly dataFolder: string;
  /** The page of a window, once it is open. */
  page(address: RegExp): Promise<Page>;
  /** The address of the queue server, once it answers. */
  serverUrl(): Promise<string>;
  /** What the main process has written to its log since this start. */
  log(): { readonly event: string; readonly [fact: string]: unknown }[];
  /** Ends the program as its user does, and waits for its end. */
  close(): Promise<void>;
}

/**
 * Starts the built program in the real Electron, with the sandbox on. Where and how is in the
 * environment that `npm test` prepares.
 */
export async function launchApp(options: LaunchOptions = {}): Promise<RunningApp> {
  const dataFolder = options.dataFolder ?? mkdtempSync(join(tmpdir(), 'sportello-e2e-'));
  const logFile = join(dataFolder, 'logs', 'main.log');
  const bytesBefore = statSync(logFile, { throwIfNoEntry: false })?.size ?? 0;
  const held = heldApp(required('SPORTELLO_APP'));
  const electron = await _electron
    .launch({
      executablePath: required('SPORTELLO_ELECTRON'),
      args: [
        held.folder,
        `--role=${options.role ?? 'all'}`,
        `--data=${dataFolder}`,
        `--port=${options.port ?? 0}`,
        `--voices=${voicesFolder()}`,
        `--${options.display ?? 'windowed'}`,
      ],
      chromiumSandbox: true,
      env: definedEnvironment(),
    })
    .catch((error: unknown) => {
      held.remove();
      throw error;
    });
  const log = (): ReturnType<RunningApp['log']> =>
    readFileSync(logFile)
      .subarray(bytesBefore)
      .toString('utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line));

  return {
    electron,
    dataFolder,
    async page(address) {
      const find = () => electron.windows().find((page) => address.test(page.url()));
      await expect.poll(() => find() !== undefined, { timeout: 20_000 }).toBe(true);
      const page = find();
      if (page === undefined) throw new Error(`no window shows ${address}`);
      page.setDefaultTimeout(15_000);
      await page.waitForLoadState();
      return page;
    },
    async serverUrl() {
      const readyUrl = () => log().findLast(({ event }) => event === 'serverReady')?.['url'];
      await expect.poll(readyUrl, { timeout: 20_000 }).toBeDefined();
      return String(readyUrl());
    },
    log,
    async close() {
      await electron.close();
      held.remove();
      if (options.dataFolder === undefined) rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}

/** The kiosk's page, which is there before its server. */
export const KIOSK_PAGE = /^app:\/\/sportello\/kiosk\//;
export const BOARD_PAGE = /^app:\/\/sportello\/board\//;
export const DESK_PAGE = /^http:\/\/127\.0\.0\.1:\d+\/desk\//;

/** Where the clips are that the kiosk plays. */
export function voicesFolder(): string {
  return required('SPORTELLO_VOICES');
}

function required(name: string): string {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is not set: run this with "npm test"`);
  return value;
}

function definedEnvironment(): Record<string, string> {
  const entries = Object.entries(process.env).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as Record<string, string>;
}
