import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { err, ok, type Result } from '../contract/result.ts';

export type CliOptions = {
  readonly dataFolder: string | null;
  readonly port: number | null;
  readonly host: string | null;
  readonly contentFolder: string | null;
  readonly newPasswords: boolean;
  readonly quiet: boolean;
  readonly help: boolean;
};

export const HELP = `The queue server of one office.

  --data DIR         where the database, configuration and logs are
                     (default: sportello in the user's data folder)
  --port N           port to listen on; 0 takes any free one (default: 8400)
  --host ADDRESS     loopback address to listen on (default: 127.0.0.1)
  --content DIR      folder whose files replace those of the content shipped
  --new-passwords    give every account a new password, shown once
  --quiet            do not print addresses and accounts, unless a password is new
  --help             this text
`;

/** Reads the command line. The error is one sentence for the person who typed it. */
export function parseOptions(args: readonly string[]): Result<CliOptions, string> {
  let values: ReturnType<typeof parse>;
  try {
    values = parse(args);
  } catch (error) {
    const reason = error instanceof Error ? (error.message.split('. ')[0] ?? '') : '';
    return err(`${reason}: see --help.`);
  }
  const empty = (['data', 'content'] as const).find((name) => values[name] === '');
  if (empty !== undefined) return err(`The option --${empty} names no folder: see --help.`);
  const port = values.port === undefined ? null : Number(values.port);
  if (port !== null && !(/^\d{1,5}$/.test(values.port ?? '') && port <= 65_535)) {
    return err(`The option --port has the value "${values.port}": give a number from 0 to 65535.`);
  }
  return ok({
    dataFolder: values.data === undefined ? null : resolve(values.data),
    port,
    host: values.host ?? null,
    contentFolder: values.content === undefined ? null : resolve(values.content),
    newPasswords: values['new-passwords'],
    quiet: values.quiet,
    help: values.help,
  });
}

function parse(args: readonly string[]) {
  return parseArgs({
    args: [...args],
    allowPositionals: false,
    options: {
      data: { type: 'string' },
      port: { type: 'string' },
      host: { type: 'string' },
      content: { type: 'string' },
      'new-passwords': { type: 'boolean', default: false },
      quiet: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  }).values;
}

const LOOPBACK = new Set(['127.0.0.1', '::1', 'localhost']);

/** Whether only this machine can reach the address. */
export function isLoopback(host: string): boolean {
  return LOOPBACK.has(host);
}
