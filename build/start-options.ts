import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { Stop } from './stop.ts';

const roles = ['all', 'kiosk', 'desk', 'board', 'server'] as const;

/** What a computer is used as; `all` is the whole demo office on one. */
export type Role = (typeof roles)[number];

/** The options of `npm start`. */
export type StartOptions = {
  readonly role: Role;
  /** Absolute path, or undefined for the default. */
  readonly dataFolder: string | undefined;
  readonly port: number;
  /** Undefined leaves it to the role. */
  readonly display: 'windowed' | 'fullscreen' | undefined;
  readonly newPasswords: boolean;
  readonly help: boolean;
  /** Prints how long each step took. */
  readonly timing: boolean;
};

export const startHelp = `Starts sportello with its demo office.

  npm start -- [options]

  --role ROLE       what this computer is: all (default), kiosk, desk, board or server
  --data DIR        folder of the office's data (default: "sportello" in your data folder)
  --port N          port of the queue server on this computer (default 8400)
  --windowed        show windows that can be moved
  --fullscreen      fill the screen
  --new-passwords   give every account of the demo office a new password and print them
  --timing          print how long each step took
  --help            print this

Without a display the server runs alone and prints the addresses for a browser.
ELECTRON_OVERRIDE_DIST_PATH names a folder with an unpacked Electron to use instead.`;

/** The exit code of a command whose options were wrong, as in most Unix programs. */
const usageExitCode = 2;

/**
 * Reads the options of `npm start`. A {@link Stop} with one sentence says what is wrong.
 *
 * @param workingFolder relative folders are taken from here
 */
export function parseStartOptions(args: readonly string[], workingFolder: string): StartOptions {
  const values = parseStrictly(args);
  return {
    role: parseRole(values.role ?? 'all'),
    dataFolder: parseDataFolder(values.data, workingFolder),
    port: parsePort(values.port ?? '8400'),
    display: parseDisplay(values.windowed === true, values.fullscreen === true),
    newPasswords: values['new-passwords'] === true,
    help: values.help === true,
    timing: values.timing === true,
  };
}

/** The options as the app and the server take them, folders absolute. */
export function forwardedOptions(options: StartOptions, dataFolder: string): readonly string[] {
  return [
    `--data=${dataFolder}`,
    `--port=${options.port}`,
    ...(options.newPasswords ? ['--new-passwords'] : []),
  ];
}

function parseStrictly(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      strict: true,
      allowPositionals: false,
      options: {
        role: { type: 'string' },
        data: { type: 'string' },
        port: { type: 'string' },
        windowed: { type: 'boolean' },
        fullscreen: { type: 'boolean' },
        'new-passwords': { type: 'boolean' },
        timing: { type: 'boolean' },
        help: { type: 'boolean' },
      },
    }).values;
  } catch (error) {
    throw misuse(firstSentence(error));
  }
}

/** Node adds advice on how to write positionals after the first sentence. */
function firstSentence(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.split(/\. |\n/)[0] ?? message;
}

function parseRole(text: string): Role {
  const role = roles.find((candidate) => candidate === text);
  if (role === undefined) throw misuse(`--role is ${roles.join(', ')}, not "${text}"`);
  return role;
}

function parseDataFolder(text: string | undefined, workingFolder: string): string | undefined {
  if (text === '') throw misuse('--data needs the path of a folder');
  return text === undefined ? undefined : resolve(workingFolder, text);
}

/** 0 lets the system choose a free port; IANA reserves nothing above 65535. */
function parsePort(text: string): number {
  const port = Number(text);
  if (!/^\d{1,5}$/.test(text) || port > 65_535) {
    throw misuse(`--port is a number from 0 to 65535, not "${text}"`);
  }
  return port;
}

function parseDisplay(windowed: boolean, fullscreen: boolean): StartOptions['display'] {
  if (windowed && fullscreen) throw misuse('--windowed and --fullscreen exclude each other');
  if (windowed) return 'windowed';
  return fullscreen ? 'fullscreen' : undefined;
}

function misuse(sentence: string): Stop {
  return new Stop(`${sentence}; see npm start -- --help.`, usageExitCode);
}
