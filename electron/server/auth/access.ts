import type { ApiError } from '../../contract/errors.ts';
import { err, ok, type Result } from '../../contract/result.ts';
import type { DeviceRole, StaffRole } from '../../contract/vocabulary.ts';
import type { OfficeSetup } from '../office.ts';
import type { AccountRecord, SessionRecord, Store } from '../store/store.ts';
import { AttemptLimit } from './attempt-limit.ts';
import { verifyPassword } from './password.ts';
import { newToken, sha256 } from './secrets.ts';

/** A working day, whatever happens; and half an hour without a hand on the keyboard. */
const SESSION_LIFETIME_MS = 12 * 3_600_000;
const SESSION_IDLE_MS = 30 * 60_000;

/** How stale "last used" may get: a write for every click would be a commit for nothing. */
const TOUCH_EVERY_MS = 60_000;

/** The same for "last seen", which must be fresher: a vanished desk blocks its counter. */
const SEEN_EVERY_MS = 20_000;

/** Who asks. */
export type Caller =
  | {
      readonly kind: 'device';
      readonly officeId: string;
      readonly role: DeviceRole;
      readonly tokenSha256: string;
    }
  | {
      readonly kind: 'staff';
      readonly officeId: string;
      readonly role: StaffRole;
      readonly account: AccountRecord;
      readonly session: SessionRecord;
    };

export type Credentials = {
  /** Of the header `Authorization: Bearer`. */
  readonly deviceToken: string | null;
  /** Of the session cookie. */
  readonly sessionToken: string | null;
};

/** What access needs to know of the offices that this server serves. */
export type OfficesById = ReadonlyMap<string, Pick<OfficeSetup, 'accounts'>>;

/** Knows who may ask: signs staff in, and recognises sessions and devices. */
export class Access {
  readonly #store: Store;
  readonly #offices: OfficesById;
  readonly #nowMs: () => number;
  readonly #attempts = new AttemptLimit();

  constructor(store: Store, offices: OfficesById, nowMs: () => number) {
    this.#store = store;
    this.#offices = offices;
    this.#nowMs = nowMs;
  }

  /** The caller, or null; null too for ended sessions. */
  async identify({ deviceToken, sessionToken }: Credentials): Promise<Caller | null> {
    if (deviceToken !== null) {
      const tokenSha256 = sha256(deviceToken);
      const device = await this.#store.findDevice(tokenSha256);
      if (device === null || !this.#offices.has(device.officeId)) return null;
      return { kind: 'device', officeId: device.officeId, role: device.role, tokenSha256 };
    }
    if (sessionToken === null) return null;
    const session = await this.findLiveSession(sha256(sessionToken));
    if (session === null) return null;
    const { officeId } = session;
    const account = await this.#findAccount(officeId, session.account);
    if (account === null) return null;
    return { kind: 'staff', officeId, role: account.role, account, session };
  }

  /**
   * An account with its password, as the office's file has it now: who was taken out of the file
   * is nobody, and a role changed there is another role.
   */
  async #findAccount(officeId: string, name: string): Promise<AccountRecord | null> {
    const office = this.#offices.get(officeId);
    const person = office?.accounts.find(({ account }) => account === name);
    // A name that is in no file may be anything; some texts a database cannot even be asked for.
    if (person === undefined) return null;
    const record = await this.#store.findAccount(officeId, name);
    if (record === null) return null;
    return { ...record, displayName: person.displayName, role: person.role };
  }

  /** A session that has neither ended nor expired. */
  async findLiveSession(tokenSha256: string): Promise<SessionRecord | null> {
    const session = await this.#store.findSession(tokenSha256);
    return session !== null && this.isLive(session) ? session : null;
  }

  isLive(session: SessionRecord): boolean {
    const nowMs = this.#nowMs();
    return (
      nowMs - session.createdAtMs < SESSION_LIFETIME_MS &&
      nowMs - session.lastUsedAtMs < SESSION_IDLE_MS
    );
  }

  /** Notes that a person did something; reading the live feed does not count. */
  async markUsed(session: SessionRecord): Promise<void> {
    const nowMs = this.#nowMs();
    if (nowMs - session.lastUsedAtMs >= TOUCH_EVERY_MS) {
      await this.#store.touchSession(session.tokenSha256, nowMs);
    } else {
      await this.markSeen(session);
    }
  }

  /** Notes that the desk of a session is there. */
  async markSeen(session: SessionRecord): Promise<void> {
    const nowMs = this.#nowMs();
    if (nowMs - session.lastSeenAtMs < SEEN_EVERY_MS) return;
    await this.#store.markSeen(session.tokenSha256, nowMs);
  }

  /** Starts a session. The token is answered once and kept only as a hash. */
  async signIn(
    officeId: string,
    name: string,
    password: string,
    address: string,
  ): Promise<Result<{ token: string; account: AccountRecord }, ApiError>> {
    const key = `${officeId} ${name}`;
    const retryAfterMs = this.#attempts.retryAfterMs(key, address, this.#nowMs());
    if (retryAfterMs > 0) return err({ code: 'tooManyAttempts', retryAfterMs });
    // Counted before the slow hash, so that many guesses at once are not all free.
    this.#attempts.failed(key, address, this.#nowMs());
    const account = await this.#findAccount(officeId, name);
    const isRight = await verifyPassword(password, account?.passwordHash ?? null);
    if (account === null || !isRight) return err({ code: 'wrongCredentials' });
    this.#attempts.succeeded(key, address);

    const nowMs = this.#nowMs();
    await this.#store.endSessionsBefore({
      createdBeforeMs: nowMs - SESSION_LIFETIME_MS,
      usedBeforeMs: nowMs - SESSION_IDLE_MS,
    });
    const token = newToken();
    await this.#store.addSession({
      tokenSha256: sha256(token),
      account: account.account,
      officeId,
      counter: null,
      createdAtMs: nowMs,
      lastUsedAtMs: nowMs,
      lastSeenAtMs: nowMs,
    });
    return ok({ token, account });
  }
}
