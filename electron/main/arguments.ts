import { parseArgs } from 'node:util';
import { err, ok, type Result } from '../contract/result.ts';

/** What this program is for on this computer. `all` is the server and the kiosk together. */
const roles = ['all', 'kiosk', 'desk', 'board', 'server'] as const;
export type ProgramRole = (typeof roles)[number];

/** The program's own options. What is not given here comes from the configuration. */
export interface Options {
  readonly role: ProgramRole;
  /** Folder of database, configuration, tokens and logs; undefined: the user's data folder. */
  readonly dataFolder: string | undefined;
  /** TCP port of the server on 127.0.0.1; 0 lets the system choose. */
  readonly port: number | undefined;
  /**
   * Whether a public screen is a window that can be moved and closed. So by default where one
   * computer is the whole demo office; a kiosk or board fills its screen.
   */
  readonly isWindowed: boolean;
  /** Whether the server makes new passwords for the accounts of the demo office. */
  readonly newPasswords: boolean;
  /** Folder of the voices; undefined: those inside the program. */
  readonly voicesFolder: string | undefined;
  readonly devTools: boolean;
}

/**
 * Switches of Chromium and Node that may stand beside the program's own: for a display that needs
 * them, for the launcher of the tests, and for the substitute runtime.
 */
const runtimeSwitches = new Set([
  'disable-gpu',
  'enable-logging',
  'force-device-scale-factor',
  'inspect',
  'lang',
  'log-level',
  'ozone-platform',
  'remote-debugging-pipe',
  'remote-debugging-port',
]);

const ownOptions = {
  role: { type: 'string' },
  data: { type: 'string' },
  port: { type: 'string' },
  voices: { type: 'string' },
  windowed: { type: 'boolean' },
  fullscreen: { type: 'boolean' },
  'new-passwords': { type: 'boolean' },
  'dev-tools': { type: 'boolean' },
} as const;

/**
 * Reads the command line, without the program's own name. A positional argument is the app's
 * folder, which an unpackaged Electron is given. The error is one sentence for the person who
 * typed it.
 */
export function parseOptions(argv: readonly string[]): Result<Options, string> {
  const { tokens } = parseArgs({
    args: [...argv],
    options: ownOptions,
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const given = new Map<string, string | undefined>();
  let positionals = 0;
  for (const token of tokens) {
    if (token.kind === 'positional') positionals += 1;
    if (token.kind !== 'option') continue;
    if (isOwnOption(token.name)) {
      const takesValue = ownOptions[token.name].type === 'string';
      if (takesValue && (token.value === undefined || token.value === '')) {
        return err(`The option ${token.rawName} needs a value.`);
      }
      if (!takesValue && token.value !== undefined) {
        return err(`The option ${token.rawName} takes no value.`);
      }
      if (given.has(token.name)) return err(`The option ${token.rawName} is given twice.`);
      given.set(token.name, token.value);
    } else if (token.name === 'no-sandbox') {
      return err('The option --no-sandbox is refused: the sandbox of Chromium is always on.');
    } else if (!runtimeSwitches.has(token.name)) {
      return err(`The option ${token.rawName} is unknown.`);
    }
  }
  if (positionals > 1) return err('The command line holds a word that is no option.');
  if (given.has('windowed') && given.has('fullscreen')) {
    return err('Choose either --windowed or --fullscreen.');
  }

  const role = given.get('role') ?? 'all';
  if (!isRole(role)) return err(`The role ${role} is unknown: it is one of ${roles.join(', ')}.`);
  const portText = given.get('port');
  const port = portText === undefined ? undefined : Number(portText);
  if (portText !== undefined && (!/^\d{1,5}$/.test(portText) || Number(portText) > 65_535)) {
    return err(`The port ${portText} is no number from 0 to 65535.`);
  }
  return ok({
    role,
    dataFolder: given.get('data'),
    port,
    isWindowed: given.has('windowed') || (role === 'all' && !given.has('fullscreen')),
    newPasswords: given.has('new-passwords'),
    voicesFolder: given.get('voices'),
    devTools: given.has('dev-tools'),
  });
}

/** Whether the queue server runs in this program, not in another one on this computer. */
export function ownsServer(role: ProgramRole): boolean {
  return role === 'all' || role === 'server';
}

function isOwnOption(name: string): name is keyof typeof ownOptions {
  return Object.hasOwn(ownOptions, name);
}

function isRole(text: string): text is ProgramRole {
  return (roles as readonly string[]).includes(text);
}
