import { chmodSync, chownSync, copyFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { capture, findProgram } from './child.ts';
import { say } from './progress.ts';
import { Stop } from './stop.ts';

/** Name of the account Electron runs as when the caller is root: its sandbox refuses root. */
export const accountName = 'sportello';

/** An unprivileged account of this computer. */
export type Account = {
  readonly name: string;
  readonly userId: number;
  readonly groupId: number;
  readonly homeFolder: string;
};

/** Finds an account in the text of /etc/passwd (passwd(5): name:x:uid:gid:comment:home:shell). */
export function parseAccount(passwd: string, name: string): Account | undefined {
  for (const line of passwd.split('\n')) {
    const [lineName, , userId, groupId, , homeFolder] = line.split(':');
    if (lineName !== name || homeFolder === undefined) continue;
    return { name, userId: Number(userId), groupId: Number(groupId), homeFolder };
  }
  return undefined;
}

/** The unprivileged account; creates it (as root) where it does not exist yet. */
export function ensureAccount(): Account {
  const existing = parseAccount(readFileSync('/etc/passwd', 'utf8'), accountName);
  if (existing !== undefined) return existing;
  const useradd = findProgram('useradd');
  if (useradd === undefined) {
    throw new Stop('useradd was not found: install the package passwd, or run this without root.');
  }
  const homeFolder = '/var/lib/sportello';
  const created = capture(useradd, [
    ...['--system', '--user-group', '--create-home', '--home-dir', homeFolder],
    ...['--shell', '/usr/sbin/nologin', accountName],
  ]);
  const account = parseAccount(readFileSync('/etc/passwd', 'utf8'), accountName);
  if (account === undefined) {
    throw new Stop(`The account ${accountName} could not be created: ${created.stderr.trim()}`);
  }
  say(`Created the account ${accountName}: Electron never runs as root, it runs as this account.`);
  return account;
}

/**
 * Copies root's X authority to the account, so that it may open windows on root's display.
 * Returns the copy, or undefined where the display needs none.
 */
export function handOverDisplay(account: Account): string | undefined {
  const source = process.env['XAUTHORITY'] ?? join(process.env['HOME'] ?? '/root', '.Xauthority');
  if (process.env['DISPLAY'] === undefined || !existsSync(source)) return undefined;
  const copy = join(account.homeFolder, '.Xauthority');
  if (source === copy) return copy;
  copyFileSync(source, copy);
  chownSync(copy, account.userId, account.groupId);
  chmodSync(copy, 0o600);
  return copy;
}

/** Runs a shell test as the account, e.g. whether it can write to a folder. */
export function accountCan(account: Account, test: '-w' | '-r', path: string): boolean {
  const flags = [`--reuid=${account.userId}`, `--regid=${account.groupId}`, '--clear-groups'];
  return capture('setpriv', [...flags, 'test', test, path]).exitCode === 0;
}
