import type { ApiError } from '../contract/errors.ts';
import { err, ok, type Result } from '../contract/result.ts';
import type { QueueCommand } from '../queue/command.ts';
import type { Access } from './auth/access.ts';
import { sha256 } from './auth/secrets.ts';
import type { OfficeSetup } from './office.ts';
import type { QueueService } from './queue-service.ts';
import type { SessionRecord, Store } from './store/store.ts';

export type CountersOptions = {
  readonly store: Store;
  readonly access: Access;
  readonly service: QueueService;
  readonly office: OfficeSetup;
  readonly nowMs: () => number;
};

/** The wish of a session to sit down at a counter. */
export type TakeCounter = {
  readonly commandId: string;
  readonly counter: string;
  /** Preferred first; null for those of the office's file. */
  readonly queues: readonly string[] | null;
};

/**
 * Who sits at which counter. The ledger knows that a counter is open, never who is there; the
 * session knows which counter it holds. No two sessions ever hold the same one (a unique index);
 * what the same person held elsewhere, or an expired session held, may be taken over together with
 * the ticket that is there, so that a crashed browser blocks nobody.
 */
export class Counters {
  readonly #options: CountersOptions;

  constructor(options: CountersOptions) {
    this.#options = options;
  }

  /** Gives the session a counter and opens it; a counter it held before is closed. */
  take(tokenSha256: string, wish: TakeCounter): Promise<Result<null, ApiError>> {
    const { store, access, service, office } = this.#options;
    const { counter, commandId } = wish;
    const fingerprint = sha256(JSON.stringify(['takeCounter', tokenSha256, counter, wish.queues]));
    return service.inLine(async () => {
      const known = await service.findReply<null>({ commandId, fingerprint });
      if (known !== null) return known;
      const setup = office.counters.find((one) => one.counter === counter);
      if (setup === undefined) return err({ code: 'unknownCounter', counter });
      // Before anything is given up for it.
      const unknown = wish.queues?.find((queue) => !this.#isQueue(queue));
      if (unknown !== undefined) return err({ code: 'unknownQueue', queue: unknown });
      const session = await access.findLiveSession(tokenSha256);
      if (session === null) return err({ code: 'unauthenticated' });
      const holder = await store.findHolder(office.officeId, counter);
      if (holder !== null && !this.#mayTakeFrom(holder, session)) {
        return err({ code: 'counterTaken', counter });
      }
      if (session.counter !== null && session.counter !== counter) {
        const closed = await this.#close(session.counter);
        if (!closed.ok) return closed;
        // Whoever takes the new counter first leaves this session with none.
        await store.releaseCounter(tokenSha256);
      }
      const opened = await this.#open(counter, wish.queues, setup.queues);
      if (!opened.ok) return opened;
      const outcome = await store.holdCounter({
        tokenSha256,
        officeId: office.officeId,
        counter,
        takenFrom: holder?.tokenSha256 ?? null,
        command: { commandId, fingerprint, reply: 'null', serviceDay: service.day.serviceDay },
      });
      if (outcome === 'held') return ok(null);
      // Held after all, where only the answer of the database was lost on the way.
      const written = await service.findReply<null>({ commandId, fingerprint });
      return written ?? err({ code: 'counterTaken', counter });
    });
  }

  /** Closes the session's counter; refused while a ticket is called or served there. */
  release(tokenSha256: string): Promise<Result<null, ApiError>> {
    const { store, service } = this.#options;
    return service.inLine(async () => {
      const session = await store.findSession(tokenSha256);
      if (session === null || session.counter === null) return ok(null);
      const closed = await this.#close(session.counter);
      if (closed.ok) await store.releaseCounter(tokenSha256);
      return closed;
    });
  }

  /**
   * Ends a session. Signing out is never refused: a counter with a ticket stays open, and whoever
   * sits down there next goes on with it.
   */
  async leave(tokenSha256: string): Promise<void> {
    await this.release(tokenSha256);
    await this.#options.store.endSession(tokenSha256);
  }

  /**
   * Gives up the counters whose desk has vanished: the browser crashed, the PC was switched off. A
   * ticket that is there stays there, for whoever sits down next, or for another counter to call.
   */
  releaseVanished(): Promise<void> {
    const { store, service, office, nowMs } = this.#options;
    return service.inLine(async () => {
      const seenBeforeMs = nowMs() - office.releaseVanishedDeskAfterMs;
      const holders = await store.listHolders(office.officeId);
      for (const { counter, status, sinceMs } of service.day.state.counters.values()) {
        const holder = holders.find((session) => session.counter === counter);
        // Just opened, by somebody who will hold it in a moment.
        if (holder === undefined && sinceMs > seenBeforeMs) continue;
        if (holder !== undefined && holder.lastSeenAtMs > seenBeforeMs) continue;
        if (status !== 'abandoned') await this.#do({ type: 'releaseCounter', counter });
        if (holder !== undefined) await store.releaseCounter(holder.tokenSha256);
      }
    });
  }

  #isQueue(letter: string): boolean {
    return this.#options.office.description.queues.some((queue) => queue.letter === letter);
  }

  #mayTakeFrom(holder: SessionRecord, session: SessionRecord): boolean {
    return holder.account === session.account || !this.#options.access.isLive(holder);
  }

  /** Open already, with its ticket: then only the queues may be other ones. */
  async #open(
    counter: string,
    wanted: readonly string[] | null,
    usual: readonly string[],
  ): Promise<Result<null, ApiError>> {
    const opened = await this.#do({ type: 'openCounter', counter, queues: wanted ?? usual });
    if (opened.ok || opened.error.code !== 'counterAlreadyOpen') return opened;
    return wanted === null ? ok(null) : this.#do({ type: 'changeQueues', counter, queues: wanted });
  }

  async #close(counter: string): Promise<Result<null, ApiError>> {
    const closed = await this.#do({ type: 'closeCounter', counter });
    // Closed already: that is what was wanted.
    return closed.ok || closed.error.code === 'counterNotOpen' ? ok(null) : closed;
  }

  #do(command: QueueCommand): Promise<Result<null, ApiError>> {
    return this.#options.service.executeInLine({
      commandId: null,
      fingerprint: '',
      command,
      reply: () => null,
    });
  }
}
