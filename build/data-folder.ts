import { chownSync, existsSync, lstatSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Account, accountCan } from './account.ts';
import { Stop } from './stop.ts';

/**
 * Makes the data folder exist and writable for the account that Electron and the server run as.
 * A folder that exists already is left as it is: whose it is, is for its owner to decide.
 */
export function prepareDataFolder(folder: string, account: Account | undefined): void {
  const created = createFolder(folder);
  if (account === undefined) return;
  if (created !== undefined) giveAway(created, account);
  if (accountCan(account, '-w', folder)) return;
  if (created !== undefined) rmSync(created, { recursive: true });
  throw new Stop(
    `The account ${account.name}, which runs the office when root starts it, cannot write to the data folder ${folder}: choose one outside root's home, or give it this one with chown -R ${account.name}: ${folder}`,
  );
}

/** Returns the topmost folder it had to create. */
function createFolder(folder: string): string | undefined {
  try {
    return mkdirSync(folder, { recursive: true, mode: 0o750 });
  } catch (error) {
    const { code, path } = error as NodeJS.ErrnoException;
    throw new Stop(
      `The data folder ${folder} cannot be created at ${path ?? dirname(folder)} (${code}): choose another with --data.`,
    );
  }
}

function giveAway(path: string, account: Account): void {
  if (!existsSync(path)) return;
  chownSync(path, account.userId, account.groupId);
  if (!lstatSync(path).isDirectory()) return;
  for (const name of readdirSync(path)) giveAway(join(path, name), account);
}
