import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DeviceRole, StaffRole } from '../../electron/contract/vocabulary.ts';
import { hashPassword } from '../../electron/server/auth/password.ts';
import { newToken, sha256 } from '../../electron/server/auth/secrets.ts';
import { openStore } from '../../electron/server/store/sqlite/open-store.ts';
import type { Store } from '../../electron/server/store/store.ts';

export type TestAccount = {
  readonly account: string;
  readonly password: string;
  /** Needed only where the server serves several. */
  readonly office?: string;
};

/** Accounts of the demo office, with passwords that tests know. */
export const testAccounts = {
  ada: { account: 'ada', password: 'ada tests the desk', role: 'operator' },
  bruno: { account: 'bruno', password: 'bruno tests the desk', role: 'operator' },
  carla: { account: 'carla', password: 'carla tests the desk', role: 'supervisor' },
  dario: { account: 'dario', password: 'dario tests the desk', role: 'administrator' },
} as const satisfies Record<string, TestAccount & { role: StaffRole }>;

/** Cheap on purpose: how slow a real hash is has its own test. */
const LOG2_COST = 4;

/** The office of the content shipped. */
const DEMO_OFFICE = 'demo';

export async function addTestAccounts(store: Store, officeId = DEMO_OFFICE): Promise<void> {
  for (const { account, password, role } of Object.values(testAccounts)) {
    const passwordHash = await hashPassword(password, LOG2_COST);
    await store.saveAccount({ officeId, account, displayName: account, role, passwordHash });
  }
}

export async function addTestDevice(
  store: Store,
  role: DeviceRole,
  officeId = DEMO_OFFICE,
): Promise<string> {
  const token = newToken();
  await store.addDevice({ officeId, tokenSha256: sha256(token), role, createdAtMs: 0 });
  return token;
}

export type Provisioned = {
  /** One for each kiosk asked for; the first is the one in `devices/kiosk.token`. */
  readonly kioskTokens: readonly [string, ...string[]];
  readonly boardToken: string;
};

/** Puts accounts and devices into a data folder before a server has it. */
export async function provision(dataFolder: string, kiosks = 1): Promise<Provisioned> {
  const opened = openStore({ dataFolder, nowMs: Date.now() });
  if (!opened.ok) throw new Error(opened.error.code);
  const store = opened.value;
  await addTestAccounts(store);
  const first = await addTestDevice(store, 'kiosk');
  const others: string[] = [];
  while (others.length < kiosks - 1) others.push(await addTestDevice(store, 'kiosk'));
  const boardToken = await addTestDevice(store, 'board');
  await store.close();

  mkdirSync(join(dataFolder, 'devices'), { mode: 0o700 });
  writeFileSync(join(dataFolder, 'devices', 'kiosk.token'), first, { mode: 0o600 });
  writeFileSync(join(dataFolder, 'devices', 'board.token'), boardToken, { mode: 0o600 });
  return { kioskTokens: [first, ...others], boardToken };
}
