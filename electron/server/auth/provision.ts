import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DeviceRole } from '../../contract/vocabulary.ts';
import type { OfficeSetup } from '../office.ts';
import type { AccessStore } from '../store/store.ts';
import { hashPassword } from './password.ts';
import { newPassword, newToken, sha256 } from './secrets.ts';

/** An account whose password was made just now: the only moment at which it can be shown. */
export type NewPassword = {
  readonly account: string;
  readonly password: string;
  readonly isNewAccount: boolean;
};

/**
 * Sees to it that every account of the office exists. Passwords are random; with `renewAll` every
 * account gets another one, and its sessions end.
 */
export async function ensureAccounts(
  store: Pick<AccessStore, 'listAccounts' | 'saveAccount'>,
  { officeId, accounts }: OfficeSetup,
  renewAll: boolean,
): Promise<NewPassword[]> {
  const known = new Set((await store.listAccounts(officeId)).map(({ account }) => account));
  const wanted = accounts.filter(({ account }) => renewAll || !known.has(account));
  const made = await Promise.all(
    wanted.map(async (person) => {
      const password = newPassword();
      return { person, password, passwordHash: await hashPassword(password) };
    }),
  );
  // Hashing takes seconds: whoever ends the program meanwhile must not leave half the accounts with
  // passwords that nobody has seen.
  for (const { person, passwordHash } of made) {
    const { account, displayName, role } = person;
    await store.saveAccount({ officeId, account, displayName, role, passwordHash });
  }
  return made.map(({ person: { account }, password }) => ({
    account,
    password,
    isNewAccount: !known.has(account),
  }));
}

/**
 * The token of the office's kiosk or board, kept in `<folder>/<role>.token` for the windows of this
 * machine. A file that is missing or of another database gets a new token.
 */
export async function ensureDeviceToken(
  store: AccessStore,
  folder: string,
  { officeId }: Pick<OfficeSetup, 'officeId'>,
  role: DeviceRole,
  nowMs: number,
): Promise<string> {
  const file = join(folder, `${role}.token`);
  // A folder of that name has no token in it, and is named by the error below.
  if (statSync(file, { throwIfNoEntry: false })?.isFile()) {
    const token = readFileSync(file, 'utf8').trim();
    const device = await store.findDevice(sha256(token));
    if (device?.officeId === officeId && device.role === role) return token;
  }
  const token = newToken();
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  writeFileSync(file, `${token}\n`, { mode: 0o600 });
  await store.addDevice({ officeId, tokenSha256: sha256(token), role, createdAtMs: nowMs });
  return token;
}
